import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { eventType, record } from '../../platform/journal.ts'
import { dayOf } from '../../platform/time.ts'
import { keepForUndo } from '../../platform/undo.ts'

export const partJoined = eventType<{ person: string; part: string }>('people.part_joined')
export const partLeft = eventType<{ person: string; part: string }>('people.part_left')

/** A local or policy group. */
export interface Part {
  readonly id: string
  readonly kind: 'local' | 'policy'
  readonly name: string
}

/** Those that are open, by name. */
export async function all(tx: Tx): Promise<readonly Part[]> {
  const rows = await tx
    .selectFrom('people.part')
    .select(['id', 'kind', 'name'])
    .where('closed_on', 'is', null)
    .orderBy('name')
    .execute()
  return rows as Part[]
}

export const nameOf = async (tx: Tx, id: string): Promise<string | null> =>
  (await all(tx)).find((part) => part.id === id)?.name ?? null

export interface PartOf extends Part {
  readonly coordinates: boolean
  readonly from: string
  readonly to: string | null
}

/** Those a person is or was in, the present ones first. */
export async function of(tx: Tx, personId: string): Promise<readonly PartOf[]> {
  const rows = await tx
    .selectFrom('people.part_member as m')
    .innerJoin('people.part as p', 'p.id', 'm.part_id')
    .select(['p.id', 'p.kind', 'p.name', 'm.coordinates', 'm.from_on as from', 'm.to_on as to'])
    .where('m.person_id', '=', personId)
    .orderBy('m.to_on', 'desc')
    .orderBy('p.name')
    .execute()
  return rows as PartOf[]
}

/** Begins a local or policy group. */
export async function make(act: Act, part: Omit<Part, 'id'> & { readonly about: string }): Promise<string> {
  const { id } = await act.tx
    .insertInto('people.part')
    .values({ group_id: act.group.id, ...part })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepForUndo(act, { table: 'people.part', key: { id }, inserted: true })
  return id
}

/** From today; nothing happens to who is in it already. */
export async function add(act: Act, { partId, personId }: { partId: string; personId: string }): Promise<void> {
  const made = await act.tx
    .insertInto('people.part_member')
    .values({ group_id: act.group.id, part_id: partId, person_id: personId, from_on: dayOf(act) })
    .onConflict((same) => same.columns(['group_id', 'part_id', 'person_id']).where('to_on', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return
  await keepForUndo(act, { table: 'people.part_member', key: { id: made.id }, inserted: true })
  await record(act, partJoined, { person: personId, part: partId })
}

/** Until today. */
export async function leave(act: Act, { partId, personId }: { partId: string; personId: string }): Promise<void> {
  const held = await act.tx
    .selectFrom('people.part_member')
    .select(['id'])
    .where('part_id', '=', partId)
    .where('person_id', '=', personId)
    .where('to_on', 'is', null)
    .executeTakeFirst()
  if (!held) return
  await keepForUndo(act, { table: 'people.part_member', key: held })
  await act.tx
    .updateTable('people.part_member')
    .set({ to_on: dayOf(act) })
    .where('id', '=', held.id)
    .execute()
  await record(act, partLeft, { person: personId, part: partId })
}
