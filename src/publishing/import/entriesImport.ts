import { sql } from 'kysely'
import { insertMany, newIds } from '../../platform/bulk.ts'
import { enqueue } from '../../platform/jobs.ts'
import { createMany, documents } from '../../writing/index.ts'
import { publishDueJob } from '../publication.ts'
import type { ItemRecord } from '../wordpress/export.ts'
import { slugify } from '../wordpress/slugs.ts'
import { authorOnlyMentioned } from './authorsImport.ts'
import type { ConvertedItem } from './conversion.ts'
import { findOrigins, keepOrigins, keptReason, type NewOrigin, type Verdict, verdictOn } from './origins.ts'
import { type Fate, fateOf, fingerprint, itemKey, momentIn, plainSlug } from './rules.ts'
import type { Run } from './run.ts'
import { type TermIds, termOf } from './termsImport.ts'

export interface Lookups {
  readonly authors: Map<string, string>
  readonly terms: TermIds
}

/** An entry of this batch as it stands now, for its comments and findings. */
export interface Placed {
  readonly item: ItemRecord
  readonly converted: ConvertedItem
  readonly entryId: string
}

/** One item on its way to be an entry. */
interface Prepared {
  readonly item: ItemRecord
  readonly key: string
  readonly kind: 'posts' | 'pages'
  readonly fate: Extract<Fate, { kind: 'entry' }>
  readonly converted: ConvertedItem
  readonly path: string | null
  readonly slug: string
  readonly hash: string
  readonly at: Date
}

/** Brings in one batch of posts and pages with their addresses, terms and search texts. */
export async function importEntries(run: Run, items: readonly ItemRecord[], lookups: Lookups): Promise<Placed[]> {
  const prepared = items.map((item) => prepare(run, item)).filter((one) => one !== null)
  const origins = await findOrigins(run.act, { source: run.source, table: 'entry', items: prepared.map(({ key }) => key) })
  const sorted = prepared.map((one) => ({ one, origin: origins.get(one.key), verdict: verdictOn(origins.get(one.key), one.hash) }))
  const fresh = sorted.filter(({ verdict }) => verdict === 'new').map(({ one }) => one)
  const made = await makeEntries(run, fresh, lookups)
  for (const { one, origin, verdict } of sorted) {
    if (verdict === 'changed') await changeEntry(run, { prepared: one, entryId: origin!.recordId!, lookups })
    count(run, one, verdict)
  }
  return sorted.flatMap(({ one: { item, key, converted }, origin, verdict }) => {
    const entryId = verdict === 'removed_here' ? undefined : (origin?.recordId ?? made.get(key))
    return entryId ? [{ item, converted, entryId }] : []
  })
}

function prepare({ survey, conversion, act }: Run, item: ItemRecord): Prepared | null {
  const fate = fateOf(item)
  if (fate.kind !== 'entry') return null
  const key = itemKey(item)
  const path = survey.paths.get(key) ?? null
  const converted = conversion.convert(item, path ?? `/?p=${item.postId ?? ''}`)
  const { comments: _, line: __, ...own } = item
  return {
    item,
    key,
    kind: item.type === 'page' ? 'pages' : 'posts',
    fate,
    converted,
    path,
    slug: plainSlug(item.slug) || slugify(converted.title),
    hash: fingerprint([own, path]),
    at: momentIn(item.publishedAt) ?? act.at,
  }
}

function count({ tally }: Run, { kind, item, path }: Prepared, verdict: Verdict): void {
  if (verdict === 'edited_here' || verdict === 'removed_here') {
    tally.leaveOut(kind, { reason: keptReason[verdict], name: item.title })
    if (path) tally.leaveOut('addresses', { reason: keptReason[verdict], name: path })
    return
  }
  tally.add(kind, verdict === 'new' ? 'made' : verdict)
  if (path && verdict !== 'new') tally.add('addresses', 'unchanged')
}

async function makeEntries(run: Run, fresh: readonly Prepared[], lookups: Lookups): Promise<Map<string, string>> {
  const { act, source } = run
  const documentIds = await createMany(act, fresh.map(({ converted: { title, body }, item, at }) => ({ title, body, madeAt: momentIn(item.modifiedAt) ?? at })))
  const ids = await newIds(act, fresh.length)
  const rows = []
  for (const [i, one] of fresh.entries()) rows.push({ id: ids[i]!, document_id: documentIds[i]!, created_at: one.at, kind: one.item.type, ...(await rowOf(run, one, lookups)) })
  await insertMany(act, 'publishing.entry', rows)
  await insertTerms(run, fresh.map((one, i) => ({ item: one.item, entryId: ids[i]! })), lookups)
  const shown = fresh.map((one, i) => ({ one, id: ids[i]! })).filter(({ one }) => one.fate.status === 'published')
  await insertMany(act, 'publishing.search_text', shown.map(({ one, id }) => ({ entry_id: id, title: one.converted.title, body: one.converted.text })))
  await placeAddresses(run, shown.map(({ one, id }) => ({ path: one.path!, entryId: id, title: one.item.title })))
  for (const [i, one] of fresh.entries()) {
    if (one.fate.status === 'scheduled') await enqueue(act, { job: publishDueJob, payload: { entry: ids[i]! }, at: one.at, key: `${publishDueJob.name}:${ids[i]!}` })
  }
  await keepOrigins(act, { source, table: 'entry', origins: fresh.map(({ key, hash }, i): NewOrigin => ({ item: key, recordId: ids[i]!, itemHash: hash })) })
  return new Map(fresh.map(({ key }, i) => [key, ids[i]!]))
}

