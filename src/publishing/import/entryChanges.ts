import { cancelJob } from '../../platform/jobs.ts'
import { documents } from '../../writing/index.ts'
import { jobKey } from '../publication.ts'
import type { Decided } from './decisions.ts'
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
import type { Run } from './run.ts'

/** The source changed and nobody edited it here: a new version, public at once, unless it is no longer public there. */
export async function changeEntry(run: Run, one: Decided<WantedEntry>, lookups: Lookups): Promise<void> {
  const { tx, at } = run.act
  const { id, wanted } = one
  const version = await newVersion(run, one)
  await tx
    .updateTable('publishing.entry')
    .set({ ...rowOf(wanted, lookups), published_version: isShown(wanted) ? version : null, updated_at: at })
    .where('id', '=', id)
    .execute()
  await tx.deleteFrom('publishing.entry_term').where('entry_id', '=', id).execute()
  await insertTerms(run, [one], lookups)
  await tx.deleteFrom('publishing.search_text').where('entry_id', '=', id).execute()
  await insertSearchTexts(run, [one])
  if (run.survey.site.isOurs) await retell(run, one)
  await cancelJob(run.act, jobKey(id))
  await scheduleEntry(run, one)
}

/** Standing, notes and provenance, which only our own exports carry. */
async function retell(run: Run, one: Decided<WantedEntry>): Promise<void> {
  const { tx } = run.act
  const { document_id: documentId } = await documentOf(run, one.id)
  await documents.setStanding(run.act, documentId, one.wanted.own.standing)
  await tx.deleteFrom('publishing.update_note').where('entry_id', '=', one.id).execute()
  await insertNotes(run, [one])
  await tx.deleteFrom('publishing.provenance').where('entry_id', '=', one.id).execute()
  await tx.deleteFrom('publishing.appearance').where('entry_id', '=', one.id).execute()
  await insertProvenance(run, [one])
  await tx.deleteFrom('publishing.series_part').where('entry_id', '=', one.id).execute()
  await insertSeries(run, [one])
}

const documentOf = ({ act }: Run, id: string) =>
  act.tx.selectFrom('publishing.entry').select('document_id').where('id', '=', id).executeTakeFirstOrThrow()

async function newVersion(run: Run, { id, wanted: { converted } }: Decided<WantedEntry>): Promise<number> {
  const { act } = run
  const { document_id: documentId } = await documentOf(run, id)
  const latest = await documents.findVersion(act.tx, { documentId })
  const { title, body } = converted
  return documents.revise(act, { documentId, basedOn: latest!.number, title, body, note: 'Brought in again' })
}
