import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { shortened } from '../../writing/index.ts'
import { hrefOf } from './paths.ts'
import { type ShownTerm, type Taxonomy, termHref, termPath } from './terms.ts'

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
}

/** Which posts: all when nothing is said. A category holds the posts of those below it too. */
export interface PostFilter {
  readonly authorId?: string
  readonly termId?: string
  /** From, and up to but not including. */
  readonly span?: readonly [Date, Date]
}

/** One page of posts, newest first, and how many there are. One query, whatever the number. */
export async function listPosts(
  tx: Tx,
  filter: PostFilter,
  { limit = POSTS_A_PAGE, page = 1 } = {},
): Promise<{ readonly posts: readonly ListedPost[]; readonly total: number }> {
  const { rows } = await sql<ListRow>`
    with chosen as (
      select e.id, e.document_id, e.published_version, e.published_at, e.excerpt, e.author_id, count(*) over () as total
      from publishing.entry e where ${postsMatching(filter)}
      order by e.published_at desc, e.id desc limit ${limit} offset ${(page - 1) * limit})
    select chosen.id, chosen.published_at, chosen.excerpt, chosen.total, t.title, t.lang, a.path, by.name as author_name, by.slug as author_slug,
      left(s.body, ${BEGINNING}) as beginning,
      (select coalesce(json_agg(json_build_object('taxonomy', term.taxonomy, 'name', term.name, 'slugs', ${termPath}) order by term.name), '[]')
        from publishing.entry_term et join publishing.term term on term.id = et.term_id
        where et.entry_id = chosen.id and term.taxonomy = 'category') as categories
    from chosen
    join publishing.address a on a.entry_id = chosen.id and a.kind = 'entry'
    join writing.text t on t.document_id = chosen.document_id and t.number = chosen.published_version
    left join publishing.author by on by.id = chosen.author_id
    left join publishing.search_text s on s.entry_id = chosen.id
    order by chosen.published_at desc, chosen.id desc`.execute(tx)
  return { posts: rows.map(toPost), total: rows[0]?.total ?? 0 }
}

/** The newest posts, for the home page. */
export async function latestPosts(tx: Tx, count: number): Promise<readonly ListedPost[]> {
  const { posts } = await listPosts(tx, {}, { limit: count })
  return posts
}

interface ListRow {
  id: string
  title: string
  lang: string
  path: string
  excerpt: string
  beginning: string | null
  published_at: Date
  total: number
  author_name: string | null
  author_slug: string | null
  categories: readonly { taxonomy: Taxonomy; name: string; slugs: string }[]
}

/** The condition for `publishing.entry e`: what the public sees, narrowed. */
export function postsMatching({ authorId, termId, span }: PostFilter): RawBuilder<unknown> {
  const conditions = [sql`e.kind = 'post' and e.status = 'published'`]
  if (authorId) conditions.push(sql`e.author_id = ${authorId}`)
  if (span) conditions.push(sql`e.published_at >= ${span[0]} and e.published_at < ${span[1]}`)
  if (termId) {
    conditions.push(sql`exists (
      with recursive down (id, depth) as (
        select ${termId}::uuid, 1
        union all select p.id, down.depth + 1 from publishing.term p join down on p.parent_id = down.id where down.depth < 10)
      select 1 from down join publishing.entry_term et on et.term_id = down.id where et.entry_id = e.id)`)
  }
  return sql.join(conditions, sql` and `)
}

function toPost(row: ListRow): ListedPost {
  return {
    id: row.id,
    title: row.title,
    lang: row.lang,
    href: hrefOf(row.path),
    extract: row.excerpt || extractOf(row.beginning ?? ''),
    publishedAt: row.published_at,
    author: row.author_slug && row.author_name ? { name: row.author_name, href: authorHref(row.author_slug) } : null,
    categories: row.categories.map(({ taxonomy, name, slugs }) => ({
      taxonomy,
      name,
      href: termHref(taxonomy, slugs),
    })),
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
  span?: readonly [Date, Date],
): Promise<readonly { readonly year: number; readonly month: number; readonly count: number }[]> {
  const { rows } = await sql<{ year: number; month: number; count: number }>`
    select extract(year from local)::int as year, extract(month from local)::int as month, count(*) as count
    from (select e.published_at at time zone ${zone} as local from publishing.entry e where ${postsMatching(span ? { span } : {})}) as dated
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
