import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { hrefOf } from '../public/paths.ts'

/** A post as far as its comments need it. */
export interface TalkedPost {
  readonly id: string
  readonly kind: 'post' | 'page'
  readonly title: string
  readonly href: string
  readonly publishedAt: Date
  readonly commentsOpen: boolean
}

/** A published post or page; 'gone' for one that was taken down, null for what never was. */
export async function findPost(tx: Tx, id: string): Promise<TalkedPost | 'gone' | null> {
  const { rows } = await sql<Row>`
    select e.id, e.kind, e.status, e.published_at, e.comments_open, s.title, a.path
    from publishing.entry e
    left join publishing.search_text s on s.entry_id = e.id
    left join publishing.address a on a.entry_id = e.id and a.kind = 'entry'
    where e.id = ${id}`.execute(tx)
  const [row] = rows
  if (row?.status === 'withdrawn') return 'gone'
  if (row?.status !== 'published' || row.path === null || !row.published_at) return null
  return {
    id: row.id,
    kind: row.kind,
    title: row.title ?? '',
    href: hrefOf(row.path),
    publishedAt: row.published_at,
    commentsOpen: row.comments_open,
  }
}

interface Row {
  id: string
  kind: 'post' | 'page'
  status: string
  published_at: Date | null
  comments_open: boolean
  title: string | null
  path: string | null
}

/** A comment that readers see, with the post it stands under. */
export interface AnsweredComment {
  readonly id: string
  readonly entryId: string
  readonly author: string
  readonly body: string
  readonly writtenAt: Date
}

/** Null for one that readers do not see. */
export async function findApproved(tx: Tx, id: string): Promise<AnsweredComment | null> {
  const row = await tx
    .selectFrom('publishing.comment')
    .select(['id', 'entry_id as entryId', 'author_name', 'body', 'written_at as writtenAt'])
    .where('id', '=', id)
    .where('status', '=', 'approved')
    .executeTakeFirst()
  if (!row) return null
  const { author_name, ...comment } = row
  return { ...comment, author: author_name || 'Somebody' }
}
