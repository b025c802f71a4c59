import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { eventType, record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Role } from '../../platform/roles.ts'
import { keepForUndo } from '../../platform/undo.ts'
import { find } from './vacancies.ts'

export const handoverNoted = eventType<{ vacancy: string }>('people.handover_noted')
export const handoverSigned = eventType<{ vacancy: string }>('people.handover_signed')

export const itemKinds = ['thing', 'promise'] as const
export type ItemKind = (typeof itemKinds)[number]

/** A line of the pack: something passed on, or a promise the group made. */
export interface Item {
  readonly id: string
  readonly kind: ItemKind
  readonly what: string
  /** Where it is kept; never a password itself. */
  readonly place: string
  readonly dueOn: string | null
  readonly doneAt: Date | null
}

export async function items(tx: Tx, vacancyId: string): Promise<readonly Item[]> {
  const { rows } = await sql<Item>`
    select id, kind, what, place, due_on as "dueOn", done_at as "doneAt" from people.handover_item
    where vacancy_id = ${vacancyId} order by position, id`.execute(tx)
  return rows
}

/** How much of each pack is done. */
export async function progress(tx: Tx): Promise<ReadonlyMap<string, { readonly done: number; readonly all: number }>> {
  const { rows } = await sql<{ id: string; done: number; all: number }>`
    select vacancy_id as id, count(done_at)::int as done, count(*)::int as all from people.handover_item group by vacancy_id`.execute(
    tx,
  )
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}

export type ItemFacts = Pick<Item, 'what' | 'place' | 'dueOn'>

export async function add(act: Act, vacancyId: string, { kind, what, place, dueOn }: ItemFacts & Pick<Item, 'kind'>) {
  await find(act.tx, vacancyId)
  const { rows } = await sql<{ id: string }>`
    insert into people.handover_item (group_id, vacancy_id, kind, what, place, due_on, position)
    select ${act.group.id}, ${vacancyId}, ${kind}, ${what}, ${place}, ${dueOn}::date, coalesce(max(position), 0) + 1
    from people.handover_item where vacancy_id = ${vacancyId} returning id`.execute(act.tx)
  await keepForUndo(act, { table: 'people.handover_item', key: { id: rows[0]!.id }, inserted: true })
  await record(act, handoverNoted, { vacancy: vacancyId })
}

interface Which {
  readonly vacancyId: string
  readonly id: string
}

export const change = (act: Act, which: Which, { what, place, dueOn }: ItemFacts): Promise<void> =>
  write(act, which, { what, place, due_on: dueOn })

export const setDone = (act: Act, which: Which, done: boolean): Promise<void> =>
  write(act, which, { done_at: done ? act.at : null })

export async function remove(act: Act, { vacancyId, id }: Which): Promise<void> {
  await keepForUndo(act, { table: 'people.handover_item', key: { id } })
  await act.tx.deleteFrom('people.handover_item').where('id', '=', id).where('vacancy_id', '=', vacancyId).execute()
  await record(act, handoverNoted, { vacancy: vacancyId })
}

/** Whoever leaves, or whoever comes, says that the handover is done on their side. */
export async function signOff(act: Act, vacancyId: string): Promise<Role> {
  const { leaves, comes, role } = await find(act.tx, vacancyId)
  const { personId } = act.by
  const column =
    leaves?.personId === personId ? 'handed_over_at' : comes?.personId === personId ? 'taken_over_at' : null
  if (!column || !personId)
    throw new Refusal('Only whoever leaves the office and whoever takes it on sign this off.', 403)
  await keepForUndo(act, { table: 'people.vacancy', key: { id: vacancyId } })
  await act.tx
    .updateTable('people.vacancy')
    .set({ [column]: act.at })
    .where('id', '=', vacancyId)
    .execute()
  await record(act, handoverSigned, { vacancy: vacancyId })
  return role
}

/** Where this office was decided on, the newest first: the minutes a successor reads. */
export async function minutesOf(
  tx: Tx,
  role: Role,
): Promise<readonly { readonly minute: string; readonly on: string }[]> {
  const { rows } = await sql<{ minute: string; on: string }>`
    select minute, max(from_on)::text as "on" from people.role_held where role = ${role} and minute is not null
    group by minute order by max(from_on) desc limit 5`.execute(tx)
  return rows
}

async function write(act: Act, { vacancyId, id }: Which, values: Record<string, Date | string | null>): Promise<void> {
  await keepForUndo(act, { table: 'people.handover_item', key: { id } })
  const { numUpdatedRows } = await act.tx
    .updateTable('people.handover_item')
    .set(values)
    .where('id', '=', id)
    .where('vacancy_id', '=', vacancyId)
    .executeTakeFirstOrThrow()
  if (!numUpdatedRows) throw new Refusal('This line is no longer in the pack.', 404)
  await record(act, handoverNoted, { vacancy: vacancyId })
}
