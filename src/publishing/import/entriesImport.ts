import { insertMany } from '../../platform/bulk.ts'
import { enqueue } from '../../platform/jobs.ts'
import { Refusal } from '../../platform/refusal.ts'
import { createMany } from '../../writing/index.ts'
import { jobKey, publishDueJob } from '../publication.ts'
import type { ItemRecord } from '../wordpress/export.ts'
import { slugify } from '../wordpress/slugs.ts'
import type { AuthorIds } from './authorsImport.ts'
import type { ConvertedItem } from './conversion.ts'
import { decide, type Decided, type Wanted } from './decisions.ts'
import { changeEntry } from './entryChanges.ts'
import { placeEntries } from './entryPlaces.ts'
import { cut, type Fate, fingerprint, itemKey, momentIn, plainSlug } from './rules.ts'
import type { Run } from './run.ts'
import { nameOfTerm } from './surveyedNames.ts'
import type { TermIds } from './termsImport.ts'

export interface Lookups {
  readonly authors: AuthorIds
  readonly terms: TermIds
}

/** One item on its way to be an entry. */
export interface WantedEntry extends Wanted {
  readonly item: ItemRecord
  readonly status: Extract<Fate, { kind: 'entry' }>['status']
  readonly converted: ConvertedItem
  /** Of a published entry. */
  readonly path: string | null
  readonly slug: string
  readonly at: Date
}

/** An entry of this batch as it stands now, for its comments, its findings and what it refers to. */
export interface Placed extends Decided<WantedEntry> {
  readonly item: ItemRecord
  readonly entryId: string
  readonly commentTexts: readonly string[]
}

/** Brings in one batch of posts and pages with their addresses, terms and search texts. */
export async function importEntries(run: Run, wanted: readonly WantedEntry[], lookups: Lookups): Promise<Placed[]> {
  const decisions = await decide(run, { table: 'entry', wanted })
  await makeEntries(run, decisions.made, lookups)
  for (const one of decisions.changed) await changeEntry(run, one, lookups)
  await placeEntries(run, decisions)
  await decisions.keep()
  return decisions.all.map((one) => ({
    ...one,
    item: one.wanted.item,
    entryId: one.id,
    commentTexts: one.wanted.converted.commentTexts,
  }))
}

/** An item with its text converted; the costly part, which needs no database. */
export function wantedEntry(
  { survey, conversion, act }: Run,
  item: ItemRecord,
  status: WantedEntry['status'],
): WantedEntry {
  const key = itemKey(item)
  const path = status === 'published' ? (survey.paths.get(key) ?? null) : null
  if (status === 'published' && !path) throw new Refusal('The file changed while it was being read. Send it again.')
  const converted = conversion.convert(item, path ?? `/?p=${item.postId ?? ''}`)
  const { comments: _, line: __, ...own } = item
  return {
    item,
    key,
    path,
    status,
    converted,
    slug: plainSlug(item.slug) || slugify(converted.title),
    hash: fingerprint([own, path]),
    at: momentIn(item.publishedAt) ?? act.at,
    name: item.title,
    countedAs: item.type === 'page' ? 'pages' : 'posts',
  }
}

async function makeEntries(run: Run, made: readonly Decided<WantedEntry>[], lookups: Lookups): Promise<void> {
  const { act } = run
  const documentIds = await createMany(
    act,
    made.map(({ wanted: { converted, item, at } }) => ({
      title: converted.title,
      body: converted.body,
      madeAt: momentIn(item.modifiedAt) ?? at,
    })),
  )
  await insertMany(
    act,
    'publishing.entry',
    made.map(({ id, wanted }, i) => ({
      id,
      document_id: documentIds[i]!,
      created_at: wanted.at,
      kind: wanted.item.type,
      published_version: isShown(wanted) ? 1 : null,
      ...rowOf(wanted, lookups),
    })),
  )
  await insertTerms(run, made, lookups)
  await insertSearchTexts(run, made)
  for (const one of made) await scheduleEntry(run, one)
}

/** A scheduled entry has its version and its day, like a published one. */
export const isShown = ({ status }: WantedEntry): boolean => status !== 'draft'

/** What an entry's row says, for a new one and for one that changed at its source. Parents and pictures follow at the end. */
export function rowOf(wanted: WantedEntry, { authors }: Lookups) {
  const { item, status, slug, converted, at } = wanted
  return {
    status,
    slug,
    author_id: authors.get(item.author) ?? null,
    position: Math.max(-1_000_000, Math.min(1_000_000, Math.trunc(item.menuOrder) || 0)),
    published_at: isShown(wanted) ? at : null,
    excerpt: cut(converted.excerpt, 2000),
    pinned: item.sticky,
    comments_open: item.commentStatus === 'open',
  }
}

export async function insertTerms(
  { act }: Run,
  entries: readonly Decided<WantedEntry>[],
  { terms }: Lookups,
): Promise<void> {
  const rows = entries.flatMap(({ id, wanted: { item } }) => {
    const ids = new Set(item.terms.map((term) => terms.get(nameOfTerm(term) ?? '')))
    return [...ids].flatMap((termId) => (termId ? [{ entry_id: id, term_id: termId }] : []))
  })
  await insertMany(act, 'publishing.entry_term', rows)
}

/** Only of what the public can read. */
export const insertSearchTexts = ({ act }: Run, entries: readonly Decided<WantedEntry>[]): Promise<void> =>
  insertMany(
    act,
    'publishing.search_text',
    entries
      .filter(({ wanted: { path } }) => path)
      .map(({ id, wanted: { converted } }) => ({ entry_id: id, title: converted.title, body: converted.text })),
  )

export async function scheduleEntry({ act }: Run, { id, wanted: { status, at } }: Decided<WantedEntry>): Promise<void> {
  if (status === 'scheduled') await enqueue(act, { job: publishDueJob, payload: { entry: id }, at, key: jobKey(id) })
}
