import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import { analyse, insertMany } from '../../platform/bulk.ts'
import { record } from '../../platform/journal.ts'
import type { GroupContext } from '../../platform/slice.ts'
import { analyseDocuments } from '../../writing/index.ts'
import { siteImported } from '../events.ts'
import { askFor } from '../media/wanted.ts'
import { importAddresses } from './addressesImport.ts'
import { importAuthors } from './authorsImport.ts'
import { type Batch, batchesOf } from './batches.ts'
import { importComments } from './commentsImport.ts'
import { Conversion } from './conversion.ts'
import { importEntries, type Placed } from './entriesImport.ts'
import type { Lookups } from './entryRows.ts'
import * as imports from './imports.ts'
import { importMenu } from './menuImport.ts'
import { connectParents, type References, referencesOf } from './parents.ts'
import { fillPictures, importPictures } from './picturesImport.ts'
import { sourceOf } from './rules.ts'
import type { Run } from './run.ts'
import { type OpenExport, survey } from './survey.ts'
import { type CountedKind, type Reconciliation, Tally } from './tally.ts'
import { importTerms } from './termsImport.ts'
import type { Uploads } from './uploads.ts'

export interface ImportRequest {
  readonly importId: string
  readonly open: OpenExport
  readonly uploads?: Uploads | undefined
  /** Files that are still missing then are to be fetched from the old website, by a job. */
  readonly fetchMedia?: boolean | undefined
  /** Told as it goes on. `total` is 0 while it is not known. */
  readonly onProgress?: (progress: imports.Progress) => void
}

/**
 * Imports a whole WordPress site in one act: all of it, or, whatever happens, nothing. The export is read twice, first
 * to its end without changing anything. Progress is told in acts of its own.
 */
export async function importWordPress(
  context: GroupContext,
  { importId, open, uploads, fetchMedia = false, onProgress }: ImportRequest,
): Promise<Reconciliation> {
  const tell: Tell = async (progress) => {
    await imports.tell(context, { id: importId, ...progress })
    onProgress?.(progress)
  }
  await tell({ phase: 'reading', done: 0, total: 0 })
  const found = await survey(open, {
    zone: context.group.zone,
    onProgress: (done) => tell({ phase: 'reading', done, total: 0 }),
  })
  return context.act(async (act) => {
    await oneAtATime(act)
    const run: Run = {
      act,
      importId,
      survey: found,
      source: sourceOf(found.site),
      tally: new Tally(found.site.baseUrl || found.site.link),
      conversion: new Conversion(found, { notesPictures: fetchMedia }),
      met: new Set(),
    }
    await bringItems(run, { open, tell })
    await importAddresses(run)
    await importMenu(run)
    if (uploads)
      await fillPictures(run, {
        files: context.services.files,
        uploads,
        onProgress: (done, total) => tell({ phase: 'pictures', done, total }),
      })
    if (fetchMedia) await askForPictures(run)
    await finish(run)
    return run.tally.report
  })
}

type Tell = (progress: imports.Progress) => Promise<void>

/** What an item refers to may come later in the file, so it is connected at the end. */
async function bringItems(run: Run, { open, tell }: { open: OpenExport; tell: Tell }): Promise<void> {
  const { total } = run.survey
  const lookups: Lookups = { authors: await importAuthors(run), terms: await importTerms(run) }
  const references: References[] = []
  let done = 0
  let next = 1
  for await (const batch of batchesOf(run, open)) {
    await tell({ phase: 'items', done, total })
    references.push(...(await importBatch(run, batch, lookups)))
    done += batch.count
    if (done < next) continue
    await analyseTables(run)
    next = done * 4
  }
  await tell({ phase: 'items', done, total })
  await connectParents(run, references)
}

/** Early, and again whenever the tables have grown fourfold: else each look-up reads all that came in so far. */
async function analyseTables({ act }: Run): Promise<void> {
  await analyseDocuments(act)
  await analyse(act, {
    'publishing.entry': ['group_id', 'id', 'document_id', 'kind', 'author_id'],
    'publishing.entry_term': ['group_id', 'entry_id', 'term_id'],
    'publishing.comment': ['group_id', 'id', 'entry_id'],
    'publishing.address': ['group_id', 'path', 'entry_id'],
    'publishing.search_text': ['group_id', 'entry_id'],
    'publishing.origin': ['group_id', 'source', 'item', 'record_id'],
    'publishing.term': ['group_id', 'id', 'taxonomy', 'slug'],
    'publishing.author': ['group_id', 'id', 'slug'],
    'publishing.picture': ['group_id', 'id', 'path'],
  })
}

async function importBatch(run: Run, { entries, pictures, leftOut }: Batch, lookups: Lookups): Promise<References[]> {
  for (const { item, reason } of leftOut)
    run.tally.leaveOut(KINDS.get(item.type) ?? 'other', { reason, name: item.title })
  await importPictures(run, pictures)
  const placed = await importEntries(run, entries, lookups)
  await importComments(run, placed)
  await noteFindings(run, placed)
  return placed.flatMap(referencesOf)
}

const KINDS: ReadonlyMap<string, CountedKind> = new Map([
  ['post', 'posts'],
  ['page', 'pages'],
  ['attachment', 'pictures'],
])

/** What was edited here since no longer reads as the export has it. */
const noteFindings = ({ act, importId }: Run, placed: readonly Placed[]): Promise<void> =>
  insertMany(
    act,
    'publishing.finding',
    placed
      .filter(({ verdict }) => verdict !== 'edited_here')
      .flatMap(({ entryId, wanted }) =>
        wanted.converted.findings.map((finding) => ({ import_id: importId, entry_id: entryId, ...finding })),
      ),
  )

function askForPictures({ act, importId, survey: { site, pictures }, conversion }: Run): Promise<void> {
  const { baseUrl } = site
  const listed = [...pictures.values()].map(({ path, url, alt }) => ({ path, url: url || baseUrl + path, alt }))
  return askFor(act, { importId, site: baseUrl, pictures: [...listed, ...conversion.picturesInTexts.values()] })
}

async function finish({ act, importId, survey: { encoding }, tally }: Run): Promise<void> {
  if (encoding) {
    const detail = `${encoding.repairedBytes} characters were not in the file’s own encoding (${encoding.declared}) and were mended.`
    await insertMany(act, 'publishing.finding', [
      { import_id: importId, entry_id: null, kind: 'wrong_encoding', address: '/', detail },
    ])
  }
  await imports.finish(act, { id: importId, report: tally.report })
  await record(act, siteImported, { import: importId })
}

/** Two imports at once would each make what the other makes. */
async function oneAtATime({ tx, group }: Act): Promise<void> {
  const { rows } = await sql<{
    free: boolean
  }>`select pg_try_advisory_xact_lock(hashtext('publishing.import'), ${group.id}) as free`.execute(tx)
  if (!rows[0]!.free) throw imports.anotherRuns()
}
