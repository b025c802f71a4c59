import type { Tx } from '../../platform/database.ts'
import { type DocJson, mapAddresses, toHtml } from '../../writing/index.ts'
import { Trusted, trustHtml } from '../../ui/Trusted.tsx'
import { day, dayAndTime } from '../../ui/words.ts'

interface Entry {
  readonly title: string
  readonly body: DocJson
  readonly lang: string
  readonly status: string
  readonly at: Date | null
  readonly author: string | null
}
interface Comment {
  readonly id: string
  readonly name: string
  readonly at: Date
  readonly words: string
  readonly isAnswer: boolean
}

/**
 * Before an address that leads into the export: a document holds whole addresses and those that begin with '/' only, so
 * the way from page to page is put in when the page is made.
 */
const WITHIN = '/-within-this-export-/'

export interface Reading {
  readonly tx: Tx
  readonly zone: string
  readonly leads: (address: string) => string
}

/** A post or page with its public comments, for reading without any program: no script, no address that is not whole or at hand. */
export async function readableEntry(id: string, { tx, zone, leads }: Reading): Promise<string> {
  const entry = await findEntry(tx, id)
  const led = mapAddresses(entry.body, (address) => within(address, leads))
  const comments = await publicComments(tx, id)
  const html = String(<Readable entry={entry} zone={zone} comments={comments} html={toHtml(led)} />)
  return html.replaceAll(`="${WITHIN}`, '="')
}

/** Anchors and addresses elsewhere stay. */
function within(address: string, leads: (address: string) => string): string {
  if (!address.startsWith('/')) return address
  const [, path = '', hash = ''] = /^([^#]*)(#.*)?$/.exec(address) ?? []
  const place = leads(path)
  return (/^[a-z]+:/i.test(place) ? place : WITHIN + place) + hash
}

interface ReadableProps {
  entry: Entry
  zone: string
  comments: readonly Comment[]
  html: string
}

const Readable = ({ entry, zone, comments, html }: ReadableProps) => (
  <article>
    <h1>{entry.title || 'Untitled'}</h1>
    <p class="about">
      {entry.status !== 'published' && <strong>Not public. </strong>}
      {entry.author && `By ${entry.author}. `}
      {entry.at && day(entry.at, zone)}
    </p>
    <Trusted html={trustHtml(html)} />
    {comments.length > 0 && (
      <section aria-labelledby="readers">
        <h2 id="readers">Comments</h2>
        {comments.map((comment) => (
          <div class={comment.isAnswer ? 'comment answer' : 'comment'}>
            <p class="about">
              <strong>{comment.name}</strong>, {dayAndTime(comment.at, zone)}
            </p>
            {comment.words.split(/\n{2,}/).map((paragraph) => (
              <p>{paragraph}</p>
            ))}
          </div>
        ))}
      </section>
    )}
  </article>
)

async function findEntry(tx: Tx, id: string): Promise<Entry> {
  return tx
    .selectFrom('publishing.entry as e')
    .innerJoin('writing.text as t', (join) =>
      join
        .onRef('t.document_id', '=', 'e.document_id')
        .on((eb) => eb('t.number', '=', eb.fn.coalesce('e.published_version', 't.latest'))),
    )
    .leftJoin('publishing.author as a', 'a.id', 'e.author_id')
    .select(['t.title', 't.body', 't.lang', 'e.status', 'e.published_at as at', 'a.name as author'])
    .where('e.id', '=', id)
    .executeTakeFirstOrThrow()
}

async function publicComments(tx: Tx, id: string): Promise<readonly Comment[]> {
  const rows = await tx
    .selectFrom('publishing.comment')
    .select(['id', 'parent_id', 'author_name', 'written_at', 'body'])
    .where('entry_id', '=', id)
    .where('status', '=', 'approved')
    .orderBy('written_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.author_name,
    at: row.written_at,
    words: row.body,
    isAnswer: row.parent_id !== null,
  }))
}
