import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { atMost } from '../../../platform/rowLimits.ts'
import { type DocJson, excerpt, mapAddresses, toHtml } from '../../../writing/index.ts'
import { hrefOf } from '../paths.ts'
import { type Picture, withPictures } from '../pictures.ts'
import { picturesIn } from '../picturesIn.ts'
import { authorHref, type PostFilter, postsMatching } from '../posts.ts'
import { type FeedItem, idOfRecord } from './feed.ts'

const ITEMS = 20
const LONGEST_SUMMARY = 300

interface PostRow {
  id: string
  path: string
  title: string
  lang: string
  body: DocJson
  excerpt: string
  published_at: Date
  updated_at: Date | null
  author_name: string | null
  author_slug: string | null
  terms: readonly string[]
}

/** The newest posts with their whole text, in two queries. */
export async function newsOfPosts(tx: Tx, filter: PostFilter, origin: string): Promise<readonly FeedItem[]> {
  const { rows } = await sql<PostRow>`
    select e.id, a.path, t.title, t.lang, t.body, e.excerpt, e.published_at, e.updated_at, by.name as author_name, by.slug as author_slug,
      (select coalesce(json_agg(term.name order by term.name), '[]') from publishing.entry_term et
        join publishing.term term on term.id = et.term_id where et.entry_id = e.id) as terms
    from publishing.entry e
    join publishing.address a on a.entry_id = e.id and a.kind = 'entry'
    join writing.text t on t.document_id = e.document_id and t.number = e.published_version
    left join publishing.author by on by.id = e.author_id
    where ${postsMatching(filter)} order by e.published_at desc, e.id desc ${atMost(ITEMS)}`.execute(tx)
  const pictures = await picturesIn(
    tx,
    rows.map(({ body }) => body),
  )
  return rows.map((row) => postItem(row, { origin, pictures }))
}

/** The newest approved comments, of the whole website or of one entry. One query. */
export async function newsOfComments(tx: Tx, origin: string, entryId?: string): Promise<readonly FeedItem[]> {
  const { rows } = await sql<CommentRow>`
    select k.id, k.author_name, k.body, k.written_at, a.path, t.title, t.lang
    from publishing.comment k
    join publishing.entry e on e.id = k.entry_id and e.status = 'published'
    join publishing.address a on a.entry_id = e.id and a.kind = 'entry'
    join writing.text t on t.document_id = e.document_id and t.number = e.published_version
    where k.status = 'approved' ${entryId ? sql`and k.entry_id = ${entryId}` : sql``}
    order by k.written_at desc, k.id desc ${atMost(ITEMS)}`.execute(tx)
  return rows.map((row) => commentItem(row, origin))
}

interface CommentRow {
  id: string
  author_name: string
  body: string
  written_at: Date
  path: string
  title: string
  lang: string
}

function postItem(
  row: PostRow,
  { origin, pictures }: { origin: string; pictures: ReadonlyMap<string, Picture> },
): FeedItem {
  const url = origin + hrefOf(row.path)
  return {
    id: idOfRecord(row.id),
    url,
    title: row.title,
    lang: row.lang,
    publishedAt: row.published_at,
    updatedAt: row.updated_at ?? row.published_at,
    author:
      row.author_name && row.author_slug ? { name: row.author_name, url: origin + authorHref(row.author_slug) } : null,
    summary: row.excerpt || excerpt(row.body, LONGEST_SUMMARY),
    html: htmlElsewhere(withPictures(row.body, pictures), { origin, url }),
    categories: row.terms,
  }
}

/** As it is read outside the website: every address whole, places within the text lead to the page. */
function htmlElsewhere(doc: DocJson, { origin, url }: { origin: string; url: string }): string {
  const whole = mapAddresses(doc, (address) =>
    address.startsWith('/') ? origin + address : address.startsWith('#') ? url + address : address,
  )
  return toHtml(whole, { idPrefix: 'post-' }).replaceAll(' href="#', ` href="${url}#`)
}

function commentItem(row: CommentRow, origin: string): FeedItem {
  const paragraphs = row.body.split(/\n\s*\n/).filter((text) => text.trim() !== '')
  const content = paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text: text.trim() }] }))
  return {
    id: idOfRecord(row.id),
    url: `${origin}${hrefOf(row.path)}#comment-${row.id}`,
    title: `${row.author_name || 'Somebody'} on “${row.title}”`,
    lang: row.lang,
    publishedAt: row.written_at,
    updatedAt: row.written_at,
    author: { name: row.author_name || 'Somebody', url: null },
    summary: '',
    html: toHtml({ type: 'doc', content }),
    categories: [],
  }
}
