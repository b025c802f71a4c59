import type { Act } from '../platform/act.ts'
import type { Tx } from '../platform/database.ts'
import { eventType, record } from '../platform/journal.ts'
import { dayOf } from '../platform/time.ts'
import { keepForUndo } from '../platform/undo.ts'
import type { Kind } from './kinds.ts'

export const membershipBegan = eventType<{ person: string; kind: Kind }>('people.membership_began')
export const membershipEnded = eventType<{ person: string; kind: Kind }>('people.membership_ended')

export interface Membership {
  readonly kind: Kind
  readonly from: string
  /** The first day on which it no longer held. */
  readonly to: string | null
}

export type Ended = 'left' | 'lapsed' | 'changed' | 'merged' | 'died'

/**
 * What a person is to the group from a day on; what they were before ends with it. `person.kind` is the newest line of this
 * history, so only this file writes either.
 */
export async function begin(
  act: Act,
  { personId, kind, from = dayOf(act) }: { personId: string; kind: Kind; from?: string },
): Promise<void> {
  const held = await lockOpen(act.tx, personId)
  if (held?.kind === kind) return
  if (held) await close(act, personId, 'changed')
  const { id } = await act.tx
    .insertInto('people.membership')
    .values({ group_id: act.group.id, person_id: personId, kind, from_on: later(from, held?.from_on) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepForUndo(act, { table: 'people.membership', key: { id }, inserted: true })
  await keepForUndo(act, { table: 'people.person', key: { id: personId } })
  await act.tx
    .updateTable('people.person')
    .set({ kind, status: 'current', changed_at: act.at })
    .where('id', '=', personId)
    .execute()
  await record(act, membershipBegan, { person: personId, kind })
}

/** Ends what a person is to the group today. They stay on the register as somebody who left or lapsed; who lapsed can still leave. */
export async function end(act: Act, { personId, because }: { personId: string; because: Ended }): Promise<void> {
  const status = because === 'lapsed' ? 'lapsed' : 'left'
  await close(act, personId, because)
  const held = await act.tx
    .selectFrom('people.person')
    .select(['kind', 'status'])
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!held || held.status === status) return
  await keepForUndo(act, { table: 'people.person', key: { id: personId } })
  await act.tx.updateTable('people.person').set({ status, changed_at: act.at }).where('id', '=', personId).execute()
  await record(act, membershipEnded, { person: personId, kind: held.kind as Kind })
}

/** A person's history with the group, the oldest first. */
export async function history(tx: Tx, personId: string): Promise<readonly Membership[]> {
  const rows = await tx
    .selectFrom('people.membership')
    .select(['kind', 'from_on as from', 'to_on as to'])
    .where('person_id', '=', personId)
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  return rows as Membership[]
}

async function close(act: Act, personId: string, because: Ended): Promise<void> {
  const held = await lockOpen(act.tx, personId)
  if (!held) return
  await keepForUndo(act, { table: 'people.membership', key: { id: held.id } })
  await act.tx
    .updateTable('people.membership')
    .set({ to_on: later(dayOf(act), held.from_on), ended_because: because })
    .where('id', '=', held.id)
    .execute()
}

/** Locked until the act ends, so that two officers cannot begin two lines at once. */
async function lockOpen(tx: Tx, personId: string) {
  await tx.selectFrom('people.person').select('id').where('id', '=', personId).forUpdate().execute()
  return tx
    .selectFrom('people.membership')
    .select(['id', 'kind', 'from_on'])
    .where('person_id', '=', personId)
    .where('to_on', 'is', null)
    .executeTakeFirst()
}
const later = (day: string, other: string | undefined): string => (other !== undefined && other > day ? other : day)
