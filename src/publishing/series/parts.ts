import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { atMost } from '../../platform/rowLimits.ts'
import type { Status } from '../rules.ts'

/** A post as officers order it: drafts have their place too. */
export interface OfficePart {
  readonly id: string
  readonly title: string
  readonly status: Status
}

const MOST_CHOICES = 300

/** The parts of a series in order, by their latest titles. */
export async function officeParts(tx: Tx, seriesId: string): Promise<readonly OfficePart[]> {
  const { rows } = await sql<OfficePart>`
    select e.id, ${latestTitle} as title, e.status from publishing.series_part p
    join publishing.entry e on e.id = p.entry_id where p.series_id = ${seriesId} order by p.position, e.id`.execute(tx)
  return rows
}

/** The newest posts that are part of no series. */
export async function postsWithoutSeries(tx: Tx): Promise<readonly OfficePart[]> {
  const { rows } = await sql<OfficePart>`
    select e.id, ${latestTitle} as title, e.status from publishing.entry e
    where e.kind = 'post' and e.status <> 'withdrawn'
      and not exists (select 1 from publishing.series_part p where p.entry_id = e.id)
    order by coalesce(e.published_at, e.created_at) desc, e.id ${atMost(MOST_CHOICES)}`.execute(tx)
  return rows
}

const latestTitle = sql`(select t.title from writing.text t where t.document_id = e.document_id order by t.number desc limit 1)`
