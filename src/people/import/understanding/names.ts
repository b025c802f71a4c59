import { looksLikeFormula, quoted } from './cellText.ts'
import type { Outcome } from './outcome.ts'

export interface NameCells {
  readonly title: string
  readonly name: string
  readonly first: string
  readonly last: string
}
export interface FoundName {
  readonly name: string
  readonly title?: string
  /** "Price, Ann": where the list says which is the last name. */
  readonly sortName?: string
}

const LONGEST = 300
/** Not Lord or Baroness: their names are called so. */
const TITLE =
  /^(?:mr|mrs|ms|miss|mx|dr|prof(?:essor)?|sir|dame|rev(?:erend|d)?|cllr|councillor|(?:the )?rt\.? hon|canon|rabbi|imam)\b\.?,?\s+(?=\S)/i

/** A name as it is written to somebody: in any script, from one cell or several, the other way round when it has a comma. */
export function readName(cells: NameCells): Outcome<FoundName> {
  const { title, name, first, last: given } = cells
  const parts = [first, given].filter(Boolean).join(' ')
  const whole = turned(name || parts)
  const titles: string[] = title ? [title] : []
  let rest = whole
  for (let found = title ? null : TITLE.exec(rest); found; found = TITLE.exec(rest)) {
    titles.push(found[0].trim().replace(/,$/, ''))
    rest = rest.slice(found[0].length)
  }
  const plain = rest.trim() || whole
  if (!plain) return {}
  if (plain.length > LONGEST) return { problem: `The name ${quoted(plain)} is longer than ${LONGEST} characters.` }
  if (!/[\p{L}\p{N}]/u.test(plain)) return { problem: `${quoted(plain)} has no letters, so it is no name.` }
  const last = lastName({ name, last: cells.last })
  const sortName =
    last && plain.endsWith(last) ? `${last}, ${plain.slice(0, -last.length).trim()}`.replace(/, $/, '') : undefined
  return {
    value: {
      name: plain,
      ...(titles.length && { title: titles.join(' ').slice(0, 60) }),
      ...(sortName && { sortName }),
    },
  }
}

const lastName = ({ name, last }: { name: string; last: string }): string =>
  name ? (turned(name) === name ? '' : name.slice(0, name.indexOf(',')).trim()) : last

/** "Price, Ann" is Ann Price, and "Price, Ann (Mrs)" too; "Ann Price, MBE" is as it stands. */
function turned(name: string): string {
  const plain = name.replace(/\s*\((?:mr|mrs|ms|miss|dr|mx)\.?\)\s*$/i, '')
  const [, last, first] = /^([^,]+),\s*([^,]+)$/.exec(plain) ?? []
  if (!last || !first || LETTERS_AFTER.test(first) || looksLikeFormula(name)) return plain
  return `${first} ${last}`
}

const LETTERS_AFTER = /^(?:(?:[A-Z]{2,5}|[BM]?Phil|[BM]Sc|[BM]Ed|PhD|Jr|Sr|Jnr|Snr|I{2,3})\.?[ ,]*)+$/
