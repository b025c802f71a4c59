import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { hrefOf } from '../public/paths.ts'

export interface Part {
  readonly id: string
  readonly title: string
  readonly href: string
}

/** A series as readers see it: only its published parts, in order. */
export interface ShownSeries {
  readonly name: string
  readonly href: string
  readonly about: string
  readonly parts: readonly Part[]
}

export interface SeriesRow {
  readonly name: string
  readonly slug: string
  readonly about: string
  readonly parts: readonly { readonly id: string; readonly title: string; readonly path: string }[] | null
}

/** Titles come from the search's texts, which hold those of the published versions. */
const partsOf = (series: RawBuilder<unknown>) => sql`
  (select json_agg(json_build_object('id', o.id, 'title', st.title, 'path', oa.path) order by sp.position, o.id)
    from publishing.series_part sp
    join publishing.entry o on o.id = sp.entry_id and o.status = 'published'
    join publishing.search_text st on st.entry_id = o.id
    join publishing.address oa on oa.entry_id = o.id and oa.kind = 'entry'
    where sp.series_id = ${series})`

/** For `publishing.entry e`: the series it is part of, for the query that reads all beside a text. */
export const seriesColumn = sql`
  (select json_build_object('name', se.name, 'slug', se.slug, 'about', se.about, 'parts', ${partsOf(sql`se.id`)})
    from publishing.series_part own join publishing.series se on se.id = own.series_id where own.entry_id = e.id) as series`

export const toSeries = ({ name, slug, about, parts }: SeriesRow): ShownSeries => ({
  name,
  about,
  href: seriesHref(slug),
  parts: (parts ?? []).map(({ id, title, path }) => ({ id, title, href: hrefOf(path) })),
})

/** All series with something to read, or the one with this slug. One query. */
export async function listShown(tx: Tx, slug?: string): Promise<readonly ShownSeries[]> {
  const { rows } = await sql<SeriesRow>`
    select se.name, se.slug, se.about, ${partsOf(sql`se.id`)} as parts from publishing.series se
    ${slug === undefined ? sql`` : sql`where se.slug = ${slug}`} order by lower(se.name), se.id`.execute(tx)
  return rows.map(toSeries).filter(({ parts }) => parts.length > 0)
}

export const seriesHref = (slug: string): string => `/series/${encodeURIComponent(slug)}`
