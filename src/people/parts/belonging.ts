import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { eventType, record } from '../../platform/journal.ts'
import { dayOf } from '../../platform/time.ts'
import { keepForUndo } from '../../platform/undo.ts'
import * as offices from '../offices.ts'
import type { PartKind } from './parts.ts'

export const partJoined = eventType<{ person: string; part: string }>('people.part_joined')
export const partLeft = eventType<{ person: string; part: string }>('people.part_left')

/** A local or policy group by its name. */
export interface NamedPart {
  readonly id: string
  readonly kind: PartKind
  readonly name: string
}

/** Those that are open, by name. */
export async function open(tx: Tx): Promise<readonly NamedPart[]> {
  const rows = await tx
    .selectFrom('people.part')
    .select(['id', 'kind', 'name'])
    .where('closed_on', 'is', null)
    .orderBy('name')
    .execute()
  return rows as NamedPart[]
}

export const nameOf = async (tx: Tx, id: string): Promise<string | null> =>
  (await open(tx)).find((part) => part.id === id)?.name ?? null

export interface PartOf extends NamedPart {
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

/** Until today. Nothing happens to who is not in it. */
export async function leave(act: Act, { partId, personId }: { partId: string; personId: string }): Promise<void> {
  const line = await act.tx
    .selectFrom('people.part_member')
    .select(['id', 'coordinates'])
    .where('part_id', '=', partId)
    .where('person_id', '=', personId)
    .where('to_on', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (line) await endLine(act, { ...line, partId, personId })
}

interface Line {
  readonly id: string
  readonly partId: string
  readonly personId: string
  readonly coordinates: boolean
}

/** Ends it today. A coordinator of nothing else ends being one. */
export async function endLine(act: Act, { id, partId, personId, coordinates }: Line): Promise<void> {
  await keepForUndo(act, { table: 'people.part_member', key: { id } })
  await act.tx
    .updateTable('people.part_member')
    .set({ to_on: dayOf(act) })
    .where('id', '=', id)
    .execute()
  await record(act, partLeft, { person: personId, part: partId })
  if (coordinates) await endOfficeWithoutPart(act, personId)
}

/** The office of coordinator goes with the last group coordinated. */
export async function endOfficeWithoutPart(act: Act, personId: string): Promise<void> {
  const { rows } = await sql`
    select 1 from people.part_member m join people.part t on t.id = m.part_id
    where m.person_id = ${personId} and m.coordinates and m.to_on is null and t.closed_on is null limit 1`.execute(
    act.tx,
  )
  if (rows.length) return
  const held = await offices.heldOn(act.tx, dayOf(act))
  for (const office of held.filter((one) => one.personId === personId && one.role === 'coordinator'))
    await offices.end(act, office.id)
}
