import type { Tx } from '../../platform/database.ts'
import { router, type Web } from '../../platform/web.ts'
import type { ShownEntry } from './addresses.ts'
import type { ArchiveSubject } from './archives.ts'
import { atomFeed } from './feeds/atom.ts'
import { type FeedItem, idOfFeed, type NewsFeed } from './feeds/feed.ts'
import { jsonFeed } from './feeds/jsonFeed.ts'
import { newsOfComments, newsOfPosts } from './feeds/news.ts'
import { feedHref } from './head.ts'

/** The feeds of the whole website. Those of an archive or a post stand behind its own address. */
export const feedRoutes = router()

for (const path of ['/feed', '/feed/'] as const) {
  feedRoutes.get(path, (c) => answerAtom(c, { ...wholeSite(c), path: '/feed/' }))
}
feedRoutes.get('/feed.json', (c) => answerJson(c, { ...wholeSite(c), path: '/feed.json' }))
feedRoutes.get('/comments/feed/', (c) =>
  answerAtom(c, {
    path: '/comments/feed/',
    page: '/',
    title: `${c.var.group.name}: comments`,
    subtitle: 'What readers say.',
    items: (tx) => newsOfComments(tx, c.var.origin),
  }),
)

/** A year without posts is no page, so it has no feed either. */
export async function answerPostsFeed(
  c: Web,
  { href, title, lede, filter, whenEmpty }: ArchiveSubject,
): Promise<Response> {
  const feed = await feedOf(c, {
    path: href === '/posts' ? '/feed/' : feedHref(href),
    page: href,
    title: `${c.var.group.name}: ${title}`,
    subtitle: lede,
    items: (tx) => newsOfPosts(tx, filter, c.var.origin),
  })
  return feed.items.length === 0 && whenEmpty === null ? c.notFound() : answer(c, feed, atom)
}

export const answerCommentsFeed = (c: Web, { id, href, title }: ShownEntry): Promise<Response> =>
  answerAtom(c, {
    path: feedHref(href),
    page: href,
    title: `Comments on ${title}`,
    subtitle: '',
    items: (tx) => newsOfComments(tx, c.var.origin, id),
  })

interface Asked {
  readonly path: string
  readonly page: string
  readonly title: string
  readonly subtitle: string
  readonly items: (tx: Tx) => Promise<readonly FeedItem[]>
}

const wholeSite = (c: Web) => ({
  page: '/',
  title: c.var.group.name,
  subtitle: 'What we publish, newest first.',
  items: (tx: Tx) => newsOfPosts(tx, {}, c.var.origin),
})

const atom = { type: 'application/atom+xml; charset=utf-8', write: atomFeed }

const answerAtom = async (c: Web, asked: Asked): Promise<Response> => answer(c, await feedOf(c, asked), atom)

const answerJson = async (c: Web, asked: Asked): Promise<Response> =>
  answer(c, await feedOf(c, asked), {
    type: 'application/feed+json; charset=utf-8',
    write: (feed) => JSON.stringify(jsonFeed(feed)).replaceAll('<', '\\u003c'), // nothing in it looks like HTML to anybody
  })

async function feedOf(c: Web, { path, page, title, subtitle, items }: Asked): Promise<NewsFeed> {
  const { origin, group, read } = c.var
  return {
    id: idOfFeed(group.slug, path),
    title,
    subtitle,
    pageUrl: origin + page,
    selfUrl: origin + path,
    groupName: group.name,
    items: await read(items),
  }
}

/** The page cache gives the entity tag and answers those who already have it (RFC 9110, 13.1.2). */
const answer = (
  c: Web,
  feed: NewsFeed,
  { type, write }: { type: string; write: (feed: NewsFeed) => string },
): Response => c.body(write(feed), 200, { 'content-type': type })
