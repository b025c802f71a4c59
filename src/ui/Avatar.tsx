import { classes } from './classes.ts'

/** A person without a picture: their initials on one of six tints, always the same for the same name. Their name stands beside it. */
export const Avatar = ({ name }: { name: string }) => (
  <span class={classes('avatar', `f${tint(name)}`)} aria-hidden="true">
    {initials(name)}
  </span>
)

/** "Margaret Ellison" → "ME", "Dr Sunita Rao" → "SR", "lswg" → "L" */
export function initials(name: string): string {
  const words = name.trim().replace(title, '').split(/\s+/)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map(firstLetter).join('').toLocaleUpperCase('en-GB')
}

const title = /^(Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Sir|Dame|Lord|Lady|Baroness|Rev)\.?\s+/i
const letters = new Intl.Segmenter('en-GB')

/** What a reader sees as one letter, accents and all. */
const firstLetter = (word = ''): string => letters.segment(word).containing(0)?.segment ?? ''

/** 1 to 6 */
function tint(name: string): number {
  let sum = 7
  for (let at = 0; at < name.length; at++) sum = (sum * 31 + name.charCodeAt(at)) % 9973
  return (sum % 6) + 1
}
