import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { type DocJson, mapAddresses, toHtml } from '../../writing/index.ts'
import { hrefOf } from '../public/paths.ts'
import { type OwnMeta, writeOwnMeta } from '../wordpress/ownMeta.ts'
import type { Plan } from './plan.ts'
import type { ExportedItem } from './wxr.ts'

/** What every part of one export has at hand. */
export interface Leaving {
  readonly tx: Tx
  readonly plan: Plan
  /** The site's address, without a last slash. */
  readonly home: string
  readonly zone: string
}

interface Row {
  readonly id: string
  readonly kind: 'post' | 'page'
  readonly status: 'draft' | 'scheduled' | 'published' | 'withdrawn'
  readonly slug: string
  readonly login: string | null
  readonly parentId: string | null
  readonly pictureId: string | null
  readonly position: number
  readonly publishedAt: Date | null
  readonly updatedAt: Date | null
  readonly createdAt: Date
  readonly excerpt: string
  readonly pinned: boolean
  readonly commentsOpen: boolean
  readonly path: string | null
  readonly title: string
  readonly body: DocJson
  readonly madeAt: Date
  readonly standing: 'agreed' | 'members' | 'personal' | null
  readonly lang: string
  readonly terms: readonly { readonly taxonomy: string; readonly slug: string; readonly name: string }[]
  readonly notes: OwnMeta['notes']
  readonly provenance: OwnMeta['provenance']
  readonly appearances: OwnMeta['appearances']
  readonly series: OwnMeta['series']
  readonly comments: number
}

/** An entry on its way out, and how many comments follow it. */
export interface LeavingEntry {
  readonly id: string
  readonly item: ExportedItem
  readonly comments: number
}

/** Some posts and pages, by id: what the public sees of those it knows, the latest words of the others. One query. */
export async function entryItems(leaving: Leaving, ids: readonly string[]): Promise<ReadonlyMap<string, LeavingEntry>> {
  const { rows } = await sql<Row>`
    select e.id, e.kind, e.status, e.slug, a.slug as login, e.parent_id as "parentId", e.picture_id as "pictureId", e.position,
      e.published_at as "publishedAt", e.updated_at as "updatedAt", e.created_at as "createdAt", e.excerpt, e.pinned,
      e.comments_open as "commentsOpen", d.path, t.title, t.body, t.made_at as "madeAt", t.standing, t.lang,
      (select count(*) from publishing.comment c where c.entry_id = e.id)::int as comments,
      array(select jsonb_build_object('taxonomy', m.taxonomy, 'slug', m.slug, 'name', m.name) from publishing.entry_term l
        join publishing.term m on m.id = l.term_id where l.entry_id = e.id order by m.taxonomy, m.slug) as terms,
      array(select jsonb_build_object('at', to_char(n.noted_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'text', n.text)
        from publishing.update_note n where n.entry_id = e.id order by n.noted_at, n.text) as notes,
      (select jsonb_build_object('source', p.source, 'href', p.href, 'leave', p.leave, 'firstOn', p.first_on)
        from publishing.provenance p where p.entry_id = e.id) as provenance,
      array(select jsonb_build_object('outlet', p.outlet, 'on', p.on_day, 'href', p.href)
        from publishing.appearance p where p.entry_id = e.id order by p.on_day, p.outlet, p.href) as appearances,
      (select jsonb_build_object('slug', s.slug, 'name', s.name, 'about', s.about, 'position', l.position)
        from publishing.series_part l join publishing.series s on s.id = l.series_id where l.entry_id = e.id) as series
    from publishing.entry e
    join writing.text t on t.document_id = e.document_id and t.number = coalesce(e.published_version, t.latest)
    left join publishing.author a on a.id = e.author_id
    left join lateral (select path from publishing.address where entry_id = e.id order by path limit 1) d on true
    where e.id = any(${ids})`.execute(leaving.tx)
  return new Map(rows.map((row) => [row.id, { id: row.id, item: itemOf(leaving, row), comments: row.comments }]))
}

const STATUS = { published: 'publish', scheduled: 'future', draft: 'draft', withdrawn: 'draft' } as const

function itemOf({ plan, home }: Leaving, row: Row): ExportedItem {
  const number = plan.itemNumbers.get(row.id)!
  const at = row.publishedAt ?? row.createdAt
  const own = writeOwnMeta({
    path: row.path,
    withdrawn: row.status === 'withdrawn',
    standing: row.standing,
    lang: row.lang,
    updatedAt: row.updatedAt && isoSecond(row.updatedAt),
    notes: row.notes,
    provenance: row.provenance,
    appearances: row.appearances,
    series: row.series,
  })
  const picture = row.pictureId && plan.itemNumbers.get(row.pictureId)
  return {
    number,
    type: row.kind,
    title: row.title,
    link: row.path && row.status === 'published' ? home + hrefOf(row.path) : `${home}/?p=${number}`,
    slug: row.slug,
    status: STATUS[row.status],
    at,
    modifiedAt: row.updatedAt ?? row.madeAt,
    login: row.login ?? '',
    content: toHtml(withWholePictures(row.body, home), { form: 'export' }),
    excerpt: row.excerpt,
    parent: (row.parentId && plan.itemNumbers.get(row.parentId)) || 0,
    position: row.position,
    sticky: row.pinned,
    commentsOpen: row.commentsOpen,
    attachmentUrl: null,
    terms: row.terms.map(({ taxonomy, slug, name }) => ({
      domain: taxonomy === 'tag' ? 'post_tag' : 'category',
      slug,
      name,
    })),
    meta: { ...(picture && { _thumbnail_id: String(picture) }), ...own },
  }
}

/** WordPress moves pictures to a place of its own and finds them in texts by their whole address. */
const withWholePictures = (body: DocJson, home: string): DocJson =>
  mapAddresses(body, (address, use) => (use === 'image' && address.startsWith('/') ? home + address : address))

/** To the second, as everything in an export is. */
const isoSecond = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`
