import { readSettings } from '../platform/settings.ts'
import type { Tx } from '../platform/database.ts'
import { router, type Web } from '../platform/web.ts'
import { pictures } from '../publishing/index.ts'
import type { Look } from '../ui/Page.tsx'
import { Time } from '../ui/Time.tsx'
import type { Work } from '../ui/WorkCard.tsx'
import { homeSettings } from './homeSettings.ts'
import { type Home, HomePage } from './pages/HomePage.tsx'
import { latestPosts, publicSite, siteFeeds } from './publishing.ts'

export const homeRoutes = router()

const POSTS_SHOWN = 3

homeRoutes.get('/', async (c) => {
  const { look, group, origin } = c.var
  const found = await c.var.read((tx) => readHome(tx, look))
  const { hero, facts, quote, joining, site, posts, picture } = found
  const home: Home = {
    hero,
    facts,
    quote,
    joining,
    picture: picture ? heroPicture(picture) : null,
    works: posts.map((post) => asWork(post, c)),
  }
  const head = {
    title: group.name,
    description: hero.lede || site.about,
    canonical: `${origin}/`,
    openGraph: { type: 'website' as const },
    feeds: siteFeeds({ origin, groupName: group.name }),
  }
  return c.html(<HomePage head={head} site={site} home={home} />)
})

/** Five queries at most. */
async function readHome(tx: Tx, look: Look) {
  const settings = await readSettings(tx, homeSettings)
  const chosen = settings.hero.picture
  return {
    ...settings,
    site: await publicSite(tx, look),
    posts: await latestPosts(tx, POSTS_SHOWN),
    picture: chosen ? await pictures.find(tx, chosen) : undefined,
  }
}

/** Nothing for a picture whose file has not been brought in yet. */
const heroPicture = ({ path, alt, width, height }: pictures.Picture): Home['picture'] =>
  width && height ? { src: path, alt, width, height } : null

type Post = Awaited<ReturnType<typeof latestPosts>>[number]

const asWork = (post: Post, c: Web): Work => ({
  title: post.title,
  href: post.href,
  kind: post.categories[0]?.name ?? 'Post',
  extract: post.extract,
  foot: (
    <span>
      <Time at={post.publishedAt} zone={c.var.group.zone} />
      {post.author && `, ${post.author.name}`}
    </span>
  ),
})
