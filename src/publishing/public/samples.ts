import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Sample } from '../../platform/slice.ts'
import { datesHref } from './archiveAddresses.ts'
import { feedHref } from './head.ts'
import { hrefOf } from './paths.ts'
import { shownImage } from './pictures.ts'
import { countByMonth } from './posts.ts'
import { termHref, termPath, type Taxonomy } from './terms.ts'

/** An address of every kind, as far as the group has something to show there. */
export async function publicSamples(tx: Tx): Promise<readonly Sample[]> {
  return [
    ...fixed,
    ...(await entrySamples(tx)),
    ...(await dateSamples(tx)),
    ...(await termSamples(tx)),
    ...(await fileSamples(tx)),
  ]
}

const sample = (route: string, address = route): Sample => ({ route, address, as: 'visitor' })

const fixed: readonly Sample[] = [
  ...['/favicon.svg', '/favicon.ico', '/robots.txt', '/sitemap.xml', '/feed', '/feed/', '/feed.json', '/posts'].map(
    (route) => sample(route),
  ),
  sample('/sitemap/:file{[1-9][0-9]{0,3}\\.xml}', '/sitemap/1.xml'),
  sample('/search'),
  sample('/search', '/search?q=care'),
  sample('/search', '/search?q=xylophone'),
  sample('/comments/feed/'),
  sample('/comments/feed'),
  sample('/comments/feed/:kind{(?:rss2?|rdf|atom)/?}', '/comments/feed/rss2/'),
  sample('/feed/:kind{(?:rss2?|rdf|atom)/?}', '/feed/rss2/'),
  sample('/posts/*', '/posts/'),
  sample('/page/:page', '/page/2'),
  sample('/page/:page/', '/page/2/'),
]

/** A few posts and pages, with what stands behind them. */
async function entrySamples(tx: Tx): Promise<readonly Sample[]> {
  const { rows } = await sql<{ path: string; author: string | null }>`
    select path, author from (
      select a.path, by.slug as author, row_number() over (partition by e.kind order by e.published_at desc) as place,
        exists (select 1 from publishing.comment k where k.entry_id = e.id and k.status = 'approved') as talked_about
      from publishing.entry e join publishing.address a on a.entry_id = e.id and a.kind = 'entry'
      left join publishing.author by on by.id = e.author_id where e.status = 'published') as placed
    order by talked_about desc, place limit 6`.execute(tx)
  const author = rows.find((row) => row.author !== null)?.author
  return [
    ...rows.map(({ path }) => sample('*', hrefOf(path))),
    ...rows.slice(0, 1).map(({ path }) => sample('*', feedHref(hrefOf(path)))),
    ...(author
      ? ['', 'feed/'].map((tail) => sample('/author/*', `/author/${encodeURIComponent(author)}/${tail}`))
      : []),
  ]
}

async function dateSamples(tx: Tx): Promise<readonly Sample[]> {
  const [latest] = await countByMonth(tx, 'UTC')
  if (!latest) return []
  const [year, month] = [latest.year, latest.month]
  return [
    sample('/:year{[0-9]{4}}', `/${year}`),
    sample('/:year{[0-9]{4}}/*', datesHref(year)),
    sample('/:year{[0-9]{4}}/*', datesHref(year, month)),
  ]
}

async function termSamples(tx: Tx): Promise<readonly Sample[]> {
  const { rows } = await sql<{ taxonomy: Taxonomy; slugs: string }>`
    select distinct on (term.taxonomy) term.taxonomy, ${termPath} as slugs from publishing.term term
    join publishing.entry_term et on et.term_id = term.id order by term.taxonomy, term.parent_id nulls last, term.name`.execute(
    tx,
  )
  return rows.map(({ taxonomy, slugs }) => sample(`/${taxonomy}/*`, termHref(taxonomy, slugs)))
}

async function fileSamples(tx: Tx): Promise<readonly Sample[]> {
  const rows = await tx
    .selectFrom('publishing.picture as p')
    .innerJoin('platform.file as f', 'f.sha256', 'p.sha256')
    .select(['p.path', 'p.alt', 'p.sha256', 'f.media_type as mediaType', 'f.width', 'f.height'])
    .orderBy('p.path')
    .limit(20)
    .execute()
  return ['/files', '/wp-content/uploads'].flatMap((folder) => {
    const picture = rows.find(({ path }) => path.startsWith(`${folder}/`))
    return picture ? [sample(`${folder}/*`, shownImage(picture).src)] : []
  })
}
