import type { Act } from '../../platform/act.ts'
import { record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import { keepForUndo } from '../../platform/undo.ts'
import { personRestricted, restrictionLifted } from './events.ts'

/** Held and not used from now on (UK GDPR, article 18): the views by which others reach and name people leave them out. */
export async function restrict(act: Act, personId: string): Promise<void> {
  await set(act, { personId, to: act.at, otherwise: 'This record is restricted already.' })
  await record(act, personRestricted, { person: personId })
}

export async function lift(act: Act, personId: string): Promise<void> {
  await set(act, { personId, to: null, otherwise: 'This record is not restricted.' })
  await record(act, restrictionLifted, { person: personId })
}

async function set(
  act: Act,
  { personId, to, otherwise }: { personId: string; to: Date | null; otherwise: string },
): Promise<void> {
  await keepForUndo(act, { table: 'people.person', key: { id: personId } })
  const { numUpdatedRows } = await act.tx
    .updateTable('people.person')
    .set({ restricted_at: to, changed_at: act.at })
    .where('id', '=', personId)
    .where('merged_into', 'is', null)
    .where('restricted_at', to ? 'is' : 'is not', null)
    .executeTakeFirstOrThrow()
  if (!numUpdatedRows) throw new Refusal(otherwise)
}
