import type { Next } from 'hono'
import { router, type Web } from '../../platform/web.ts'
import { type ArchiveAsked, archiveAt, pageHref } from './archiveAddresses.ts'
import { archiveYears, countIn, findSubject } from './archives.ts'
import { answerPostsFeed } from './feedRoutes.ts'
import { publicSite } from './frame.tsx'
import { feedHref, siteFeeds } from './head.ts'
import { ArchivePage } from './pages/ArchivePage.tsx'
import { askedPath } from './paths.ts'
import { listPosts, POSTS_A_PAGE } from './posts.ts'

/** All posts, and those of an author, a category or a tag. */
export const archiveRoutes = router()
/** Posts by date. Entries below them ('/2017/11/20/slug/') are none, and asked next. */
export const dateRoutes = router()

for (const path of ['/posts', '/posts/*', '/author/*', '/category/*', '/tag/*'] as const) {
  archiveRoutes.get(path, answerArchive)
}
dateRoutes.get('/:year{[0-9]{4}}/*', answerArchive)
dateRoutes.get('/:year{[0-9]{4}}', answerArchive)

/** What was renamed or merged left a redirect among the addresses, which are asked next. */
async function answerArchive(c: Web, next: Next): Promise<Response | void> {
  const path = askedPath(c.req.url)
  const asked = path && archiveAt(path.normal)
  if (!path || !asked || asked.view.kind === 'other') return next()
  const found = await readArchive(c, asked, path.raw)
  if (!found) return next()
  if (found.kind === 'moved') return c.redirect(found.to, 301)
  if (found.kind === 'feed') return answerPostsFeed(c, found.subject)
  const { subject, page } = found
  const place = { origin: c.var.origin, groupName: c.var.group.name }
  const head = {
    title: page === 1 ? subject.title : `${subject.title}, page ${page}`,
    description: subject.lede || `${subject.title}: posts of ${place.groupName}.`,
    canonical: place.origin + pageHref(subject.href, page),
    noindex: found.total === 0,
    openGraph: { type: 'website' as const },
    feeds: [
      ...(subject.href === '/posts'
        ? []
        : [{ href: feedHref(subject.href), title: subject.title, type: 'application/atom+xml' as const }]),
      ...siteFeeds(place),
    ],
  }
  return c.html(<ArchivePage {...found} head={head} zone={c.var.group.zone} />)
}

/** At most six queries, whatever the number of posts, and two when nothing public has changed since the last. */
function readArchive(c: Web, { archive, view }: ArchiveAsked, raw: string) {
  const { group } = c.var
  return c.var.read(async (tx) => {
    const subject = await findSubject(tx, archive, group.zone)
    if (!subject) return null
    const page = view.kind === 'page' ? view.page : 1
    const canonical = view.kind === 'feed' ? feedHref(subject.href) : pageHref(subject.href, page)
    if (raw !== canonical) return { kind: 'moved' as const, to: canonical }
    if (view.kind === 'feed') return { kind: 'feed' as const, subject }
    const pinnedFirst = archive.kind === 'all' && page === 1
    const posts = await listPosts(tx, group, { filter: subject.filter, page, pinnedFirst })
    if (posts.length === 0 && (page > 1 || subject.whenEmpty === null)) return null
    const total = await countIn(tx, group, subject)
    const byDate = archive.kind === 'all' || (archive.kind === 'dates' && !archive.month)
    const years =
      byDate && page === 1 ? await archiveYears(tx, group, archive.kind === 'dates' ? archive.year : undefined) : []
    const site = await publicSite(tx, c.var)
    return { kind: 'page' as const, subject, page, posts, total, pages: Math.ceil(total / POSTS_A_PAGE), years, site }
  })
}
