import type { Act } from '../platform/act.ts'
import type { Tx } from '../platform/database.ts'
import { eventType, record } from '../platform/journal.ts'
import { dayOf } from '../platform/time.ts'

export const recordOpened = eventType<{ person: string }>('people.record_opened')

export interface Reading {
  readonly officer: string
  readonly day: string
  readonly how: 'page' | 'export'
}

/** An officer opened a person's record: noted once for each officer, person and day. One's own record is no news. */
export async function note(act: Act, personId: string): Promise<void> {
  const { personId: officerId } = act.by
  if (!officerId || officerId === personId) return
  const day = dayOf(act)
  const { numInsertedOrUpdatedRows } = await act.tx
    .insertInto('people.reading')
    .values({ group_id: act.group.id, person_id: personId, officer_id: officerId, day, how: 'page' })
    .onConflict((same) => same.columns(['group_id', 'person_id', 'officer_id', 'day', 'how']).doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows) await record(act, recordOpened, { person: personId })
}

/** Who opened a person's record, the newest first, for their own page. */
export async function of(tx: Tx, personId: string): Promise<readonly Reading[]> {
  const rows = await tx
    .selectFrom('people.reading as r')
    .innerJoin('people.person as o', 'o.id', 'r.officer_id')
    .select(['o.name as officer', 'r.day', 'r.how'])
    .where('r.person_id', '=', personId)
    .orderBy('r.day', 'desc')
    .orderBy('o.name')
    .limit(500)
    .execute()
  return rows as Reading[]
}
