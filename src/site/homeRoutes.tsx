import { readSettings } from '../platform/settings.ts'
import type { Tx } from '../platform/database.ts'
import type { PublicPage } from '../platform/slice.ts'
import { router } from '../platform/web.ts'
import {
  answerFrontPage,
  chosenPicture,
  listPosts,
  type ListedPost,
  publicSite,
  siteFeeds,
} from '../publishing/index.ts'
import { Time } from '../ui/Time.tsx'
import type { Work } from '../ui/WorkCard.tsx'
import { homeSettings } from './homeSettings.ts'
import { HomePage } from './pages/HomePage.tsx'

export const homeRoutes = router()

const POSTS_SHOWN = 3

homeRoutes.get('/', async (c) => {
  const { group, origin } = c.var
  const known = await c.var.read((tx) => publicSite(tx, c.var))
  const chosen = known.elsewhere ? null : await answerFrontPage(c)
  if (chosen) return chosen

  const { site, posts, ...home } = await c.var.read((tx) => readHome(tx, c.var))
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

/** Six queries at most, and the kept frame's. */
async function readHome(tx: Tx, page: PublicPage) {
  const settings = await readSettings(tx, homeSettings)
  const chosen = settings.hero.picture
  return {
    ...settings,
    site: await publicSite(tx, page),
    posts: (await listPosts(tx, page.group, { limit: POSTS_SHOWN, pinnedFirst: true })).slice(0, POSTS_SHOWN),
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
