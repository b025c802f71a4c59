import { classes } from './classes.ts'

/** A person without a picture: their initials on one of six tints, always the same for the same name. Their name stands beside it. */
export const Avatar = ({ name }: { name: string }) => (
  <span class={classes('avatar', `f${tint(name)}`)} aria-hidden="true">
    {initials(name)}
  </span>
)

/** "Margaret Ellison" → "ME", "Dr Sunita Rao" → "SR", "lswg" → "L" */
export function initials(name: string): string {
  const words = name
    .replace(/^(Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Sir|Dame|Lord|Lady|Baroness|Rev)\.?\s+/i, '')
    .split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '')
  return letters.join('').toLocaleUpperCase('en-GB')
}

/** 1 to 6 */
const tint = (name: string): number =>
  ([...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 9973, 7) % 6) + 1
