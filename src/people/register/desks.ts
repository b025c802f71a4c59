import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { eventType, record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import { dayOf } from '../../platform/time.ts'
import { keepForUndo } from '../../platform/undo.ts'
import type { Asking } from './list.ts'
import { lockOne } from './standing.ts'

export const deskTaken = eventType<{ person: string; desk: string }>('people.desk_taken')
export const deskChanged = eventType<{ person: string; desk: string }>('people.desk_changed')
export const deskLeft = eventType<{ person: string; desk: string }>('people.desk_left')

/** A seat at a partner body, with whoever holds or held it. */
export interface Desk {
  readonly id: string
  readonly bodyId: string
  readonly body: string
  readonly personId: string
  readonly name: string
  readonly title: string
  readonly from: string
  readonly to: string | null
}

/** A person's desks, the present ones first. */
export const desksOf = (tx: Tx, personId: string): Promise<readonly Desk[]> => desks(tx, sql`d.person_id = ${personId}`)

/** The desks of a body with those whom the officer sees; who sat at one before stands under who sits there now. */
export const desksAt = (tx: Tx, bodyId: string, { eyes }: Pick<Asking, 'eyes'>): Promise<readonly Desk[]> =>
  desks(tx, sql`d.body_id = ${bodyId} and ${eyes.rows ?? sql`true`}`)

async function desks(tx: Tx, wanted: ReturnType<typeof sql>): Promise<readonly Desk[]> {
  const { rows } = await sql<Desk>`
    select d.id, d.body_id as "bodyId", b.name as body, d.person_id as "personId", p.name, d.title, d.from_on as from, d.to_on as to
    from people.desk d join people.body b on b.id = d.body_id join people.person p on p.id = d.person_id
    where ${wanted} order by lower(d.title), d.to_on desc nulls first, d.from_on desc, d.id`.execute(tx)
  return rows
}

interface NewDesk {
  readonly bodyId: string
  readonly personId: string
  readonly title: string
  readonly from: string | null
  /** The desk whose holder goes as this one comes. */
  readonly succeeds?: string | undefined
}

/** Somebody sits at a desk from a day on; who sat there until then ends on it. */
export async function take(act: Act, { bodyId, personId, title, from, succeeds }: NewDesk): Promise<void> {
  await lockOne(act, personId)
  const day = from ?? dayOf(act)
  if (succeeds) await end(act, { bodyId, id: succeeds, on: day })
  const { id } = await act.tx
    .insertInto('people.desk')
    .values({ group_id: act.group.id, body_id: bodyId, person_id: personId, title, from_on: day })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepForUndo(act, { table: 'people.desk', key: { id }, inserted: true })
  await record(act, deskTaken, { person: personId, desk: id })
}

export async function retitle(
  act: Act,
  { bodyId, id, title, from }: Omit<Which, 'on'> & { title: string; from: string | null },
): Promise<void> {
  const held = await lockDesk(act, { bodyId, id })
  if (from && held.to_on && from > held.to_on) throw new Refusal('A desk begins before it ends.', 422)
  await act.tx
    .updateTable('people.desk')
    .set({ title, ...(from && { from_on: from }) })
    .where('id', '=', id)
    .execute()
  await record(act, deskChanged, { person: held.person_id, desk: id })
}

interface Which {
  readonly bodyId: string
  readonly id: string
  readonly on?: string | null
}

/** The first day on which somebody no longer sits there: today, unless another is given. */
export async function end(act: Act, { bodyId, id, on = null }: Which): Promise<void> {
  const held = await lockDesk(act, { bodyId, id })
  if (held.to_on) throw new Refusal('Nobody sits at this desk any more.')
  const day = on ?? dayOf(act)
  await act.tx
    .updateTable('people.desk')
    .set({ to_on: day < held.from_on ? held.from_on : day })
    .where('id', '=', id)
    .execute()
  await record(act, deskLeft, { person: held.person_id, desk: id })
}

async function lockDesk(act: Act, { bodyId, id }: { bodyId: string; id: string }) {
  const held = await act.tx
    .selectFrom('people.desk')
    .select(['person_id', 'from_on', 'to_on'])
    .where('id', '=', id)
    .where('body_id', '=', bodyId)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('There is no such desk.', 404)
  await keepForUndo(act, { table: 'people.desk', key: { id } })
  return held
}
