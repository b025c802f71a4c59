import { readSettings } from '../platform/settings.ts'
import type { Tx } from '../platform/database.ts'
import type { KnownGroup } from '../platform/groups.ts'
import { router } from '../platform/web.ts'
import {
  answerFrontPage,
  chosenPicture,
  listPosts,
  type ListedPost,
  publicSite,
  siteFeeds,
} from '../publishing/index.ts'
import type { Look } from '../ui/Page.tsx'
import { Time } from '../ui/Time.tsx'
import type { Work } from '../ui/WorkCard.tsx'
import { homeSettings } from './homeSettings.ts'
import { HomePage } from './pages/HomePage.tsx'

export const homeRoutes = router()

const POSTS_SHOWN = 3

homeRoutes.get('/', async (c) => {
  const { look, group, origin } = c.var
  const known = await c.var.read((tx) => publicSite(tx, { group, look }))
  const chosen = known.elsewhere ? null : await answerFrontPage(c)
  if (chosen) return chosen

  const { site, posts, ...home } = await c.var.read((tx) => readHome(tx, { group, look }))
  const head = {
    title: group.name,
    description: home.hero.lede || site.about,
    canonical: `${origin}/`,
    openGraph: { type: 'website' as const },
    feeds: site.elsewhere ? [] : siteFeeds({ origin, groupName: group.name }),
  }
  return c.html(
    <HomePage head={head} site={site} home={{ ...home, works: posts.map((post) => asWork(post, group.zone)) }} />,
  )
})

/** Six queries at most. */
async function readHome(tx: Tx, { group, look }: { group: KnownGroup; look: Look }) {
  const settings = await readSettings(tx, homeSettings)
  const chosen = settings.hero.picture
  return {
    ...settings,
    site: await publicSite(tx, { group, look }),
    posts: (await listPosts(tx, group, { limit: POSTS_SHOWN, pinnedFirst: true })).slice(0, POSTS_SHOWN),
    picture: chosen ? await chosenPicture(tx, chosen) : undefined,
  }
}

const asWork = (post: ListedPost, zone: string): Work => ({
  title: post.title,
  href: post.href,
  kind: post.categories[0]?.name ?? 'Post',
  icon: 'newspaper',
  extract: post.extract,
  foot: (
    <span>
      <Time at={post.publishedAt} zone={zone} />
      {post.author && `, ${post.author.name}`}
    </span>
  ),
})
