import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { type DocJson, sameText } from '../../writing/index.ts'

/** What a website holds, item by item, in words that two groups can be compared by: no ids, moments to the second. */
export type Contents = Readonly<Record<ContentKind, readonly ContentItem[]>>
export type ContentKind =
  | 'posts'
  | 'pages'
  | 'authors'
  | 'categories'
  | 'tags'
  | 'comments'
  | 'menu_items'
  | 'pictures'
  | 'addresses'
export interface ContentItem {
  /** By which the same item is found on the other side. */
  readonly name: string
  readonly body?: DocJson
  readonly [field: string]: unknown
}

/** Everything an export of the website carries. For comparing two sites, with all of it in memory. */
export async function contentsOf(tx: Tx): Promise<Contents> {
  const rows = async (query: RawBuilder<ContentItem>) => (await query.execute(tx)).rows
  const entries = await rows(entriesQuery)
  const terms = await rows(termsQuery)
  return {
    posts: entries.filter(({ kind }) => kind === 'post'),
    pages: entries.filter(({ kind }) => kind === 'page'),
    authors: await rows(sql`select slug as name, name as shown, about, pen_name from publishing.author order by slug`),
    categories: terms.filter(({ taxonomy }) => taxonomy === 'category'),
    tags: terms.filter(({ taxonomy }) => taxonomy === 'tag'),
    comments: await rows(commentsQuery),
    menu_items: await rows(menuQuery),
    pictures: await rows(
      sql`select path as name, alt, caption, title, ${second(sql`added_at`)} as added_at from publishing.picture order by path`,
    ),
    addresses: await rows(addressesQuery),
  }
}

/** Where two sites differ, in words; nothing when they are equal item by item. */
export function differences(here: Contents, there: Contents): string[] {
  return (Object.keys(here) as ContentKind[]).flatMap((kind) => {
    const [ours, theirs] = [here[kind], there[kind]]
    if (ours.length !== theirs.length) return [`${kind}: ${ours.length} here, ${theirs.length} there`]
    return ours.flatMap((item, i) =>
      fieldsThatDiffer(item, theirs[i]!).map((field) => `${kind} ${item.name}: ${field}`),
    )
  })
}

function fieldsThatDiffer({ body, ...fields }: ContentItem, { body: otherBody, ...others }: ContentItem): string[] {
  const words = body && otherBody && !sameText(body, otherBody) ? ['words'] : []
  const differing = Object.keys(fields).filter((name) => JSON.stringify(fields[name]) !== JSON.stringify(others[name]))
  return [
    ...words,
    ...differing.map((name) => `${name} ${JSON.stringify(fields[name])} / ${JSON.stringify(others[name])}`),
  ]
}

const second = (moment: RawBuilder<unknown>) => sql`to_char(${moment} at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS')`

const entriesQuery = sql<ContentItem>`
  select concat_ws(' ', e.kind, coalesce(d.path, e.slug), t.title) as name, e.kind, e.status, e.slug, d.path, t.title, t.body,
    t.standing, t.lang, e.position, e.excerpt, e.pinned, e.comments_open, ${second(sql`coalesce(e.published_at, e.created_at)`)} as at,
    ${second(sql`e.updated_at`)} as updated_at, a.slug as author, p.path as picture, above.slug as above,
    array(select m.taxonomy || ' ' || m.slug from publishing.entry_term l join publishing.term m on m.id = l.term_id
      where l.entry_id = e.id order by 1) as terms,
    array(select ${second(sql`n.noted_at`)} || ' ' || n.text from publishing.update_note n where n.entry_id = e.id order by 1) as notes,
    (select concat_ws(' ', v.source, v.href, v.leave, v.first_on) from publishing.provenance v where v.entry_id = e.id) as provenance,
    array(select concat_ws(' ', v.outlet, v.on_day, v.href) from publishing.appearance v where v.entry_id = e.id order by 1)
      as appearances,
    (select concat_ws(' ', s.slug, s.name, s.about, l.position) from publishing.series_part l
      join publishing.series s on s.id = l.series_id where l.entry_id = e.id) as series
  from publishing.entry e
  join writing.text t on t.document_id = e.document_id and t.number = coalesce(e.published_version, t.latest)
  left join publishing.address d on d.entry_id = e.id
  left join publishing.author a on a.id = e.author_id
  left join publishing.picture p on p.id = e.picture_id
  left join publishing.entry above on above.id = e.parent_id
  order by 1, at, t.body::text`

const termsQuery = sql<ContentItem>`
  select t.taxonomy, t.taxonomy || ' ' || t.slug as name, t.name as shown, t.description, p.slug as above
  from publishing.term t left join publishing.term p on p.id = t.parent_id order by 2`

const commentsQuery = sql<ContentItem>`
  select concat_ws(' ', ${second(sql`c.written_at`)}, c.author_name, e.slug) as name, c.body as said, c.status, c.author_email,
    c.author_url, c.official, p.body as answers
  from publishing.comment c join publishing.entry e on e.id = c.entry_id left join publishing.comment p on p.id = c.parent_id
  order by 1, c.body, answers`

const menuQuery = sql<ContentItem>`
  select lpad((row_number() over (order by m.position, m.id))::text, 5, '0') || ' ' || m.label as name, m.kind, e.slug as entry,
    t.taxonomy || ' ' || t.slug as term, m.href, p.label as above
  from publishing.menu_item m left join publishing.entry e on e.id = m.entry_id left join publishing.term t on t.id = m.term_id
  left join publishing.menu_item p on p.id = m.parent_id order by 1`

const addressesQuery = sql<ContentItem>`
  select d.path as name, d.kind, d.target, e.slug as entry from publishing.address d
  left join publishing.entry e on e.id = d.entry_id order by d.path`
