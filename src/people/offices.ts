import { sql } from 'kysely'
import type { Act } from '../platform/act.ts'
import type { Tx } from '../platform/database.ts'
import { eventType, record } from '../platform/journal.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Role } from '../platform/roles.ts'
import { civilDay, dayOf } from '../platform/time.ts'
import { keepForUndo } from '../platform/undo.ts'
import { firstDayWithoutAppointer, overlap, standingOn, type Term } from './officeRules.ts'

export interface OfficeHeld {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly email: string | null
  readonly role: Role
  readonly from: string
  /** The first day on which it is no longer theirs. */
  readonly to: string | null
  /** Where it was decided: "AGM 14 March 2026, item 6". */
  readonly minute: string | null
}

export const officerAppointed = eventType<{ person: string; office: string }>('people.officer_appointed')
export const officeEnded = eventType<{ person: string; office: string }>('people.office_ended')
export const officeNoted = eventType<{ person: string; office: string }>('people.office_noted')

/** Everyone who holds an office on a day, by name. */
export async function heldOn(tx: Tx, day: string): Promise<readonly OfficeHeld[]> {
  const rows = await all(tx)
    .where('h.from_on', '<=', day)
    .where((eb) => eb.or([eb('h.to_on', 'is', null), eb('h.to_on', '>', day)]))
    .orderBy('p.name')
    .orderBy('h.from_on')
    .execute()
  return rows.map(held)
}

/** Everyone who has been appointed and has not begun on that day, by day. */
export async function comingAfter(tx: Tx, day: string): Promise<readonly OfficeHeld[]> {
  const rows = await all(tx).where('h.from_on', '>', day).orderBy('h.from_on').orderBy('p.name').execute()
  return rows.map(held)
}

/** Who held what, the newest first. */
export async function history(tx: Tx, { limit, offset = 0 }: { limit: number; offset?: number }) {
  const rows = await all(tx).orderBy('h.from_on', 'desc').orderBy('h.id').limit(limit).offset(offset).execute()
  return rows.map(held)
}

