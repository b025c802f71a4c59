import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { eventType, record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import { keepForUndo } from '../../platform/undo.ts'
import type { Asking } from './list.ts'
import { lockOne, lockThem } from './standing.ts'

export const tieMade = eventType<{ person: string; other: string }>('people.tie_made')
export const tieRemoved = eventType<{ person: string; other: string }>('people.tie_removed')

export const tieKinds = ['works_for', 'married_to', 'related_to', 'introduced_by', 'knows'] as const
export type TieKind = (typeof tieKinds)[number]

/** As the person says it, and as the other one would. */
export const tieNames: Readonly<Record<TieKind, readonly [string, string]>> = {
  works_for: ['Works for', 'Is worked for by'],
  married_to: ['Married to', 'Married to'],
  related_to: ['Related to', 'Related to'],
  introduced_by: ['Introduced by', 'Introduced'],
  knows: ['Knows', 'Is known by'],
}

export interface Tie {
  readonly id: string
  readonly kind: TieKind
  /** The person is the one the relation begins with. */
  readonly outward: boolean
  readonly otherId: string
  readonly other: string
}

/** How a person stands to others the officer sees. */
export async function of(tx: Tx, personId: string, { eyes }: Pick<Asking, 'eyes'>): Promise<readonly Tie[]> {
  const { rows } = await sql<Tie>`
    select r.id, r.kind, r.from_id = ${personId}::uuid as outward, p.id as "otherId", p.name as other
    from people.relationship r
    join people.person p on p.id = case when r.from_id = ${personId}::uuid then r.to_id else r.from_id end
    where (r.from_id = ${personId}::uuid or r.to_id = ${personId}::uuid) and ${eyes.rows ?? sql`true`}
    order by r.kind, p.sort_key, r.id`.execute(tx)
  return rows
}

/** Notes how two people stand to each other. Saying it twice changes nothing. */
export async function make(
  act: Act,
  personId: string,
  { kind, otherId }: { kind: TieKind; otherId: string },
): Promise<void> {
  if (personId === otherId) throw new Refusal('Choose somebody else: this is the person themselves.', 422)
  await lockOne(act, personId)
  if (!(await lockThem(act, [otherId])).length) throw new Refusal('There is no such person on the register.', 404)
  const made = await act.tx
    .insertInto('people.relationship')
    .values({ group_id: act.group.id, from_id: personId, to_id: otherId, kind })
    .onConflict((same) => same.columns(['group_id', 'from_id', 'to_id', 'kind']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return
  await keepForUndo(act, { table: 'people.relationship', key: { id: made.id }, inserted: true })
  await record(act, tieMade, { person: personId, other: otherId })
}

export async function remove(act: Act, personId: string, id: string): Promise<void> {
  await lockOne(act, personId)
  const found = await act.tx
    .selectFrom('people.relationship')
    .select(['from_id', 'to_id'])
    .where('id', '=', id)
    .where((eb) => eb.or([eb('from_id', '=', personId), eb('to_id', '=', personId)]))
    .executeTakeFirst()
  if (!found) throw new Refusal('This is no longer noted.', 404)
  await keepForUndo(act, { table: 'people.relationship', key: { id } })
  await act.tx.deleteFrom('people.relationship').where('id', '=', id).execute()
  await record(act, tieRemoved, { person: personId, other: found.from_id === personId ? found.to_id : found.from_id })
}
