import { sql } from 'kysely'
import type { Tx } from '../platform/database.ts'
import type { KnownGroup } from '../platform/groups.ts'
import type { NewsItem } from '../platform/slice.ts'
import { plural } from '../ui/words.ts'
import { listPosts } from './public/posts.ts'

/** The most stories one letter is made of. */
const MOST_STORIES = 8
/** Fewer say nothing about a website. */
const FEWEST_COMMENTS = 5

/** Posts that were published since, and how much was said under them. */
export async function news(tx: Tx, group: KnownGroup, since: Date): Promise<readonly NewsItem[]> {
  const posts = await listPosts(tx, group, { filter: { span: [since, new Date()] }, limit: MOST_STORIES })
  const stories = posts.toReversed().map(({ id, href, publishedAt, categories }): NewsItem => ({
    kind: 'story',
    at: publishedAt,
    post: id,
    href,
    label: categories[0]?.name ?? '',
  }))
  const { rows } = await sql<{ comments: number; last: Date | null }>`
    select count(*)::int as comments, max(written_at) as last from publishing.comment
    where status = 'approved' and written_at >= ${since}`.execute(tx)
  const { comments, last } = rows[0]!
  if (comments < FEWEST_COMMENTS || !last) return stories
  const says = `${plural(comments, 'comment')} on our website`.replace(/^\S+ /, '')
  return [...stories, { kind: 'figure', at: last, value: String(comments), says, href: '/posts' }]
}
