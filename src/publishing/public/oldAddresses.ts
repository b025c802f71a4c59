import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { OldQuery } from '../wordpress/addresses.ts'
import { datesHref } from './archiveAddresses.ts'
import { hrefOf } from './paths.ts'
import { authorHref } from './posts.ts'
import { termHref, termPath, type Taxonomy } from './terms.ts'

/** Where an old query ('/?p=12') leads now; null when nothing public was made of what it names. One query at most. */
export async function newHref(tx: Tx, old: OldQuery): Promise<string | null> {
  switch (old.kind) {
    case 'item':
      return itemHref(tx, old.postId)
    case 'category':
      return termOfOrigin(tx, old.termId)
    case 'category_slug':
      return termOfSlug(tx, 'category', old.slug)
    case 'tag_slug':
      return termOfSlug(tx, 'tag', old.slug)
    case 'author':
      return authorOfOrigin(tx, old.authorId)
    case 'author_name':
      return authorHref(old.login)
    case 'archive':
      return datesHref(old.year, old.month ?? undefined, old.day ?? undefined)
    case 'search':
      return `/search?${new URLSearchParams({ q: old.words }).toString()}`
    case 'feed':
      return old.of === 'comments' ? '/comments/feed/' : '/feed/'
  }
}

/** A post or page, wherever it stands today; or a picture: the post it belongs to, else its file. */
async function itemHref(tx: Tx, postId: number): Promise<string | null> {
  const { rows } = await sql<{ path: string }>`
    select coalesce(
      (select a.path from publishing.address a where a.entry_id = o.record_id and a.kind in ('entry', 'gone') limit 1),
      (select a.path from publishing.entry e join publishing.address a on a.entry_id = e.id and a.kind = 'entry'
        where e.picture_id = o.record_id and e.status = 'published' order by e.published_at limit 1),
      (select p.path from publishing.picture p where p.id = o.record_id)) as path
    from publishing.origin o where o.item = any(${[`post:${postId}`, `page:${postId}`, `attachment:${postId}`]}) and o.record_id is not null`.execute(
    tx,
  )
  const path = rows.find((row) => row.path)?.path
  return path ? hrefOf(path) : null
}

async function termOfOrigin(tx: Tx, termId: number): Promise<string | null> {
  const { rows } = await sql<{ taxonomy: Taxonomy; slugs: string }>`
    select term.taxonomy, ${termPath} as slugs from publishing.term term
    join publishing.origin o on o.record_id = term.id where o.item = ${`category:${termId}`}`.execute(tx)
  return rows[0] ? termHref(rows[0].taxonomy, rows[0].slugs) : null
}

async function termOfSlug(tx: Tx, taxonomy: Taxonomy, slug: string): Promise<string | null> {
  const { rows } = await sql<{ slugs: string }>`
    select ${termPath} as slugs from publishing.term term where term.taxonomy = ${taxonomy} and term.slug = ${slug}`.execute(
    tx,
  )
  return rows[0] ? termHref(taxonomy, rows[0].slugs) : null
}

async function authorOfOrigin(tx: Tx, authorId: number): Promise<string | null> {
  const { rows } = await sql<{ slug: string }>`
    select by.slug from publishing.author by join publishing.origin o on o.record_id = by.id
    where o.item = ${`author:${authorId}`}`.execute(tx)
  return rows[0] ? authorHref(rows[0].slug) : null
}
