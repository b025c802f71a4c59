import type { Tx } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readSettings } from '../../platform/settings.ts'
import { router, type Web } from '../../platform/web.ts'
import type { PublicSite } from '../../ui/PublicLayout.tsx'
import { trustHtml } from '../../ui/Trusted.tsx'
import { headings, readingMinutes, toHtml } from '../../writing/index.ts'
import { findAddress, findShown, type ShownEntry } from './addresses.ts'
import { type Companions, companionsOf } from './companions.ts'
import { answerCommentsFeed } from './feedRoutes.ts'
import { publicSite } from './frame.tsx'
import { entryHead } from './head.ts'
import { type EntryPageProps, PostPage } from './pages/PostPage.tsx'
import { SitePage } from './pages/SitePage.tsx'
import { askedPath } from './paths.ts'
import { shownImage, withPictures } from './pictures.ts'
import { frontPageSetting } from './settings.ts'

/** Addresses that are data: asked after all routes. */
export const entryRoutes = router()

entryRoutes.get('*', async (c, next) => {
  const asked = askedPath(c.req.url)
  if (!asked) return c.notFound()
  const { found, shown } = await c.var.read(async (tx) => {
    const at = await findAddress(tx, asked)
    const isPage = at?.kind === 'entry' && at.view.kind === 'page'
    return { found: at, shown: isPage ? { entry: at.entry, ...(await around(tx, at.entry, c)) } : null }
  })
  if (shown) return c.html(entryPage(c, shown))
  if (!found) return next()
  if (found.kind === 'gone') throw new Refusal('This was here once and has been taken down.', 410)
  return found.kind === 'moved' ? c.redirect(found.to, 301) : answerCommentsFeed(c, found.entry)
})

/** The page a group has chosen to stand at '/'; null when it chose none, or one that is not published. */
export async function answerFrontPage(c: Web): Promise<Response | null> {
  const shown = await c.var.read(async (tx) => {
    const { front } = await readSettings(tx, { front: frontPageSetting })
    const entry = front === null ? null : await findShown(tx, front)
    return entry && { entry: { ...entry, href: '/' }, ...(await around(tx, entry, c)) }
  })
  return shown && c.html(entryPage(c, shown))
}

interface Shown {
  readonly entry: ShownEntry
  readonly companions: Companions
  readonly site: PublicSite
}

const around = async (tx: Tx, entry: ShownEntry, c: Web): Promise<Omit<Shown, 'entry'>> => ({
  companions: await companionsOf(tx, entry, c.var.group),
  site: await publicSite(tx, c.var),
})

/** The page of a post or a page of the site; the office shows a preview by it too. */
export const entryPage = (c: Web, shown: Shown) =>
  shown.entry.kind === 'post' ? <PostPage {...propsOf(c, shown)} /> : <SitePage {...propsOf(c, shown)} />

function propsOf(c: Web, { entry, companions, site }: Shown): EntryPageProps {
  const { pictures } = companions
  const doc = withPictures(entry.body, pictures)
  const image = (src: string) => {
    const picture = pictures.get(src)
    return picture ? shownImage(picture) : { src }
  }
  return {
    entry,
    companions,
    site,
    zone: c.var.group.zone,
    head: entryHead(entry, companions, { origin: c.var.origin, groupName: c.var.group.name }),
    html: trustHtml(toHtml(doc, { image })),
    headings: headings(doc),
    minutes: readingMinutes(doc),
  }
}
