import type { Tx } from '../../platform/database.ts'
import { changesByMonth, countsOn } from './counts.ts'
import { seriesUpTo, sumOf } from './series.ts'

/** Members on a day, at the end of each of the last twelve months, and how many of them joined in that day's year. */
export interface MembersOverYear {
  readonly members: number
  readonly byMonth: readonly number[]
  readonly joined: number
}

export async function membersOverYear(tx: Tx, day: string): Promise<MembersOverYear> {
  const [counts, changes] = [await countsOn(tx, day), await changesByMonth(tx)]
  const thisYear = changes.filter(({ kind, month }) => kind === 'member' && month.startsWith(day.slice(0, 4)))
  return {
    members: sumOf(counts, 'member'),
    byMonth: seriesUpTo(day, changes, 12).points.member,
    joined: thisYear.reduce((sum, { began }) => sum + began, 0),
  }
}
