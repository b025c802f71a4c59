import type { Act } from '../platform/act.ts'
import type { Tx } from '../platform/database.ts'
import { record } from '../platform/journal.ts'
import { keepForUndo } from '../platform/undo.ts'
import { updateNoted } from './events.ts'

/** What readers are told about a change to a published text. */
export interface UpdateNote {
  readonly id: string
  readonly notedAt: Date
  readonly text: string
}

/** Newest first. */
export async function updateNotesOf(tx: Tx, entryId: string): Promise<readonly UpdateNote[]> {
  return tx
    .selectFrom('publishing.update_note')
    .select(['id', 'noted_at as notedAt', 'text'])
    .where('entry_id', '=', entryId)
    .orderBy('noted_at', 'desc')
    .execute()
}

export async function add(act: Act, { entryId, text }: { entryId: string; text: string }): Promise<void> {
  const { id } = await act.tx
    .insertInto('publishing.update_note')
    .values({ group_id: act.group.id, entry_id: entryId, noted_at: act.at, text })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepForUndo(act, { table: 'publishing.update_note', key: { id }, inserted: true })
  await record(act, updateNoted, { entry: entryId, note: id })
}
