import { anywhere } from '../../platform/likePattern.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { onPage } from '../../platform/rowLimits.ts'
import { hrefOf } from '../public/paths.ts'
import type { QueueAsked, Shelf } from './forms.ts'
import type { Hold } from './holding.ts'

/** A comment as officers read it. */
export interface QueuedComment {
  readonly id: string
  readonly status: 'approved' | 'pending' | 'spam' | 'trash'
  readonly author: string
  /** Only here: never on a public page. */
  readonly email: string | null
  readonly body: string
  readonly writtenAt: Date
  readonly official: boolean
  readonly held: readonly Hold[]
  readonly post: {
    readonly id: string
    readonly kind: 'post' | 'page'
    readonly title: string
    readonly href: string | null
  }
  /** Who is answered. */
  readonly answers: string | null
  readonly reports: readonly { readonly reason: string; readonly at: Date }[]
}

export type Counts = Readonly<Record<Shelf, number>>

export interface Queue {
  readonly counts: Counts
  /** Of those asked for, on all pages. */
  readonly matching: number
  readonly comments: readonly QueuedComment[]
}

export const COMMENTS_A_PAGE = 20

const isReported = sql<boolean>`k.status = 'approved' and exists (
  select 1 from publishing.comment_report r where r.comment_id = k.id and r.closed_at is null)`

/** One page of a shelf, newest first, and how much stands on each. Two queries, whatever their number. */
export async function readQueue(tx: Tx, { state, q, page }: Pick<QueueAsked, 'state' | 'q' | 'page'>): Promise<Queue> {
  const pattern = anywhere(q)
  const wanted = sql<boolean>`${state === 'reported' ? isReported : sql`k.status = ${state}`}
    and (k.body ilike ${pattern} or k.author_name ilike ${pattern} or k.author_email ilike ${pattern})`
  const { rows } = await sql<Counts & { matching: number }>`
    select count(*) filter (where k.status = 'pending') as pending, count(*) filter (where ${isReported}) as reported,
      count(*) filter (where k.status = 'approved') as approved, count(*) filter (where k.status = 'spam') as spam,
      count(*) filter (where k.status = 'trash') as trash, count(*) filter (where ${wanted}) as matching
    from publishing.comment k`.execute(tx)
  const { matching, ...counts } = rows[0]!
  return { counts, matching, comments: await readComments(tx, wanted, page) }
}

/** One comment, in whatever state. */
export async function findQueued(tx: Tx, id: string): Promise<QueuedComment | undefined> {
  const [found] = await readComments(tx, sql`k.id = ${id}`, 0)
  return found
}

/** What waits for an officer. */
export async function countWaiting(tx: Tx): Promise<{ readonly pending: number; readonly reported: number }> {
  const { rows } = await sql<{ pending: number; reported: number }>`
    select (select count(*) from publishing.comment where status = 'pending') as pending,
      (select count(*) from publishing.comment k where ${isReported}) as reported`.execute(tx)
  return rows[0]!
}

async function readComments(tx: Tx, wanted: RawBuilder<unknown>, page: number): Promise<readonly QueuedComment[]> {
  const { rows } = await sql<Row>`
    select k.id, k.status, k.author_name, k.author_email, k.body, k.written_at, k.official, k.held,
      e.id as entry_id, e.kind, t.title, a.path, above.author_name as answers,
      (select coalesce(json_agg(json_build_object('reason', r.reason, 'at', r.reported_at) order by r.reported_at), '[]')
        from publishing.comment_report r where r.comment_id = k.id and r.closed_at is null) as reports
    from publishing.comment k
    join publishing.entry e on e.id = k.entry_id
    join lateral (select title from writing.text t where t.document_id = e.document_id order by t.number desc limit 1) t on true
    left join publishing.address a on a.entry_id = e.id and a.kind = 'entry' and e.status = 'published'
    left join publishing.comment above on above.id = k.parent_id
    where ${wanted} order by k.written_at desc, k.id desc ${onPage(page, COMMENTS_A_PAGE)}`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    status: row.status,
    author: row.author_name || 'Somebody',
    email: row.author_email,
    body: row.body,
    writtenAt: row.written_at,
    official: row.official,
    held: row.held,
    post: { id: row.entry_id, kind: row.kind, title: row.title, href: row.path === null ? null : hrefOf(row.path) },
    answers: row.answers,
    reports: row.reports.map(({ reason, at }) => ({ reason, at: new Date(at) })),
  }))
}

interface Row {
  id: string
  status: QueuedComment['status']
  author_name: string
  author_email: string | null
  body: string
  written_at: Date
  official: boolean
  held: readonly Hold[]
  entry_id: string
  kind: 'post' | 'page'
  title: string
  path: string | null
  answers: string | null
  reports: readonly { reason: string; at: string }[]
}
