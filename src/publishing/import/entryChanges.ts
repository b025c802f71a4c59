import { cancelJob } from '../../platform/jobs.ts'
import { documents } from '../../writing/index.ts'
import { jobKey } from '../publication.ts'
import type { Decided } from './decisions.ts'
import {
  insertSearchTexts,
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
  await cancelJob(run.act, jobKey(id))
  await scheduleEntry(run, one)
}

async function newVersion({ act }: Run, { id, wanted: { converted } }: Decided<WantedEntry>): Promise<number> {
  const { document_id: documentId } = await act.tx
    .selectFrom('publishing.entry')
    .select('document_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const latest = await documents.findVersion(act.tx, { documentId })
  const { title, body } = converted
  return documents.revise(act, { documentId, basedOn: latest!.number, title, body, note: 'Brought in again' })
}