export async function countAll(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from people.role_held`.execute(tx)
  return rows[0]!.n
}

/** One line of the record of officers; a 404 Refusal when there is none. */
export async function find(tx: Tx, id: string): Promise<OfficeHeld> {
  const row = await all(tx).where('h.id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('There is no such office on record.', 404)
  return held(row)
}

export interface Appointment {
  readonly personId: string
  readonly role: Role
  /** Today when left out; a coming day begins by itself. */
  readonly from?: string
  readonly to?: string | null
  readonly minute?: string | null
}

/** Appoints a person from a day on. Holding the same office twice at once changes nothing: the line that stands is given back. */
export async function appoint(
  act: Act,
  { personId, role, from = dayOf(act), to = null, minute = null }: Appointment,
): Promise<string> {
  if (from < dayOf(act)) throw new Refusal('An office begins today or on a coming day.', 422)
  if (to !== null && to <= from) throw new Refusal('An office ends after it begins.', 422)
  const own = (await all(act.tx).where('h.person_id', '=', personId).where('h.role', '=', role).execute()).map(held)
  const same = own.find((one) => overlap(one, { from, to }))
  if (same) return same.id
  const { id } = await act.tx
    .insertInto('people.role_held')
    .values({ group_id: act.group.id, person_id: personId, role, from_on: from, to_on: to, minute: minute || null })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepForUndo(act, { table: 'people.role_held', key: { id }, inserted: true })
  await record(act, officerAppointed, { person: personId, office: id })
  return id
}

/**
 * Ends an office on a day, today when left out; from the first request of that day on its holder may no longer use it. One that
 * has not begun is taken back. There is always a chair or a secretary who can appoint others.
 */
export async function end(act: Act, id: string, on: string = dayOf(act)): Promise<void> {
  if (on < dayOf(act)) throw new Refusal('An office ends today or on a coming day.', 422)
  await lockOffices(act)
  const office = await find(act.tx, id).catch(() => null)
  const standing = office && standingOn(office, dayOf(act))
  if (!office || standing === 'ended') throw new Refusal('Nobody holds this office any more.', 404)
  const before = await terms(act)
  const takenBack = standing === 'coming' && on <= office.from
  const after = before.flatMap((term) => (term.id !== id ? [term] : takenBack ? [] : [{ ...term, to: on }]))
  if (firstDayWithoutAppointer(before, after, dayOf(act)))
    throw new Refusal('A group needs a chair or a secretary who can appoint others. Appoint one first.')
  if (takenBack) await mustBeNoHandover(act.tx, id)
  await keepForUndo(act, { table: 'people.role_held', key: { id } })
  if (takenBack) await act.tx.deleteFrom('people.role_held').where('id', '=', id).execute()
  else await act.tx.updateTable('people.role_held').set({ to_on: on }).where('id', '=', id).execute()
  await record(act, officeEnded, { person: office.personId, office: id })
}

/** Whoever is erased holds no office from now on, and takes up none. The words of the minute go: they name them. */
export async function leaveAll({ tx, at, group }: Act, personId: string): Promise<void> {
  const today = civilDay(at, group.zone)
  await tx.deleteFrom('people.role_held').where('person_id', '=', personId).where('from_on', '>', today).execute()
  await sql`
    update people.role_held set minute = null, to_on = least(to_on, ${today}::date) where person_id = ${personId}`.execute(
    tx,
  )
}

/** Whether the group would have nobody who can appoint, were it not for this person. Asked under lock. */
export async function isLastToAppoint(act: Act, personId: string): Promise<boolean> {
  await lockOffices(act)
  const held = await heldOn(act.tx, dayOf(act))
  const appoints = held.filter(({ role }) => role === 'chair' || role === 'secretary')
  return appoints.length > 0 && appoints.every((one) => one.personId === personId)
}

/** Current patrons, by name: they hold no office, and stand beside those who do. */
export async function patrons(tx: Tx): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from people.person where kind = 'patron' and status = 'current' and merged_into is null
    order by sort_name, id limit 200`.execute(tx)
  return rows
}

/** Writes down where an appointment was decided. */
export async function noteMinute(act: Act, id: string, minute: string): Promise<void> {
  const office = await find(act.tx, id)
  await keepForUndo(act, { table: 'people.role_held', key: { id } })
  await act.tx
    .updateTable('people.role_held')
    .set({ minute: minute || null })
    .where('id', '=', id)
    .execute()
  await record(act, officeNoted, { person: office.personId, office: id })
}

const all = (tx: Tx) =>
  tx
    .selectFrom('people.role_held as h')
    .innerJoin('people.person as p', 'p.id', 'h.person_id')
    .select(['h.id', 'h.person_id as personId', 'p.name', 'p.email', 'h.role', 'h.from_on as from', 'h.to_on as to'])
    .select('h.minute')

async function mustBeNoHandover(tx: Tx, id: string): Promise<void> {
  const { rows } = await sql`select 1 from people.vacancy where begins_id = ${id}`.execute(tx)
  if (rows.length) throw new Refusal('This appointment belongs to a handover. Take the choice back there.')
}

const held = <Row extends { role: string }>(row: Row) => ({ ...row, role: row.role as Role })

/** All terms that have not ended. */
async function terms(act: Act): Promise<readonly Term[]> {
  const { rows } = await sql<Term>`
    select id, role, from_on as from, to_on as to from people.role_held
    where to_on is null or to_on > ${dayOf(act)}::date`.execute(act.tx)
  return rows
}

/** Locked until the act ends, so that two last chairs cannot send each other away. */
async function lockOffices(act: Act): Promise<void> {
  await sql`
    select id from people.role_held where to_on is null or to_on > ${dayOf(act)}::date order by id for update`.execute(
    act.tx,
  )
}