/** What an entry's row says, for a new one and for one that changed at its source. Parents and pictures follow at the end. */
async function rowOf(run: Run, { item, fate, slug, converted, at }: Prepared, { authors }: Lookups) {
  const isShown = fate.status === 'published' || fate.status === 'scheduled'
  let authorId = authors.get(item.author) ?? null
  if (!authorId && item.author) authors.set(item.author, (authorId = await authorOnlyMentioned(run, item.author)))
  return {
    status: fate.status,
    slug,
    author_id: authorId,
    position: clampPosition(item.menuOrder),
    published_version: isShown ? 1 : null,
    published_at: isShown ? at : null,
    excerpt: converted.excerpt,
    pinned: item.sticky,
    comments_open: item.commentStatus === 'open',
  }
}

/** The source changed and nobody edited it here: a new version, public at once. */
async function changeEntry(run: Run, { prepared, entryId, lookups }: { prepared: Prepared; entryId: string; lookups: Lookups }): Promise<void> {
  const { act, source } = run
  const { converted, fate } = prepared
  const { document_id: documentId } = await act.tx.selectFrom('publishing.entry').select('document_id').where('id', '=', entryId).executeTakeFirstOrThrow()
  const latest = await documents.findVersion(act.tx, { documentId })
  const version = await documents.revise(act, { documentId, basedOn: latest!.number, title: converted.title, body: converted.body, note: 'Brought in again' })
  const row = await rowOf(run, prepared, lookups)
  await act.tx
    .updateTable('publishing.entry')
    .set({ ...row, published_version: row.published_version && version, updated_at: act.at })
    .where('id', '=', entryId)
    .execute()
  await act.tx.deleteFrom('publishing.entry_term').where('entry_id', '=', entryId).execute()
  await insertTerms(run, [{ item: prepared.item, entryId }], lookups)
  if (fate.status === 'published') {
    await act.tx.deleteFrom('publishing.search_text').where('entry_id', '=', entryId).execute()
    await insertMany(act, 'publishing.search_text', [{ entry_id: entryId, title: converted.title, body: converted.text }])
    const placed = await act.tx.selectFrom('publishing.address').select('path').where('entry_id', '=', entryId).executeTakeFirst()
    if (!placed) await placeAddresses(run, [{ path: prepared.path!, entryId, title: prepared.item.title }])
  }
  await keepOrigins(act, { source, table: 'entry', origins: [{ item: prepared.key, recordId: entryId, itemHash: prepared.hash }] })
}

async function insertTerms(run: Run, entries: readonly { item: ItemRecord; entryId: string }[], { terms }: Lookups): Promise<void> {
  const pairs = new Map<string, { entry_id: string; term_id: string }>()
  for (const { item, entryId } of entries) {
    for (const term of item.terms) {
      const termId = await termOf(run, terms, term)
      if (termId) pairs.set(`${entryId} ${termId}`, { entry_id: entryId, term_id: termId })
    }
  }
  await insertMany(run.act, 'publishing.entry_term', [...pairs.values()])
}

/** Each entry keeps its own path of the old site. One that something made here already holds gets a number, and a finding. */
async function placeAddresses({ act, importId, tally }: Run, wanted: readonly { path: string; entryId: string; title: string }[]): Promise<void> {
  if (!wanted.length) return
  const forms = wanted.flatMap(({ path }) => [path, path.replace(/\/$/, '')]).filter(Boolean)
  const { rows } = await sql<{ path: string }>`select path from publishing.address where path = any(${forms})`.execute(act.tx)
  const taken = new Set(rows.map(({ path }) => path.replace(/\/$/, '')))
  const placed = wanted.map((one) => {
    let path = one.path
    for (let number = 2; taken.has(path.replace(/\/$/, '')); number += 1) path = one.path.replace(/\/?$/, `-${number}/`)
    taken.add(path.replace(/\/$/, ''))
    return { ...one, placedAt: path }
  })
  tally.add('addresses', 'made', placed.length)
  await insertMany(act, 'publishing.address', placed.map(({ placedAt, entryId }) => ({ path: placedAt, kind: 'entry', entry_id: entryId })))
  const moved = placed.filter(({ path, placedAt }) => path !== placedAt)
  await insertMany(act, 'publishing.finding', moved.map(({ placedAt, entryId, path }) => ({ import_id: importId, kind: 'duplicate_address', entry_id: entryId, address: placedAt, detail: `${path} was taken by another page.` })))
}

const clampPosition = (order: number): number => Math.max(-1_000_000, Math.min(1_000_000, Math.trunc(order) || 0))
