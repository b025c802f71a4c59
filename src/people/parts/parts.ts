import { type RawBuilder, sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { eventType, record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import { dayOf } from '../../platform/time.ts'
import { keepForUndo } from '../../platform/undo.ts'
import { isOwnPart, seesAllParts } from './ownParts.ts'

export const partKinds = ['local', 'policy'] as const
export type PartKind = (typeof partKinds)[number]
export const partKindNames: Readonly<Record<PartKind, string>> = { local: 'Local group', policy: 'Policy group' }

export const partAdded = eventType<{ part: string }>('people.part_added')
export const partChanged = eventType<{ part: string }>('people.part_changed')
export const partClosed = eventType<{ part: string }>('people.part_closed')
export const partReopened = eventType<{ part: string }>('people.part_reopened')

/** A local or policy group, with how many are in it today and who coordinates it. */
export interface Part {
  readonly id: string
  readonly kind: PartKind
  readonly name: string
  readonly about: string
  readonly closedOn: string | null
  readonly people: number
  readonly coordinators: readonly string[]
  /** The asking officer coordinates it. */
  readonly own: boolean
}

/** All groups this officer may see, open ones first, by kind and name. One query. */
export const all = (tx: Tx, actor: Actor): Promise<readonly Part[]> => read(tx, actor, sql`true`)

/** One group; a 404 that does not say whether it exists to who may not see it. */
export async function find(tx: Tx, id: string, actor: Actor): Promise<Part> {
  const [found] = await read(tx, actor, sql`t.id = ${id}`)
  if (!found) throw new Refusal('There is no such group.', 404)
  return found
}

export interface PartFacts {
  readonly kind: PartKind
  readonly name: string
  readonly about: string
}

/** Null when the name is taken. */
export async function add(act: Act, { kind, name, about }: PartFacts): Promise<string | null> {
  const made = await act.tx
    .insertInto('people.part')
    .values({ group_id: act.group.id, kind, name, about })
    .onConflict((same) => same.expression(sql`group_id, lower(name)`).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return null
  await keepForUndo(act, { table: 'people.part', key: { id: made.id }, inserted: true })
  await record(act, partAdded, { part: made.id })
  return made.id
}

/** False when the name is another group's. */
export async function change(act: Act, id: string, facts: PartFacts): Promise<boolean> {
  const { rows } = await sql`
    select 1 from people.part where lower(name) = lower(${facts.name}) and id <> ${id}`.execute(act.tx)
  if (rows.length) return false
  await write(act, id, { ...facts })
  await record(act, partChanged, { part: id })
  return true
}

/** Closed from today: nobody coordinates it any more. Who was in it stays on record. */
export async function close(act: Act, id: string): Promise<void> {
  await write(act, id, { closed_on: dayOf(act) })
  await record(act, partClosed, { part: id })
}

export async function reopen(act: Act, id: string): Promise<void> {
  await write(act, id, { closed_on: null })
  await record(act, partReopened, { part: id })
}

async function write(act: Act, id: string, values: Record<string, string | null>): Promise<void> {
  await keepForUndo(act, { table: 'people.part', key: { id } })
  const { numUpdatedRows } = await act.tx
    .updateTable('people.part')
    .set(values)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (!numUpdatedRows) throw new Refusal('There is no such group.', 404)
}

async function read(tx: Tx, actor: Actor, wanted: RawBuilder<unknown>): Promise<readonly Part[]> {
  const own = isOwnPart(sql.ref('t.id'), actor)
  const { rows } = await sql<Part>`
    select t.id, t.kind, t.name, t.about, t.closed_on as "closedOn", ${own} as own, coalesce(m.people, 0)::int as people,
      coalesce(m.coordinators, '[]'::jsonb) as coordinators
    from people.part t
    left join lateral (
      select count(*) as people, jsonb_agg(p.name order by p.sort_name) filter (where m.coordinates) as coordinators
      from people.part_member m join people.person p on p.id = m.person_id and p.merged_into is null
      where m.part_id = t.id and m.to_on is null) m on true
    where ${wanted} and ${seesAllParts(actor) ? sql`true` : own}
    order by (t.closed_on is not null), t.kind, t.name, t.id`.execute(tx)
  return rows
}
