import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import { images } from '../../writing/index.ts'
import { acceptsComments } from '../comments/rules.ts'
import { commentRules } from '../comments/settings.ts'
import type { Appearance, Provenance } from '../provenance/provenance.ts'
import { whereaboutsColumns } from '../provenance/shown.ts'
import { seriesColumn, type SeriesRow, type ShownSeries, toSeries } from '../series/shown.ts'
import type { ShownEntry } from './addresses.ts'
import { hrefOf } from './paths.ts'
import type { Picture } from './pictures.ts'
import { byName, categoriesOf, type ShownTerm, termHref } from './terms.ts'

/** An approved comment. Never the address of who wrote it. */
export interface ShownComment {
  readonly id: string
  readonly parentId: string | null
  readonly author: string
  readonly authorUrl: string | null
  readonly body: string
  readonly writtenAt: Date
  /** An officer's, for the group. */
  readonly official: boolean
}
interface Link {
  readonly title: string
  readonly href: string
}

/** What a page shows beside an entry's own text. */
export interface Companions {
  readonly terms: readonly ShownTerm[]
  readonly notes: readonly { readonly notedAt: Date; readonly text: string }[]
  readonly comments: readonly ShownComment[]
  readonly takesComments: boolean
  /** By their path. Only those whose file is here, or whose alternative is known. */
  readonly pictures: ReadonlyMap<string, Picture>
  /** Of a post: where it came from, and where it went. */
  readonly provenance: Provenance | null
  readonly appearances: readonly Appearance[]
  readonly series: ShownSeries | null
  readonly older: Link | null
  readonly newer: Link | null
  /** Of a page: those above it from the top, beside it, and below it. */
  readonly above: readonly Link[]
  readonly beside: readonly Link[]
  readonly below: readonly Link[]
}

interface Row {
  terms?: readonly TermRow[] | null
  notes: readonly { noted_at: string; text: string }[]
  comments: readonly {
    id: string
    parent_id: string | null
    author_name: string
    author_url: string | null
    body: string
    written_at: string
    official: boolean
  }[]
  pictures: readonly Picture[]
  provenance?: Provenance | null
  appearances?: readonly Appearance[] | null
  series?: SeriesRow | null
  older?: LinkRow | null
  newer?: LinkRow | null
  above?: readonly LinkRow[] | null
  beside?: readonly LinkRow[] | null
  below?: readonly LinkRow[] | null
}
/** A tag has its name and slug; a category is known by its id. */
interface TermRow {
  id: string
  name: string
  slug: string
}
interface LinkRow {
  title: string
  path: string
}

/**
 * All in one query, whatever the number of comments, terms and pictures. Posts and pages are asked about different
 * things: planning what a page does not need would cost more than reading it.
 */
export async function companionsOf(tx: Tx, entry: ShownEntry, group: KnownGroup): Promise<Companions> {
  const categories = await categoriesOf(tx, group)
  const own =
    entry.kind === 'post' ? sql`${filedUnder}, ${whereaboutsColumns}, ${seriesColumn}, ${neighbours}` : pagesNear
  const { rows } = await sql<Row>`
    select ${own},
      (select coalesce(json_agg(json_build_object('noted_at', n.noted_at, 'text', n.text) order by n.noted_at), '[]')
        from publishing.update_note n where n.entry_id = e.id) as notes,
      (select coalesce(json_agg(json_build_object('id', k.id, 'parent_id', k.parent_id, 'author_name', k.author_name,
          'author_url', k.author_url, 'body', k.body, 'written_at', k.written_at, 'official', k.official) order by k.written_at, k.id), '[]')
        from publishing.comment k where k.entry_id = e.id and k.status = 'approved') as comments,
      (select coalesce(json_agg(json_build_object('path', p.path, 'alt', p.alt, 'sha256', p.sha256,
          'mediaType', f.media_type, 'width', f.width, 'height', f.height)), '[]')
        from publishing.picture p left join platform.file f on f.sha256 = p.sha256
        where p.path = any(${picturePaths(entry)})) as pictures
    from publishing.entry e where e.id = ${entry.id}`.execute(tx)
  const takesComments = acceptsComments(entry, await commentRules(tx, group), new Date())
  return { ...toCompanions(rows[0]!, categories), takesComments }
}

