import { insertMany } from '../../platform/bulk.ts'
import { Refusal } from '../../platform/refusal.ts'
import { createMany } from '../../writing/index.ts'
import type { ItemRecord } from '../wordpress/export.ts'
import { readOwnMeta } from '../wordpress/ownMeta.ts'
import { slugify } from '../wordpress/slugs.ts'
import { decide, type Decided } from './decisions.ts'
import { changeEntry } from './entryChanges.ts'
import { placeEntries } from './entryPlaces.ts'
import {
  insertNotes,
  insertProvenance,
  insertSearchTexts,
  insertSeries,
  insertTerms,
  isShown,
  type Lookups,
  rowOf,
  scheduleEntry,
  type WantedEntry,
} from './entryRows.ts'
import { fingerprint, hasAddress, itemKey, momentIn, plainSlug } from './rules.ts'
import type { Run } from './run.ts'

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
  const path = hasAddress({ status }) ? (survey.paths.get(key) ?? null) : null
  if (hasAddress({ status }) && !path) throw new Refusal('The file changed while it was being read. Send it again.')
  const converted = conversion.convert(item, path ?? `/?p=${item.postId ?? ''}`)
  const { comments: _, line: __, ...own } = item
  return {
    item,
    key,
    own: readOwnMeta(item.meta),
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
    made.map(({ wanted: { converted, item, at, own } }) => ({
      title: converted.title,
      body: converted.body,
      madeAt: momentIn(item.modifiedAt) ?? at,
      standing: own.standing,
      ...(own.lang && { lang: own.lang }),
    })),
  )
  await insertMany(
    act,
    'publishing.entry',
    made.map(({ id, wanted }, i) => ({
      id,
      document_id: documentIds[i]!,
      created_at: wanted.at,
      updated_at: wanted.own.updatedAt,
      kind: wanted.item.type,
      published_version: isShown(wanted) ? 1 : null,
      ...rowOf(wanted, lookups),
    })),
  )
  await insertTerms(run, made, lookups)
  await insertNotes(run, made)
  await insertProvenance(run, made)
  await insertSeries(run, made)
  await insertSearchTexts(run, made)
  for (const one of made) await scheduleEntry(run, one)
}
