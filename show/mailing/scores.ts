import { GROUP_OF_REASON, type Expected, type Kind } from './expectations.ts'

/** A line of `mail classify … --json`. */
export interface Line {
  readonly file: string
  readonly class: string
  readonly reason: string | null
}

export interface Scores {
  readonly mails: number
  readonly classRight: number
  readonly withReason: number
  readonly groupRight: number
  /** Expected, then found, then how many. */
  readonly table: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly groups: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** Names of files only: what is in them is not looked at, so that no rule is written for them. */
  readonly mistakes: readonly string[]
}

const KINDS: readonly string[] = ['hard', 'soft']

const kindOf = ({ class: found }: Line): Kind => (KINDS.includes(found) ? (found as Kind) : 'not a bounce')

function groupOf({ class: found, reason }: Line): string {
  if (KINDS.includes(found)) return GROUP_OF_REASON[reason ?? 'unknown'] ?? 'unknown'
  if (reason === 'auth' || reason === 'not_spam') return 'complaint' // a feedback report, though nobody complains in it
  return (
    { auto_reply: 'automatic answer', complaint: 'complaint', delivered: 'delivered', reply: 'a person' }[found] ??
    'no report'
  )
}

/** How often the command agrees with what was expected. A mail it said nothing of is a mistake. */
export function scored(lines: ReadonlyMap<string, Line>, expected: readonly Expected[]): Scores {
  const table = new Map<string, Map<string, number>>()
  const groups = new Map<string, Map<string, number>>()
  const mistakes: string[] = []
  let [classRight, withReason, groupRight] = [0, 0, 0]
  for (const one of expected) {
    const line = lines.get(one.file)
    const [kind, group] = line ? [kindOf(line), groupOf(line)] : ['nothing', 'nothing']
    const isRight = kind === one.class || (one.class === 'a bounce' && KINDS.includes(kind))
    const right = { class: isRight, group: one.groups.length === 0 || one.groups.includes(group) }
    count(table, one.class, kind)
    if (one.groups.length) count(groups, one.groups.join(' or '), group)
    withReason += one.groups.length ? 1 : 0
    classRight += right.class ? 1 : 0
    groupRight += one.groups.length && right.group ? 1 : 0
    if (!right.class || !right.group)
      mistakes.push(`${one.file}: ${one.class}, ${one.groups.join(' or ') || '–'}; not ${kind}, ${group}`)
  }
  return { mails: expected.length, classRight, withReason, groupRight, table, groups, mistakes }
}

function count(table: Map<string, Map<string, number>>, expected: string, found: string): void {
  const row = table.get(expected) ?? new Map<string, number>()
  table.set(expected, row.set(found, (row.get(found) ?? 0) + 1))
}

/** A confusion table as lines: a row for what was expected, and in it what was found how often. */
export const tableLines = (table: Scores['table']): string[] =>
  [...table]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([expected, found]) => {
      const cells = [...found].toSorted((a, b) => b[1] - a[1]).map(([name, times]) => `${name} ${times}`)
      return `${expected.padEnd(20)} ${cells.join(' · ')}`
    })
