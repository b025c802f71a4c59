import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import { insertMany } from '../../platform/bulk.ts'
import type { Files } from '../../platform/files.ts'
import { record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { GroupContext } from '../../platform/slice.ts'
import { siteImported } from '../events.ts'
import { type ItemRecord, readExport } from '../wordpress/export.ts'
import { importAuthors } from './authorsImport.ts'
import { importComments } from './commentsImport.ts'
import { Conversion } from './conversion.ts'
import { importEntries, type Lookups } from './entriesImport.ts'
import * as imports from './imports.ts'
import { connectParents, type References, referencesOf } from './parents.ts'
import { importMenu } from './menuImport.ts'
import { fillPictures, importPictures } from './picturesImport.ts'
import { fateOf, itemKey } from './rules.ts'
import type { Run } from './run.ts'
import { type OpenExport, survey } from './survey.ts'
import { type Reconciliation, Tally } from './tally.ts'
import { importTerms } from './termsImport.ts'
import type { Uploads } from './uploads.ts'

const BATCH = 100

export interface ImportRequest {
  readonly importId: string
  readonly open: OpenExport
  readonly uploads?: Uploads | undefined
  /** Told after each batch. */
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * Imports a whole WordPress site in one act: all of it, or, whatever happens, nothing. The export is read twice, first
 * to its end without changing anything. Progress is told in acts of its own.
 */
export async function importWordPress(context: GroupContext, { importId, open, uploads, onProgress }: ImportRequest): Promise<Reconciliation> {
  const found = await survey(open, context.group.zone)
  await imports.progress(context, { id: importId, phase: 'Bringing in posts and pages', done: 0, total: found.total })
  return context.act(async (act) => {
    await oneAtATime(act)
    const run: Run = { act, importId, survey: found, source: found.site.baseUrl || found.site.link || found.site.title, tally: new Tally(found.site.baseUrl), conversion: new Conversion(found) }
    const lookups: Lookups = { authors: await importAuthors(run), terms: await importTerms(run) }
    const references: References[] = []
    let done = 0
    for await (const batch of batches(open)) {
      await importBatch(run, batch, lookups)
      references.push(...batch.filter((item) => fateOf(item).kind === 'entry').map((item) => referencesOf(item, itemKey(item))).filter(({ parentId, pictureId }) => parentId ?? pictureId))
      done += batch.length
      await imports.progress(context, { id: importId, phase: 'Bringing in posts and pages', done, total: found.total })
      onProgress?.(done, found.total)
    }
    await connectParents(run, references)
    await importMenu(run)
    if (uploads) await bringPictures(run, { context, uploads })
    await finish(run)
    return run.tally.report
  })
}

async function importBatch(run: Run, batch: readonly ItemRecord[], lookups: Lookups): Promise<void> {
  const byFate = Map.groupBy(batch, (item) => fateOf(item).kind)
  await importPictures(run, byFate.get('picture') ?? [])
  const placed = await importEntries(run, byFate.get('entry') ?? [], lookups)
  await importComments(run, placed)
  for (const item of byFate.get('left_out') ?? []) leaveOut(run, item)
  await insertMany(
    run.act,
    'publishing.finding',
    placed.flatMap(({ entryId, converted }) => converted.findings.map((finding) => ({ import_id: run.importId, entry_id: entryId, ...finding }))),
  )
}

function leaveOut({ tally }: Run, item: ItemRecord): void {
  const fate = fateOf(item)
  if (fate.kind !== 'left_out') return
  tally.leaveOut(item.type === 'post' ? 'posts' : item.type === 'page' ? 'pages' : item.type === 'attachment' ? 'pictures' : 'other', { reason: fate.reason, name: item.title })
}

async function bringPictures(run: Run, { context, uploads }: { context: GroupContext; uploads: Uploads }): Promise<void> {
  await imports.progress(context, { id: run.importId, phase: 'Bringing in pictures', done: run.survey.total, total: run.survey.total })
  await fillPictures(run, { files: context.services.files satisfies Files, uploads })
}

async function finish({ act, importId, survey: found, tally }: Run): Promise<void> {
  const whole = [
    ...found.duplicates.map((finding) => ({ import_id: importId, entry_id: null, ...finding })),
    ...(found.encoding ? [{ import_id: importId, entry_id: null, kind: 'wrong_encoding', address: '/', detail: `${found.encoding.repairedBytes} characters were not in the file’s own encoding (${found.encoding.declared}) and were mended.` }] : []),
  ]
  await insertMany(act, 'publishing.finding', whole)
  await imports.finish(act, { id: importId, report: tally.report })
  await record(act, siteImported, { import: importId })
}

/** Two imports at once would each make what the other makes. */
async function oneAtATime({ tx, group }: Act): Promise<void> {
  const { rows } = await sql<{ free: boolean }>`select pg_try_advisory_xact_lock(hashtext('publishing.import'), ${group.id}) as free`.execute(tx)
  if (!rows[0]!.free) throw new Refusal('Another import for this group is running. Wait until it has ended.')
}

async function* batches(open: OpenExport): AsyncGenerator<ItemRecord[]> {
  let batch: ItemRecord[] = []
  for await (const record_ of readExport(open())) {
    if (record_.kind !== 'item') continue
    batch.push(record_)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length) yield batch
}

