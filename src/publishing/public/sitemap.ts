import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { SitemapEntry } from '../../platform/slice.ts'
import { hrefOf } from './paths.ts'
import { authorHref } from './posts.ts'
import { type Taxonomy, termHref, termPath } from './terms.ts'

/** Everything the public may read here: entries newest first, then the ways to them. One query. */
export async function sitemap(tx: Tx): Promise<readonly SitemapEntry[]> {
  const { rows } = await sql<{ kind: 'entry' | 'author' | Taxonomy; path: string; changed_at: Date | null }>`
    select 'entry' as kind, a.path, coalesce(e.updated_at, e.published_at) as changed_at, e.published_at as sort
    from publishing.entry e join publishing.address a on a.entry_id = e.id and a.kind = 'entry' where e.status = 'published'
    union all
    select term.taxonomy, ${termPath}, null, null from publishing.term term
    where exists (select 1 from publishing.entry_term et join publishing.entry e on e.id = et.entry_id and e.status = 'published' where et.term_id = term.id)
    union all
    select 'author', by.slug, null, null from publishing.author by
    where exists (select 1 from publishing.entry e where e.author_id = by.id and e.status = 'published')
    order by sort desc nulls last, kind, path`.execute(tx)
  const entries = rows.map(({ kind, path, changed_at }) => ({ path: hrefOfRow(kind, path), changedAt: changed_at }))
  return [...entries, { path: '/posts', changedAt: null }]
}

function hrefOfRow(kind: 'entry' | 'author' | Taxonomy, path: string): string {
  if (kind === 'entry') return hrefOf(path)
  return kind === 'author' ? authorHref(path) : termHref(kind, path)
}
