import type { Kind } from '../kinds.ts'
import type { Change, Count } from './counts.ts'

/** The kinds the chair's report counts. */
export const reported = ['member', 'supporter', 'parliamentarian', 'councillor'] as const satisfies readonly Kind[]
export type Reported = (typeof reported)[number]

/** How many of each reported kind there were at the end of each month. */
export interface Series {
  /** 'YYYY-MM', each month once, the oldest first. */
  readonly months: readonly string[]
  readonly points: Readonly<Record<Reported, readonly number[]>>
}

/** The months up to and with the one of a day, at most `length`, and never before the first change. */
export function seriesUpTo(day: string, changes: readonly Change[], length = 36): Series {
  const last = day.slice(0, 7)
  const first = changes[0]?.month ?? last
  const months = monthsUntil(last, length).filter((month) => month >= first)
  const points = Object.fromEntries(reported.map((kind) => [kind, standing(kind, months, changes)]))
  return { months, points: points as Record<Reported, number[]> }
}

/** What began less what ended, up to and with each month. */
function standing(kind: Kind, months: readonly string[], changes: readonly Change[]): number[] {
  const own = changes.filter((change) => change.kind === kind)
  return months.map((month) =>
    own.filter((change) => change.month <= month).reduce((sum, { began, ended }) => sum + began - ended, 0),
  )
}

function monthsUntil(last: string, length: number): string[] {
  const [year = 0, month = 1] = last.split('-').map(Number)
  return Array.from({ length }, (_, back) => {
    const at = new Date(Date.UTC(year, month - length + back, 1))
    return at.toISOString().slice(0, 7)
  })
}

/** How many joined and went within a year. */
export interface Year {
  readonly year: string
  readonly began: number
  readonly ended: number
}

/** Members who came and went, year by year, the newest first. */
export function yearsOf(kind: Kind, changes: readonly Change[]): readonly Year[] {
  const byYear = Map.groupBy(
    changes.filter((change) => change.kind === kind),
    ({ month }) => month.slice(0, 4),
  )
  return [...byYear]
    .map(([year, own]) => ({
      year,
      began: own.reduce((sum, { began }) => sum + began, 0),
      ended: own.reduce((sum, { ended }) => sum + ended, 0),
    }))
    .toSorted((a, b) => (a.year < b.year ? 1 : -1))
}

export const sumOf = (counts: readonly Count[], kind?: Kind): number =>
  counts.filter((count) => kind === undefined || count.kind === kind).reduce((sum, { people }) => sum + people, 0)

/** How many of a kind live in each region, the most first, those without a postcode last. */
export function regionsOf(
  counts: readonly Count[],
  kinds: readonly Kind[],
): readonly { readonly region: string | null; readonly people: number }[] {
  const byRegion = Map.groupBy(
    counts.filter(({ kind }) => kinds.includes(kind)),
    ({ region }) => region,
  )
  return [...byRegion]
    .map(([region, own]) => ({ region, people: sumOf(own) }))
    .toSorted((a, b) => Number(a.region === null) - Number(b.region === null) || b.people - a.people)
}
