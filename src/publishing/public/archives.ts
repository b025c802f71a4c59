import type { Tx } from '../../platform/database.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import { span } from '../../platform/time.ts'
import { whileUnchanged } from '../../platform/whileUnchanged.ts'
import type { ArchiveYear } from '../../ui/ArchiveList.tsx'
import type { Crumb } from '../../ui/Breadcrumb.tsx'
import { civilDayWords, monthName } from '../../ui/words.ts'
import { type Archive, datesHref } from './archiveAddresses.ts'
import { countByMonth, countPosts, findAuthor, type PostFilter } from './posts.ts'
import { findTerm, type ShownTerm } from './terms.ts'

/** What an archive is of, in words and as a filter. */
export interface ArchiveSubject {
  /** Its one address. */
  readonly href: string
  readonly title: string
  readonly lede: string
  readonly crumbs: readonly Crumb[]
  readonly filter: PostFilter
  readonly below: readonly ShownTerm[]
  /** What it says while it has no post; null where that is no page at all. */
  readonly whenEmpty: string | null
}

/** Finds what the address names, in at most one query. Null when there is no such author, category or tag. */
export async function findSubject(tx: Tx, archive: Archive, zone: string): Promise<ArchiveSubject | null> {
  switch (archive.kind) {
    case 'all':
      return { ...plain, ...all }
    case 'dates':
      return datesSubject(archive, zone)
    case 'author':
      return authorSubject(tx, archive.slug)
    case 'term':
      return termSubject(tx, archive)
  }
}

const home: Crumb = { label: 'Home', href: '/' }
const posts: Crumb = { label: 'Posts', href: '/posts' }
const plain = { lede: '', below: [], whenEmpty: null, filter: {} } as const
const all = {
  href: '/posts',
  title: 'Posts',
  lede: 'Everything we have published, newest first.',
  crumbs: [home, { label: 'Posts' }],
  whenEmpty: 'What the group publishes will stand here, newest first.',
} as const

function datesSubject({ year, month, day }: Extract<Archive, { kind: 'dates' }>, zone: string): ArchiveSubject {
  const crumbs: Crumb[] = [home, posts]
  if (month) crumbs.push({ label: String(year), href: datesHref(year) })
  if (month && day) crumbs.push({ label: monthName(month), href: datesHref(year, month) })
  const civil = datesHref(year, month, day).slice(1, -1).replaceAll('/', '-')
  const title = day ? civilDayWords(civil) : month ? `${monthName(month)} ${year}` : String(year)
  const filter = {
    span: span(zone, !month ? [year] : day ? [year, month, day] : [year, month]),
  }
  return {
    ...plain,
    href: datesHref(year, month, day),
    title: `Posts from ${title}`,
    crumbs: [...crumbs, { label: day ? String(day) : month ? monthName(month) : String(year) }],
    filter,
  }
}

async function authorSubject(tx: Tx, slug: string): Promise<ArchiveSubject | null> {
  const author = await findAuthor(tx, slug)
  if (!author) return null
  const { href, name, about, id } = author
  return { ...plain, href, title: name, lede: about, crumbs: [home, posts, { label: name }], filter: { authorId: id } }
}

async function termSubject(
  tx: Tx,
  { taxonomy, slug }: Extract<Archive, { kind: 'term' }>,
): Promise<ArchiveSubject | null> {
  const term = await findTerm(tx, taxonomy, slug)
  if (!term) return null
  return {
    href: term.href,
    title: term.name,
    lede: term.description,
    crumbs: [home, posts, ...term.above.map(({ name, href }) => ({ label: name, href })), { label: term.name }],
    filter: { termIds: term.ids },
    below: term.below,
    whenEmpty: `Posts filed under “${term.name}” will stand here.`,
  }
}

/** How many posts an archive holds. Counting takes longer than reading a page of it, so the figure is kept. */
export const countIn = (tx: Tx, group: KnownGroup, { href, filter }: ArchiveSubject): Promise<number> =>
  keptCounts(group, () => countPosts(tx, filter), href)
const keptCounts = whileUnchanged<number>(200)

/** Years with their months, for the archive of all posts and of one year. */
export async function archiveYears(tx: Tx, group: KnownGroup, year?: number): Promise<readonly ArchiveYear[]> {
  const years = await keptYears(group, () => readYears(tx, group.zone))
  return year === undefined ? years : years.filter((other) => other.year === year)
}
const keptYears = whileUnchanged<readonly ArchiveYear[]>()

async function readYears(tx: Tx, zone: string): Promise<readonly ArchiveYear[]> {
  const months = await countByMonth(tx, zone)
  return [...Map.groupBy(months, ({ year }) => year)].map(([year, counted]) => ({
    year,
    href: datesHref(year),
    months: counted.map(({ month, count }) => ({ label: monthName(month), href: datesHref(year, month), count })),
  }))
}