const filedUnder = sql`
  (select json_agg(json_build_object('id', term.id, 'name', term.name, 'slug', term.slug))
    from publishing.entry_term et join publishing.term term on term.id = et.term_id where et.entry_id = e.id) as terms`

/** Titles come from the search's texts, which hold those of the published versions. */
const link = sql`json_build_object('title', s.title, 'path', a.path)`
const published = sql`
  publishing.entry o
  join publishing.search_text s on s.entry_id = o.id
  join publishing.address a on a.entry_id = o.id and a.kind = 'entry'`

/** Chosen before anything is joined to it: asked for both at once, the server reads all titles to find one. */
const neighbour = (posts: RawBuilder<unknown>) => sql`(
  select ${link} from (
    select p.id from publishing.entry p where p.kind = 'post' and p.status = 'published' and ${posts} limit 1) as nearest
  join ${published} on o.id = nearest.id)`
const neighbours = sql`
  ${neighbour(sql`(p.published_at, p.id) < (e.published_at, e.id) order by p.published_at desc, p.id desc`)} as older,
  ${neighbour(sql`(p.published_at, p.id) > (e.published_at, e.id) order by p.published_at, p.id`)} as newer`

const pagesNear = sql`
  (with recursive up (id, parent_id, depth) as (
      select p.id, p.parent_id, 1 from publishing.entry p where p.id = e.parent_id
      union all select p.id, p.parent_id, up.depth + 1 from publishing.entry p join up on p.id = up.parent_id where up.depth < 10)
    select json_agg(${link} order by up.depth desc) from up join ${published} on o.id = up.id where o.status = 'published') as above,
  (select json_agg(${link} order by o.position, s.title) from ${published}
    where o.kind = 'page' and o.status = 'published' and o.parent_id = e.parent_id and e.parent_id is not null) as beside,
  (select json_agg(${link} order by o.position, s.title) from ${published}
    where o.kind = 'page' and o.status = 'published' and o.parent_id = e.id) as below`

function picturePaths({ body, picturePath }: ShownEntry): readonly string[] {
  const shown = images(body).map(({ src }) => src)
  return [...new Set(picturePath === null ? shown : [...shown, picturePath])]
}

function toCompanions(row: Row, categories: ReadonlyMap<string, ShownTerm>): Omit<Companions, 'takesComments'> {
  return {
    terms: byName(
      (row.terms ?? []).map(
        ({ id, name, slug }) => categories.get(id) ?? { taxonomy: 'tag', name, href: termHref('tag', slug) },
      ),
    ),
    notes: row.notes.map(({ noted_at, text }) => ({ notedAt: new Date(noted_at), text })),
    comments: row.comments.map((comment) => ({
      id: comment.id,
      parentId: comment.parent_id,
      author: comment.author_name,
      authorUrl: comment.author_url,
      body: comment.body,
      writtenAt: new Date(comment.written_at),
      official: comment.official,
    })),
    pictures: new Map(row.pictures.map((picture) => [picture.path, picture])),
    provenance: row.provenance ?? null,
    appearances: row.appearances ?? [],
    series: row.series ? toSeries(row.series) : null,
    older: row.older ? toLink(row.older) : null,
    newer: row.newer ? toLink(row.newer) : null,
    above: (row.above ?? []).map(toLink),
    beside: (row.beside ?? []).map(toLink),
    below: (row.below ?? []).map(toLink),
  }
}

const toLink = ({ title, path }: LinkRow): Link => ({ title, href: hrefOf(path) })
