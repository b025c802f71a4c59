import { sql } from 'kysely'
import type { Tx } from '../platform/database.ts'

/** How much there is, for officers. */
export interface Figures {
  readonly posts: number
  readonly pages: number
  readonly drafts: number
  readonly scheduled: number
  /** When the newest post appeared. */
  readonly lastPostAt: Date | null
  readonly comments: number
  readonly waitingComments: number
  /** Posts in each of the last twelve months, oldest first. */
  readonly byMonth: readonly number[]
}

/** One query, whatever the size of the website. Months are the group's own. */
export async function figures(tx: Tx, { at, zone }: { at: Date; zone: string }): Promise<Figures> {
  const { rows } = await sql<Figures>`
    with published as (select kind, published_at from publishing.entry where status = 'published'),
      months as (
        select generate_series(date_trunc('month', ${at}::timestamptz at time zone ${zone}) - interval '11 months',
          date_trunc('month', ${at}::timestamptz at time zone ${zone}), interval '1 month') as month)
    select (select count(*) from published where kind = 'post') as posts,
      (select count(*) from published where kind = 'page') as pages,
      (select count(*) from publishing.entry where status = 'draft') as drafts,
      (select count(*) from publishing.entry where status = 'scheduled') as scheduled,
      (select max(published_at) from published where kind = 'post') as "lastPostAt",
      (select count(*) from publishing.comment where status = 'approved') as comments,
      (select count(*) from publishing.comment where status = 'pending') as "waitingComments",
      (select json_agg(counted.posts order by month) from (
        select month, count(published_at) as posts from months
        left join published on kind = 'post' and date_trunc('month', published_at at time zone ${zone}) = month group by month) as counted) as "byMonth"`.execute(
    tx,
  )
  return rows[0]!
}
