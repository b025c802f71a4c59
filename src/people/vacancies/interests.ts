import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import { aJob } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { eventType, record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Role } from '../../platform/roles.ts'
import type { Kind, Status } from '../kinds.ts'
import * as offices from '../offices.ts'
import { acceptsInterest, HANDLERS, INTEREST_DAYS, mayTakeOn, readsInterest } from './rules.ts'
import { dayOf } from '../../platform/time.ts'
import { find } from './vacancies.ts'

/** The journal says that somebody spoke, and not who: it is read by more people than the two who handle it. */
export const interestSaid = eventType<{ vacancy: string }>('people.interest_said')
export const interestWithdrawn = eventType<{ vacancy: string }>('people.interest_withdrawn')

/** Somebody who would take the office on. */
export interface Interest {
  readonly personId: string
  readonly name: string
  readonly words: string
  readonly hideFromHolder: boolean
  readonly saidAt: Date
}

/** A member says in confidence that they would take an office on; saying it again changes the words. */
export async function say(
  act: Act,
  vacancyId: string,
  { words, hideFromHolder }: { words: string; hideFromHolder: boolean },
): Promise<void> {
  const personId = act.by.personId!
  const vacancy = await find(act.tx, vacancyId)
  if (!acceptsInterest(vacancy, dayOf(act)))
    throw new Refusal('It is too late for this one: nobody is looked for any more.')
  await mustBeAble(act.tx, personId, act.by.roles.size > 0)
  const said = { words, hide_from_holder: hideFromHolder, said_at: act.at }
  await act.tx
    .insertInto('people.vacancy_interest')
    .values({ group_id: act.group.id, vacancy_id: vacancyId, person_id: personId, ...said })
    .onConflict((same) => same.columns(['group_id', 'vacancy_id', 'person_id']).doUpdateSet(said))
    .execute()
  await record(unnamed(act), interestSaid, { vacancy: vacancyId })
}

/** Takes it back: nothing of it stays. */
export async function withdraw(act: Act, vacancyId: string): Promise<void> {
  const { numDeletedRows } = await act.tx
    .deleteFrom('people.vacancy_interest')
    .where('vacancy_id', '=', vacancyId)
    .where('person_id', '=', act.by.personId)
    .executeTakeFirstOrThrow()
  if (numDeletedRows) await record(unnamed(act), interestWithdrawn, { vacancy: vacancyId })
}

/** What an officer with these offices reads of a vacancy that is open; nothing once it is over. */
export async function readBy(
  tx: Tx,
  { vacancyId, role, roles }: { vacancyId: string; role: Role; roles: ReadonlySet<Role> },
): Promise<readonly Interest[]> {
  if (!HANDLERS.some((handler) => roles.has(handler))) return []
  const { rows } = await sql<Interest>`
    select i.person_id as "personId", p.name, i.words, i.hide_from_holder as "hideFromHolder", i.said_at as "saidAt"
    from people.vacancy_interest i join people.person p on p.id = i.person_id
    join people.vacancy v on v.id = i.vacancy_id and v.state = 'open'
    where i.vacancy_id = ${vacancyId} order by i.said_at, p.id`.execute(tx)
  return rows.filter(({ hideFromHolder }) => readsInterest(roles, { role, hideFromHolder }))
}

/** How many an officer with these offices may know of, by vacancy. */
export async function countReadBy(tx: Tx, roles: ReadonlySet<Role>): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; role: Role; hideFromHolder: boolean; n: number }>`
    select v.id, v.role, i.hide_from_holder as "hideFromHolder", count(*)::int as n
    from people.vacancy_interest i join people.vacancy v on v.id = i.vacancy_id and v.state = 'open'
    group by v.id, v.role, i.hide_from_holder`.execute(tx)
  const counts = new Map<string, number>()
  for (const { id, n, ...confidence } of rows)
    if (readsInterest(roles, confidence)) counts.set(id, (counts.get(id) ?? 0) + n)
  return counts
}

/** What a person has said, by vacancy. */
export async function saidBy(
  tx: Tx,
  personId: string,
): Promise<ReadonlyMap<string, Omit<Interest, 'name' | 'personId'>>> {
  const { rows } = await sql<Omit<Interest, 'name' | 'personId'> & { id: string }>`
    select i.vacancy_id as id, i.words, i.hide_from_holder as "hideFromHolder", i.said_at as "saidAt"
    from people.vacancy_interest i where i.person_id = ${personId}`.execute(tx)
  return new Map(rows.map(({ id, ...said }) => [id, said]))
}

/** Who reads what is said, by name, and which of them hold the vacant office themselves. */
export async function readersOn(
  tx: Tx,
  day: string,
): Promise<readonly { readonly name: string; readonly role: Role; readonly roles: readonly Role[] }[]> {
  const held = await offices.heldOn(tx, day)
  return held
    .filter(({ role }) => HANDLERS.includes(role))
    .map(({ name, role, personId }) => ({
      name,
      role,
      roles: held.filter((one) => one.personId === personId).map((one) => one.role),
    }))
}

/** Whether a person may take an office on. */
export async function isAble(tx: Tx, personId: string, holdsOffice: boolean): Promise<boolean> {
  const { rows } = await sql<{ kind: Kind; status: Status; restricted: boolean }>`
    select kind, status, restricted_at is not null as restricted from people.person where id = ${personId}`.execute(tx)
  return rows[0] !== undefined && mayTakeOn(rows[0], holdsOffice)
}

/** Nightly: what was said in confidence goes a week after the appointment, or after the vacancy was closed. */
export async function sweep({ tx, at }: Act): Promise<void> {
  await sql`
    delete from people.vacancy_interest i using people.vacancy v where v.id = i.vacancy_id and v.state <> 'open'
      and v.state_since <= ${at}::timestamptz - make_interval(days => ${INTEREST_DAYS})`.execute(tx)
}

async function mustBeAble(tx: Tx, personId: string, holdsOffice: boolean): Promise<void> {
  if (!(await isAble(tx, personId, holdsOffice))) throw new Refusal('Offices of the group are for its members.', 403)
}

const unnamed = (act: Act): Act => ({ ...act, by: aJob(act.group.id) })
