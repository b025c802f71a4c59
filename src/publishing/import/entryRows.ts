import { insertMany } from '../../platform/bulk.ts'
import { enqueue } from '../../platform/jobs.ts'
import { jobKey, publishDueJob } from '../publication.ts'
import type { ItemRecord } from '../wordpress/export.ts'
import type { OwnMeta } from '../wordpress/ownMeta.ts'
import type { AuthorIds } from './authorsImport.ts'
import type { ConvertedItem } from './conversion.ts'
import type { Decided, Wanted } from './decisions.ts'
import { cut, type Fate } from './rules.ts'
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
  /** What an export of ours says beyond WordPress. */
  readonly own: OwnMeta
  /** Of an entry that is or was public. */
  readonly path: string | null
  readonly slug: string
  readonly at: Date
}

/** A scheduled entry has its version and its day, like a published one, and so has one that was withdrawn. */
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
      .filter(({ wanted: { path, status } }) => path && status === 'published')
      .map(({ id, wanted: { converted } }) => ({ entry_id: id, title: converted.title, body: converted.text })),
  )

/** What readers were told of changes. */
export const insertNotes = ({ act }: Run, entries: readonly Decided<WantedEntry>[]): Promise<void> =>
  insertMany(
    act,
    'publishing.update_note',
    entries.flatMap(({ id, wanted: { own } }) =>
      own.notes.map(({ at, text }) => ({ entry_id: id, noted_at: at, text })),
    ),
  )

/** Where texts came from, and where they appeared in turn. */
export async function insertProvenance({ act }: Run, entries: readonly Decided<WantedEntry>[]): Promise<void> {
  await insertMany(
    act,
    'publishing.provenance',
    entries.flatMap(({ id, wanted: { own } }) => {
      if (!own.provenance) return []
      const { firstOn, ...said } = own.provenance
      return [{ entry_id: id, ...said, first_on: firstOn }]
    }),
  )
  await insertMany(
    act,
    'publishing.appearance',
    entries.flatMap(({ id, wanted: { own } }) =>
      own.appearances.map(({ outlet, on, href }) => ({ entry_id: id, outlet, on_day: on, href })),
    ),
  )
}

/** The series that texts are parts of. One with the same address is the same one, and keeps its words. */
export async function insertSeries({ act }: Run, entries: readonly Decided<WantedEntry>[]): Promise<void> {
  const parts = entries.flatMap(({ id, wanted: { own } }) => (own.series ? [{ id, ...own.series }] : []))
  if (!parts.length) return
  const bySlug = new Map(parts.map(({ slug, name, about }) => [slug, { group_id: act.group.id, slug, name, about }]))
  await act.tx
    .insertInto('publishing.series')
    .values([...bySlug.values()])
    .onConflict((same) => same.doNothing())
    .execute()
  const rows = await act.tx
    .selectFrom('publishing.series')
    .select(['id', 'slug'])
    .where('slug', 'in', [...bySlug.keys()])
    .execute()
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]))
  await insertMany(
    act,
    'publishing.series_part',
    parts.map(({ id, slug, position }) => ({ entry_id: id, series_id: ids.get(slug), position })),
  )
}

export async function scheduleEntry({ act }: Run, { id, wanted: { status, at } }: Decided<WantedEntry>): Promise<void> {
  if (status === 'scheduled') await enqueue(act, { job: publishDueJob, payload: { entry: id }, at, key: jobKey(id) })
}
