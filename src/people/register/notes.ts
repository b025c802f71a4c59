import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { eventType, record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import { keepForUndo } from '../../platform/undo.ts'
import { lockOne } from './standing.ts'

export const noteWritten = eventType<{ person: string; note: string }>('people.note_written')
export const noteChanged = eventType<{ person: string; note: string }>('people.note_changed')
export const noteRemoved = eventType<{ person: string; note: string }>('people.note_removed')

export interface PersonNote {
  readonly id: string
  readonly words: string
  readonly by: string | null
  readonly at: Date
}

/** What officers noted about a person, the newest first. */
export async function of(tx: Tx, personId: string): Promise<readonly PersonNote[]> {
  return tx
    .selectFrom('people.note as n')
    .leftJoin('people.named as w', 'w.id', 'n.written_by')
    .select(['n.id', 'n.words', 'w.name as by', 'n.written_at as at'])
    .where('n.person_id', '=', personId)
    .orderBy('n.written_at', 'desc')
    .orderBy('n.id', 'desc')
    .limit(200)
    .execute()
}

export async function write(act: Act, personId: string, words: string): Promise<void> {
  await lockOne(act, personId)
  const { id } = await act.tx
    .insertInto('people.note')
    .values({ group_id: act.group.id, person_id: personId, words, written_by: act.by.personId, written_at: act.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepForUndo(act, { table: 'people.note', key: { id }, inserted: true })
  await record(act, noteWritten, { person: personId, note: id })
}

interface Which {
  readonly personId: string
  readonly id: string
}

export async function change(act: Act, { personId, id }: Which, words: string): Promise<void> {
  await lockNote(act, { personId, id })
  await act.tx.updateTable('people.note').set({ words }).where('id', '=', id).execute()
  await record(act, noteChanged, { person: personId, note: id })
}

export async function remove(act: Act, { personId, id }: Which): Promise<void> {
  await lockNote(act, { personId, id })
  await act.tx.deleteFrom('people.note').where('id', '=', id).execute()
  await record(act, noteRemoved, { person: personId, note: id })
}

async function lockNote(act: Act, { personId, id }: Which): Promise<void> {
  await lockOne(act, personId)
  const found = await act.tx
    .selectFrom('people.note')
    .select('id')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new Refusal('This note is no longer there.', 404)
  await keepForUndo(act, { table: 'people.note', key: { id } })
}
