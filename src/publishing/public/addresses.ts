import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { type DocJson, safeUrl, type Standing } from '../../writing/index.ts'
import { type Asked, hrefOf, spellings, splitTail, type View } from './paths.ts'
import { authorHref } from './posts.ts'

/** A published entry as readers see it: the version that was published, not the latest. */
export interface ShownEntry {
  readonly id: string
  readonly kind: 'post' | 'page'
  readonly href: string
  readonly title: string
  readonly lang: string
  readonly body: DocJson
  readonly words: number
  readonly standing: Standing | null
  /** Written by hand, or ''. */
  readonly excerpt: string
  readonly publishedAt: Date
  readonly updatedAt: Date | null
  readonly author: { readonly name: string; readonly href: string; readonly about: string } | null
  /** Where the picture of the whole entry is, if it has one. */
  readonly picturePath: string | null
  readonly commentsOpen: boolean
}

/** What stands at an address. */
export type Found =
  | { readonly kind: 'entry'; readonly entry: ShownEntry; readonly view: View }
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'gone' }

/**
 * Looks an address up as it is stored, then as it may have been written: with or without its last slash, in other
 * letters, or with the tail WordPress puts behind a post. One query. Null when nothing public stands there.
 */
export async function findAddress(tx: Tx, asked: Asked): Promise<Found | null> {
  const { base, view } = splitTail(asked.normal)
  const paths = [...new Set([...spellings(asked.normal), ...spellings(base)])]
  const { rows } = await sql<Row>`
    ${shown} where a.path = any(${paths}) order by array_position(${paths}::text[], a.path) limit 1`.execute(tx)
  const row = rows[0]
  if (!row) return null
  const whole = spellings(asked.normal).includes(row.path)
  return foundIn(row, { asked, view: whole ? { kind: 'page', page: 1 } : view })
}

/** A published entry by its id; null when the public cannot see it. */
export async function findShown(tx: Tx, id: string): Promise<ShownEntry | null> {
  const { rows } = await sql<Row>`${shown} where a.entry_id = ${id} and a.kind = 'entry'`.execute(tx)
  return rows[0] ? toEntry(rows[0]) : null
}

const shown = sql`
  select a.path, a.kind as what, a.target, e.id, e.kind, e.status, e.excerpt, e.published_at, e.updated_at, e.comments_open,
    t.title, t.lang, t.body, t.words, t.standing, by.name as author_name, by.slug as author_slug, by.about as author_about, p.path as picture_path
  from publishing.address a
  left join publishing.entry e on e.id = a.entry_id
  left join writing.text t on t.document_id = e.document_id and t.number = e.published_version and e.status = 'published'
  left join publishing.author by on by.id = e.author_id
  left join publishing.picture p on p.id = e.picture_id`

interface Row {
  path: string
  what: 'entry' | 'redirect' | 'gone'
  target: string | null
  id: string | null
  kind: 'post' | 'page' | null
  status: string | null
  excerpt: string
  published_at: Date | null
  updated_at: Date | null
  comments_open: boolean
  title: string | null
  lang: string
  body: DocJson | null
  words: number
  standing: Standing | null
  author_name: string | null
  author_slug: string | null
  author_about: string | null
  picture_path: string | null
}

function foundIn(row: Row, { asked, view }: { asked: Asked; view: View }): Found | null {
  if (row.what === 'gone' || row.status === 'withdrawn') return { kind: 'gone' }
  if (row.what === 'redirect') {
    const to = safeUrl(row.target ?? '')
    if (to === null) return { kind: 'gone' }
    return { kind: 'moved', to: row.target?.startsWith('/') ? hrefOf(row.target) : to }
  }
  const entry = toEntry(row)
  if (!entry) return null
  const canonical = view.kind === 'feed' ? `${entry.href.replace(/\/$/, '')}/feed/` : entry.href
  return asked.raw === canonical ? { kind: 'entry', entry, view } : { kind: 'moved', to: canonical }
}

/** Nothing of a draft or a scheduled entry: its joined text is missing. */
function toEntry(row: Row): ShownEntry | null {
  const { id, kind, title, body, published_at } = row
  if (row.status !== 'published' || !id || !kind || title === null || !body || !published_at) return null
  return {
    id,
    kind,
    title,
    body,
    href: hrefOf(row.path),
    lang: row.lang,
    words: row.words,
    standing: row.standing,
    excerpt: row.excerpt,
    publishedAt: published_at,
    updatedAt: row.updated_at,
    author:
      row.author_name && row.author_slug
        ? { name: row.author_name, href: authorHref(row.author_slug), about: row.author_about ?? '' }
        : null,
    picturePath: row.picture_path,
    commentsOpen: row.comments_open,
  }
}
