import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import { whileUnchanged } from '../../platform/whileUnchanged.ts'
import { archivePaths, list } from '../terms.ts'
import { hrefOf } from './paths.ts'

export type Taxonomy = 'category' | 'tag'

/** A category or tag as readers meet it. */
export interface ShownTerm {
  readonly taxonomy: Taxonomy
  readonly name: string
  readonly href: string
}

/** The slugs from the topmost category down to the row aliased `term`, joined by '/'. No deeper than ten, so that a circle ends. */
export const termPath = sql<string>`(
  with recursive up (parent_id, slug, depth) as (
    select term.parent_id, term.slug, 1
    union all select p.parent_id, p.slug, up.depth + 1 from publishing.term p join up on p.id = up.parent_id where up.depth < 10)
  select string_agg(slug, '/' order by depth desc) from up)`

/** `slugs` as `termPath` gives them: '/category/work/submissions/'. */
export const termHref = (taxonomy: Taxonomy, slugs: string): string =>
  `/${taxonomy}/${slugs.split('/').map(encodeURIComponent).join('/')}/`

/** All categories with their places, by id: there are few, and nearly every page shows some. */
export const categoriesOf = (tx: Tx, group: KnownGroup): Promise<ReadonlyMap<string, ShownTerm>> =>
  keptCategories(group, async () => {
    const terms = await list(tx, 'category')
    const paths = archivePaths(terms)
    return new Map(terms.map(({ id, name }) => [id, { taxonomy: 'category', name, href: hrefOf(paths.get(id)!) }]))
  })
const keptCategories = whileUnchanged<ReadonlyMap<string, ShownTerm>>()

/** As people look for them in a list. */
export const byName = (terms: readonly ShownTerm[]): readonly ShownTerm[] =>
  terms.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))

/** A term with its place among the others. */
export interface TermSubject extends ShownTerm {
  readonly id: string
  /** Its own id and those of all below it: what stands under them stands here too. */
  readonly ids: readonly string[]
  readonly description: string
  /** From the top, without the term itself. */
  readonly above: readonly ShownTerm[]
  readonly below: readonly ShownTerm[]
}

interface TermRow {
  id: string
  ids: readonly string[]
  name: string
  description: string
  slugs: string
  above: readonly { name: string; slugs: string }[]
  below: readonly { name: string; slugs: string }[]
}

export async function findTerm(tx: Tx, taxonomy: Taxonomy, slug: string): Promise<TermSubject | undefined> {
  const { rows } = await sql<TermRow>`
    select found.id, found.name, found.description, found.slugs,
      array(with recursive down (id, depth) as (
          select found.id, 1
          union all select p.id, down.depth + 1 from publishing.term p join down on p.parent_id = down.id where down.depth < 10)
        select id from down) as ids,
      (with recursive up (id, parent_id, name, depth) as (
          select p.id, p.parent_id, p.name, 1 from publishing.term p where p.id = found.parent_id
          union all select p.id, p.parent_id, p.name, up.depth + 1 from publishing.term p join up on p.id = up.parent_id where up.depth < 10)
        select coalesce(json_agg(json_build_object('name', up.name, 'slugs', ${termPath}) order by depth desc), '[]')
        from up join publishing.term term on term.id = up.id) as above,
      (select coalesce(json_agg(json_build_object('name', term.name, 'slugs', ${termPath}) order by term.name), '[]')
        from publishing.term term where term.parent_id = found.id) as below
    from (select term.*, ${termPath} as slugs from publishing.term term where taxonomy = ${taxonomy} and slug = ${slug}) as found`.execute(
    tx,
  )
  const row = rows[0]
  if (!row) return undefined
  const shown = ({ name, slugs }: { name: string; slugs: string }): ShownTerm => ({
    taxonomy,
    name,
    href: termHref(taxonomy, slugs),
  })
  const { id, ids, description } = row
  return { ...shown(row), id, ids, description, above: row.above.map(shown), below: row.below.map(shown) }
}

/** The categories most is filed under, for people who have lost their way. */
export async function topCategories(tx: Tx): Promise<readonly ShownTerm[]> {
  const { rows } = await sql<{ name: string; slugs: string }>`
    select term.name, ${termPath} as slugs from publishing.term term
    join publishing.entry_term et on et.term_id = term.id
    join publishing.entry e on e.id = et.entry_id and e.status = 'published'
    where term.taxonomy = 'category' group by term.group_id, term.id order by count(*) desc, term.name limit 8`.execute(
    tx,
  )
  return rows.map(({ name, slugs }) => ({ taxonomy: 'category', name, href: termHref('category', slugs) }))
}
