import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import { atMost, onPage } from '../../platform/rowLimits.ts'
import { shortened } from '../../writing/index.ts'
import { MOST_PINNED } from '../rules.ts'
import { hrefOf } from './paths.ts'
import { byName, categoriesOf, type ShownTerm } from './terms.ts'

export const POSTS_A_PAGE = 10

const LONGEST_EXTRACT = 260
/** How much of a text is looked at for its extract. */
const BEGINNING = 1500
/** A shorter block at the beginning is a heading, a date or a greeting. */
const SHORTEST_TELLING = 80

/** A published post as lists show it. */
export interface ListedPost {
  readonly id: string
  readonly title: string
  readonly lang: string
  readonly href: string
  readonly extract: string
  readonly publishedAt: Date
  readonly author: { readonly name: string; readonly href: string } | null
  readonly categories: readonly ShownTerm[]
  /** Stands before the others, whatever its day. */
  readonly atTheTop: boolean
}

/** Which posts: all when nothing is said. */
export interface PostFilter {
  readonly authorId?: string
  /** Filed under any of these. */
  readonly termIds?: readonly string[]
  readonly ids?: readonly string[]
  /** From, and up to but not including. */
  readonly span?: readonly [Date, Date]
}

/** Which part of the posts. */
export interface PostsAsked {
  readonly filter?: PostFilter
  readonly limit?: number
  readonly page?: number
  /** Pinned posts first, beyond the limit; what an import brought too many of, the newest of it. */
  readonly pinnedFirst?: boolean
}

/** One page of posts, newest first. One query, whatever the number, beside the group's categories. */
export async function listPosts(
  tx: Tx,
  group: KnownGroup,
  { filter = {}, limit = POSTS_A_PAGE, page = 1, pinnedFirst = false }: PostsAsked,
): Promise<readonly ListedPost[]> {
  const categories = await categoriesOf(tx, group)
  const { rows } = await sql<ListRow>`
    with top as (
      select e.* from publishing.entry e where ${pinnedFirst} and e.pinned and ${postsMatching(filter)}
      order by e.published_at desc, e.id desc ${atMost(MOST_PINNED)}),
    page as (
      select e.* from publishing.entry e where ${postsMatching(filter)}
      order by e.published_at desc, e.id desc ${onPage(page, limit)}),
    chosen as (
      select top.*, true as at_the_top from top
      union all select page.*, false from page where page.id not in (select id from top))
    select chosen.id, chosen.published_at, chosen.at_the_top, chosen.excerpt, t.title, t.lang, a.path, by.name as author_name, by.slug as author_slug,
      left(s.body, ${BEGINNING}) as beginning,
      array(select et.term_id from publishing.entry_term et where et.entry_id = chosen.id) as term_ids
    from chosen
    join publishing.address a on a.entry_id = chosen.id and a.kind = 'entry'
    join writing.text t on t.document_id = chosen.document_id and t.number = chosen.published_version
    left join publishing.author by on by.id = chosen.author_id
    left join publishing.search_text s on s.entry_id = chosen.id
    order by chosen.at_the_top desc, chosen.published_at desc, chosen.id desc`.execute(tx)
  return rows.map((row) => toPost(row, categories))
}

export async function countPosts(tx: Tx, filter: PostFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from publishing.entry e where ${postsMatching(filter)}`.execute(tx)
  return rows[0]!.count
}

interface ListRow {
  id: string
  title: string
  lang: string
  path: string
  excerpt: string
  beginning: string | null
  published_at: Date
  at_the_top: boolean
  author_name: string | null
  author_slug: string | null
  term_ids: readonly string[]
}

/** The condition for `publishing.entry e`: what the public sees, narrowed. */
export function postsMatching({ authorId, termIds, ids, span }: PostFilter): RawBuilder<unknown> {
  const conditions = [sql`e.kind = 'post' and e.status = 'published'`]
  if (authorId) conditions.push(sql`e.author_id = ${authorId}`)
  if (ids) conditions.push(sql`e.id = any(${ids})`)
  if (span) conditions.push(sql`e.published_at >= ${span[0]} and e.published_at < ${span[1]}`)
  if (termIds)
    conditions.push(
      sql`e.id = any(array(select et.entry_id from publishing.entry_term et where et.term_id = any(${termIds})))`,
    )
  return sql.join(conditions, sql` and `)
}

function toPost(row: ListRow, categories: ReadonlyMap<string, ShownTerm>): ListedPost {
  return {
    id: row.id,
    title: row.title,
    lang: row.lang,
    href: hrefOf(row.path),
    extract: row.excerpt || extractOf(row.beginning ?? ''),
    publishedAt: row.published_at,
    atTheTop: row.at_the_top,
    author: row.author_slug && row.author_name ? { name: row.author_name, href: authorHref(row.author_slug) } : null,
    categories: byName(row.term_ids.flatMap((id) => categories.get(id) ?? [])),
  }
}

/** How a plain text begins, from its first block that says something. */
function extractOf(beginning: string): string {
  const blocks = beginning.split(/\n+/)
  const first = blocks.findIndex((block) => block.length >= SHORTEST_TELLING)
  return shortened(blocks.slice(Math.max(0, first)).join(' ').replace(/\s+/g, ' ').trim(), LONGEST_EXTRACT)
}

export const authorHref = (slug: string): string => `/author/${encodeURIComponent(slug)}/`

/** How many posts each month has, by the group's own calendar, newest first. */
export async function countByMonth(
  tx: Tx,
  zone: string,
): Promise<readonly { readonly year: number; readonly month: number; readonly count: number }[]> {
  const { rows } = await sql<{ year: number; month: number; count: number }>`
    select extract(year from local)::int as year, extract(month from local)::int as month, count(*) as count
    from (select e.published_at at time zone ${zone} as local from publishing.entry e where ${postsMatching({})}) as dated
    group by 1, 2 order by 1 desc, 2 desc`.execute(tx)
  return rows
}

/** Who writes here, by the name readers see. Nothing of the person behind it. */
export interface ShownAuthor {
  readonly id: string
  readonly name: string
  readonly about: string
  readonly href: string
}

/** Only authors of something published: the name on a draft is nobody's business yet. */
export async function findAuthor(tx: Tx, slug: string): Promise<ShownAuthor | undefined> {
  const row = await tx
    .selectFrom('publishing.author as a')
    .select(['a.id', 'a.name', 'a.about', 'a.slug'])
    .where('a.slug', '=', slug)
    .where((has) =>
      has.exists(
        has
          .selectFrom('publishing.entry as e')
          .select('e.id')
          .whereRef('e.author_id', '=', 'a.id')
          .where('e.status', '=', 'published'),
      ),
    )
    .executeTakeFirst()
  return row && { id: row.id, name: row.name, about: row.about, href: authorHref(row.slug) }
}
