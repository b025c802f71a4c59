import { sql } from 'kysely'
import type { Act } from '../platform/act.ts'
import type { Tx } from '../platform/database.ts'
import { eventType, record } from '../platform/journal.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Role } from '../platform/roles.ts'
import { civilDay } from '../platform/time.ts'
import { keepForUndo } from '../platform/undo.ts'

export interface OfficeHeld {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly email: string | null
  readonly role: Role
  readonly from: string
  readonly to: string | null
}

export const officerAppointed = eventType<{ person: string; office: string }>('people.officer_appointed')
export const officeEnded = eventType<{ person: string; office: string }>('people.office_ended')

/** Everyone who holds an office on a day, by name. */
export async function heldOn(tx: Tx, day: string): Promise<readonly OfficeHeld[]> {
  const rows = await tx
    .selectFrom('people.role_held as h')
    .innerJoin('people.person as p', 'p.id', 'h.person_id')
    .select(['h.id', 'h.person_id as personId', 'p.name', 'p.email', 'h.role', 'h.from_on as from', 'h.to_on as to'])
    .where('h.from_on', '<=', day)
    .where((eb) => eb.or([eb('h.to_on', 'is', null), eb('h.to_on', '>', day)]))
    .orderBy('p.name')
    .orderBy('h.from_on')
    .execute()
  return rows.map((row) => ({ ...row, role: row.role as Role }))
}

/** Appoints a person from today. Holding the same office twice changes nothing. */
export async function appoint(act: Act, { personId, role }: { personId: string; role: Role }): Promise<void> {
  const today = civilDay(act.at, act.group.zone)
  const held = await heldOn(act.tx, today)
  if (held.some((office) => office.personId === personId && office.role === role)) return
  const { id } = await act.tx
    .insertInto('people.role_held')
    .values({ group_id: act.group.id, person_id: personId, role, from_on: today })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepForUndo(act, { table: 'people.role_held', key: { id }, inserted: true })
  await record(act, officerAppointed, { person: personId, office: id })
}

/** Ends an office today; from this request on its holder may no longer use it. The last chair or secretary stays. */
export async function end(act: Act, id: string): Promise<void> {
  const today = civilDay(act.at, act.group.zone)
  await lockOffices(act)
  const held = await heldOn(act.tx, today)
  const office = held.find((one) => one.id === id)
  if (!office) throw new Refusal('Nobody holds this office any more.', 404)
  if (!held.some((one) => one.id !== id && (one.role === 'chair' || one.role === 'secretary'))) {
    throw new Refusal('A group needs a chair or a secretary who can appoint others. Appoint one first.')
  }
  await keepForUndo(act, { table: 'people.role_held', key: { id } })
  await act.tx.updateTable('people.role_held').set({ to_on: today }).where('id', '=', id).execute()
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
  const held = await heldOn(act.tx, civilDay(act.at, act.group.zone))
  const appoints = held.filter(({ role }) => role === 'chair' || role === 'secretary')
  return appoints.length > 0 && appoints.every((one) => one.personId === personId)
}

/** Locked until the act ends, so that two last chairs cannot send each other away. */
async function lockOffices({ tx }: Act): Promise<void> {
  await tx.selectFrom('people.role_held').select('id').where('to_on', 'is', null).orderBy('id').forUpdate().execute()
}
