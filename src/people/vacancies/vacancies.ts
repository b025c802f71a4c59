import { type RawBuilder, sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import { insertMany } from '../../platform/bulk.ts'
import type { Tx } from '../../platform/database.ts'
import { eventType, record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Role } from '../../platform/roles.ts'
import { keepForUndo } from '../../platform/undo.ts'
import * as offices from '../offices.ts'
import { standardItems } from './duties.ts'
import { onRegister } from '../onRegister.ts'

export const vacancyOpened = eventType<{ vacancy: string }>('people.vacancy_opened')
export const vacancyChanged = eventType<{ vacancy: string }>('people.vacancy_changed')
export const vacancyClosed = eventType<{ vacancy: string }>('people.vacancy_closed')
export const successorChosen = eventType<{ vacancy: string; office: string }>('people.successor_chosen')

export type VacancyState = 'open' | 'filled' | 'closed'

/** Somebody named on one side of a handover. */
export interface Side {
  /** The line in the record of officers. */
  readonly office: string
  readonly personId: string
  readonly name: string
  readonly signedAt: Date | null
}

/** An office that needs somebody, and what came of it. */
export interface Vacancy {
  readonly id: string
  readonly role: Role
  readonly notice: string
  readonly sayBy: string
  readonly state: VacancyState
  readonly openedAt: Date
  /** From that day on the office is the successor's. */
  readonly handsOverOn: string | null
  readonly leaves: Side | null
  readonly comes: Side | null
}

/** All, open ones first, the newest first among the others. */
export const all = (tx: Tx): Promise<readonly Vacancy[]> => read(tx, sql`true`)
export const open = (tx: Tx): Promise<readonly Vacancy[]> => read(tx, sql`v.state = 'open'`)

/** Handovers in which a person leaves or comes, as long as their side is not signed off. */
export const handoversOf = (tx: Tx, personId: string): Promise<readonly Vacancy[]> =>
  read(
    tx,
    sql`(l.person_id = ${personId} and v.handed_over_at is null) or (n.person_id = ${personId} and v.taken_over_at is null)`,
  )

export async function find(tx: Tx, id: string): Promise<Vacancy> {
  const [found] = await read(tx, sql`v.id = ${id}`)
  if (!found) throw new Refusal('There is no such vacancy.', 404)
  return found
}

export interface Notice {
  readonly role: Role
  readonly notice: string
  readonly sayBy: string
}

/** Opens a vacancy, with a pack that has the usual lines. Nobody is written to by that. */
export async function openFor(act: Act, { role, notice, sayBy }: Notice): Promise<string> {
  const { id } = await act.tx
    .insertInto('people.vacancy')
    .values({ group_id: act.group.id, role, notice, say_by: sayBy, opened_at: act.at, state_since: act.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepForUndo(act, { table: 'people.vacancy', key: { id }, inserted: true })
  await insertMany(
    act,
    'people.handover_item',
    standardItems(role).map((what, position) => ({ vacancy_id: id, kind: 'thing', what, position })),
  )
  await record(act, vacancyOpened, { vacancy: id })
  return id
}

export async function change(act: Act, id: string, { notice, sayBy }: Omit<Notice, 'role'>): Promise<void> {
  await lockOpen(act, id)
  await keepForUndo(act, { table: 'people.vacancy', key: { id } })
  await act.tx.updateTable('people.vacancy').set({ notice, say_by: sayBy }).where('id', '=', id).execute()
  await record(act, vacancyChanged, { vacancy: id })
}

/** Nobody is looked for any more. What members said goes with it, after the days in which this can be taken back. */
export async function close(act: Act, id: string): Promise<void> {
  await lockOpen(act, id)
  await keepForUndo(act, { table: 'people.vacancy', key: { id } })
  await act.tx
    .updateTable('people.vacancy')
    .set({ state: 'closed', state_since: act.at })
    .where('id', '=', id)
    .execute()
  await record(act, vacancyClosed, { vacancy: id })
}

export interface Choice {
  readonly personId: string
  /** From this day on the office is theirs, and no longer that of whoever leaves. */
  readonly on: string
  /** The line that ends that day; null when nobody leaves. */
  readonly endsId: string | null
  readonly minute: string
}

/**
 * Somebody takes the office on. Both lines, the one that ends and the one that begins, are written with their day in one act:
 * offices are read by day on each request, so permissions move by themselves and nothing has to run at midnight.
 */
export async function choose(act: Act, id: string, { personId, on, endsId, minute }: Choice): Promise<void> {
  const { role } = await lockOpen(act, id)
  await mustBeHere(act.tx, personId)
  const begins = await offices.appoint(act, { personId, role, from: on, minute })
  if ((await offices.find(act.tx, begins)).from !== on)
    throw new Refusal('This person holds the office already. Choose somebody else, or end their office first.')
  if (endsId) {
    if ((await offices.find(act.tx, endsId)).role !== role) throw new Refusal('That is another office.', 422)
    await offices.end(act, endsId, on)
  }
  // Kept last, so put back first: the line that begins can go only when nothing points at it.
  await keepForUndo(act, { table: 'people.vacancy', key: { id } })
  await act.tx
    .updateTable('people.vacancy')
    .set({ state: 'filled', state_since: act.at, begins_id: begins, ends_id: endsId, hands_over_on: on })
    .where('id', '=', id)
    .execute()
  await record(act, successorChosen, { vacancy: id, office: begins })
}

/** Locked until the act ends: two officers choose one successor. */
async function lockOpen(act: Act, id: string): Promise<{ readonly role: Role }> {
  const row = await act.tx
    .selectFrom('people.vacancy')
    .select(['role', 'state'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('There is no such vacancy.', 404)
  if (row.state !== 'open') throw new Refusal('This vacancy is no longer open.')
  return { role: row.role as Role }
}

async function mustBeHere(tx: Tx, personId: string): Promise<void> {
  const { rows } = await sql`
    select 1 from people.person p where p.id = ${personId} and ${onRegister} and p.restricted_at is null`.execute(tx)
  if (!rows.length) throw new Refusal('This person is no longer on the register.', 404)
}

async function read(tx: Tx, wanted: RawBuilder<unknown>): Promise<readonly Vacancy[]> {
  const { rows } = await sql<Row>`
    select v.id, v.role, v.notice, v.say_by as "sayBy", v.state, v.opened_at as "openedAt", v.hands_over_on as "handsOverOn",
      v.ends_id, l.person_id as leaver, lp.name as leaver_name, v.handed_over_at,
      v.begins_id, n.person_id as comer, np.name as comer_name, v.taken_over_at
    from people.vacancy v
    left join people.role_held l on l.id = v.ends_id left join people.person lp on lp.id = l.person_id
    left join people.role_held n on n.id = v.begins_id left join people.person np on np.id = n.person_id
    where ${wanted} order by (v.state <> 'open'), v.state_since desc, v.id`.execute(tx)
  return rows.map(({ ends_id, leaver, leaver_name, handed_over_at, begins_id, comer, comer_name, ...row }) => ({
    id: row.id,
    role: row.role,
    notice: row.notice,
    sayBy: row.sayBy,
    state: row.state,
    openedAt: row.openedAt,
    handsOverOn: row.handsOverOn,
    leaves: ends_id ? { office: ends_id, personId: leaver!, name: leaver_name!, signedAt: handed_over_at } : null,
    comes: begins_id ? { office: begins_id, personId: comer!, name: comer_name!, signedAt: row.taken_over_at } : null,
  }))
}

interface Row extends Omit<Vacancy, 'leaves' | 'comes'> {
  readonly ends_id: string | null
  readonly leaver: string | null
  readonly leaver_name: string | null
  readonly handed_over_at: Date | null
  readonly begins_id: string | null
  readonly comer: string | null
  readonly comer_name: string | null
  readonly taken_over_at: Date | null
}
