import { DateTime } from 'luxon'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { atMost } from '../../platform/rowLimits.ts'
import { hrefOf } from '../public/paths.ts'

/** Civil days, both included. */
export interface Days {
  readonly from: string
  readonly to: string
}

/** The last so many days, today among them. */
export const lastDays = (today: string, count: number): Days => ({ from: daysBefore(today, count - 1), to: today })

export const wholeYear = (year: number): Days => ({ from: `${year}-01-01`, to: `${year}-12-31` })

export const daysBefore = (day: string, count: number): string =>
  DateTime.fromISO(day, { zone: 'UTC' }).minus({ days: count }).toISODate()!

/** A page and how often it was read. */
export interface PageReads {
  /** Null for a list, which is named by its path. */
  readonly title: string | null
  readonly path: string
  readonly reads: number
}

export async function sumOfReads(tx: Tx, { from, to }: Days): Promise<number> {
  const { rows } = await sql<{ reads: number }>`
    select coalesce(sum(reads), 0)::bigint as reads from publishing.read_count where day between ${from} and ${to}`.execute(
    tx,
  )
  return rows[0]!.reads
}

/** Every day of the span, also those without a read; of one entry when it is named. */
export async function readsByDay(
  tx: Tx,
  { from, to }: Days,
  entryId?: string,
): Promise<readonly { day: string; reads: number }[]> {
  const { rows } = await sql<{ day: string; reads: number }>`
    select d::date as day, coalesce(sum(r.reads), 0)::bigint as reads
    from generate_series(${from}::date, ${to}::date, interval '1 day') d
    left join publishing.read_count r on r.day = d::date ${entryId === undefined ? sql`` : sql`and r.entry_id = ${entryId}`}
    group by 1 order by 1`.execute(tx)
  return rows
}

/** The pages most read, under the titles they have today. */
export async function mostRead(tx: Tx, { from, to }: Days, most: number): Promise<readonly PageReads[]> {
  const { rows } = await sql<{ title: string | null; list: string | null; path: string | null; reads: number }>`
    with counted as (
      select entry_id, list, sum(reads)::bigint as reads from publishing.read_count where day between ${from} and ${to}
      group by entry_id, list order by reads desc, list, entry_id ${atMost(most)})
    select t.title, c.list, a.path, c.reads from counted c
    left join publishing.entry e on e.id = c.entry_id
    left join writing.text t on t.document_id = e.document_id and t.number = e.published_version
    left join publishing.address a on a.entry_id = c.entry_id and a.kind = 'entry'
    order by c.reads desc, c.list, c.entry_id`.execute(tx)
  return rows.map(({ title, list, path, reads }) => ({
    title: list === null ? (title ?? 'A page no longer there') : null,
    path: list ?? hrefOf(path ?? ''),
    reads,
  }))
}

/** Which websites led here, the most helpful first; without those who came by themselves. */
export async function referrers(
  tx: Tx,
  { from, to }: Days,
  most: number,
): Promise<readonly { host: string; reads: number }[]> {
  const { rows } = await sql<{ host: string; reads: number }>`
    select referrer as host, sum(reads)::bigint as reads from publishing.read_count
    where day between ${from} and ${to} and referrer <> '' group by 1 order by 2 desc, 1 ${atMost(most)}`.execute(tx)
  return rows
}

/** The twelve months of a year, also those without a read. */
export async function readsByMonth(tx: Tx, year: number): Promise<readonly { month: number; reads: number }[]> {
  const { rows } = await sql<{ month: number; reads: number }>`
    select m as month, coalesce(sum(r.reads), 0)::bigint as reads from generate_series(1, 12) m
    left join publishing.read_count r on r.day between make_date(${year}, 1, 1) and make_date(${year}, 12, 31) and extract(month from r.day) = m
    group by m order by m`.execute(tx)
  return rows
}

/** The years in which anything was counted, the latest first. */
export async function yearsRead(tx: Tx): Promise<readonly { year: number; reads: number }[]> {
  const { rows } = await sql<{ year: number; reads: number }>`
    select extract(year from day)::int as year, sum(reads)::bigint as reads from publishing.read_count group by 1 order by 1 desc`.execute(
    tx,
  )
  return rows
}

/** Every count of a span, for a spreadsheet. */
export async function allReads(
  tx: Tx,
  { from, to }: Days,
): Promise<readonly (PageReads & { day: string; referrer: string })[]> {
  const { rows } = await sql<{ day: string; title: string | null; path: string; referrer: string; reads: number }>`
    select r.day, t.title, coalesce(r.list, a.path, '') as path, r.referrer, r.reads from publishing.read_count r
    left join publishing.entry e on e.id = r.entry_id
    left join writing.text t on t.document_id = e.document_id and t.number = e.published_version
    left join publishing.address a on a.entry_id = r.entry_id and a.kind = 'entry'
    where r.day between ${from} and ${to} order by r.day, path, r.referrer`.execute(tx)
  return rows
}

/** How often an entry was read: ever, and day by day of late. */
export interface EntryReads {
  readonly total: number
  readonly since: string | null
  readonly lately: readonly { readonly day: string; readonly reads: number }[]
}

export async function readsOfEntry(tx: Tx, entryId: string, lately: Days): Promise<EntryReads> {
  const { rows } = await sql<{ total: number; since: string | null }>`
    select coalesce(sum(reads), 0)::bigint as total, min(day) as since from publishing.read_count where entry_id = ${entryId}`.execute(
    tx,
  )
  return { ...rows[0]!, lately: await readsByDay(tx, lately, entryId) }
}
