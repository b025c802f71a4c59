import { sql } from 'kysely'
import { applicationsSetting, JOIN } from '../../people/index.ts'
import type { Tx } from '../../platform/database.ts'
import { readSettings } from '../../platform/settings.ts'
import type { PublicLink, PublicPage, Slice } from '../../platform/slice.ts'
import { whileUnchanged } from '../../platform/whileUnchanged.ts'
import type { FooterColumn, PublicSite } from '../../ui/PublicLayout.tsx'
import type { MenuItem } from '../../ui/SiteMenu.tsx'
import { safeUrl, shortened } from '../../writing/index.ts'
import { hrefOf } from './paths.ts'
import {
  aboutSetting,
  elsewhereSetting,
  footerSetting,
  imprintSetting,
  joinSetting,
  noticeSetting,
  promoterWords,
  type SiteLink,
} from './settings.ts'
import { termHref, termPath } from './terms.ts'

/** What every public page shows around itself. Kept; found in two queries, one for the menu and one for the settings. */
export const publicSite = (tx: Tx, page: PublicPage): Promise<PublicSite> =>
  keptSites(page.group, () => readSite(tx, page))
const keptSites = whileUnchanged<PublicSite>()

async function readSite(tx: Tx, { look, slices }: PublicPage): Promise<PublicSite> {
  const { menu, links } = await readMenu(tx, slices)
  const { notice, about, imprint, join, footer, elsewhere, applications } = await readSettings(tx, {
    notice: noticeSetting,
    about: aboutSetting,
    imprint: imprintSetting,
    join: joinSetting,
    footer: footerSetting,
    elsewhere: elsewhereSetting,
    applications: applicationsSetting,
  })
  return {
    ...look,
    iconHref: '/favicon.svg',
    menu: elsewhere === null ? menu : [{ label: 'Our website', href: elsewhere }],
    elsewhere: elsewhere ?? undefined,
    notice: notice && <NoticeLine sentence={notice.sentence} link={notice.link} />,
    join: join && (join.href !== JOIN || applications.open) ? join : undefined,
    about: about || undefined,
    columns: elsewhere === null ? [...footer, thisWebsite(links)] : [],
    imprint: promoterWords(imprint),
  }
}

const thisWebsite = (links: FooterColumn['links']): FooterColumn => ({
  title: 'This website',
  links: [
    { label: 'All posts', href: '/posts' },
    ...links,
    { label: 'Search', href: '/search' },
    { label: 'Follow by web feed', href: '/feed/' },
  ],
})

const NoticeLine = ({ sentence, link }: { sentence: string; link: SiteLink | null }) => (
  <>
    {sentence} {link && <a href={link.href}>{link.label}</a>}
  </>
)

interface MenuRow {
  id: string
  parent_id: string | null
  label: string
  kind: 'entry' | 'term' | 'link' | 'foot'
  href: string | null
  path: string | null
  taxonomy: 'category' | 'tag' | null
  slugs: string | null
}

/** The title of a page may be a sentence; a menu has room for a few words. */
const LONGEST_LABEL = 40

/** A group that made no menu of its own gets one of its posts and its first pages. */
async function readMenu(
  tx: Tx,
  slices: readonly Slice[],
): Promise<{ menu: readonly MenuItem[]; links: FooterColumn['links'] }> {
  const { rows } = await sql<MenuRow>`
    with own as (
      select m.id, m.parent_id, m.position, m.label, m.kind, m.href, a.path, term.taxonomy, ${termPath} as slugs
      from publishing.menu_item m
      left join publishing.entry e on e.id = m.entry_id and e.status = 'published'
      left join publishing.address a on a.entry_id = e.id and a.kind = 'entry'
      left join publishing.term term on term.id = m.term_id)
    select * from own
    union all (
      select e.id, null, 1 + row_number() over (order by e.position, s.title), s.title, 'entry', null, a.path, null, null
      from publishing.entry e
      join publishing.search_text s on s.entry_id = e.id
      join publishing.address a on a.entry_id = e.id and a.kind = 'entry'
      where e.kind = 'page' and e.status = 'published' and e.parent_id is null and not exists (select 1 from own)
      order by e.position, s.title limit 4)
    ${rowIf('link', { label: 'Posts', href: '/posts', when: sql`not exists (select 1 from own)` })}
    ${sql.join(
      slices.flatMap(({ publicLinks = [] }) => publicLinks.map((link) => rowIf('foot', link))),
      sql` `,
    )}
    order by position`.execute(tx)
  const itemsBelow = (parent: string | null): readonly MenuItem[] =>
    rows
      .filter(({ parent_id, kind }) => parent_id === parent && kind !== 'foot')
      .flatMap((row) => {
        const href = hrefOfRow(row)
        return href === null
          ? []
          : [{ label: shortened(row.label, LONGEST_LABEL), href, items: parent === null ? itemsBelow(row.id) : [] }]
      })
  const links = rows.flatMap(({ kind, label, href }) => (kind === 'foot' && href ? [{ label, href }] : []))
  return { menu: itemsBelow(null), links }
}

/** A row of the menu's query that stands in no table. */
const rowIf = (kind: 'link' | 'foot', { label, href, when }: PublicLink) =>
  sql`union all select '00000000-0000-0000-0000-000000000000'::uuid, null, 0, ${label}, ${kind}, ${href}, null, null, null where ${when}`

/** Null for what the public cannot see, or an address that is not safe. */
function hrefOfRow({ kind, href, path, taxonomy, slugs }: MenuRow): string | null {
  if (kind === 'entry') return path === null ? null : hrefOf(path)
  if (kind === 'term') return taxonomy && slugs ? termHref(taxonomy, slugs) : null
  return safeUrl(href ?? '')
}
