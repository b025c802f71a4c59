import { sql } from 'kysely'
import type { Act } from '../platform/act.ts'
import type { Tx } from '../platform/database.ts'
import { eventType, record } from '../platform/journal.ts'
import { Refusal } from '../platform/refusal.ts'
import { dayOf } from '../platform/time.ts'
import { keepForUndo } from '../platform/undo.ts'
import { civilDayWords } from '../ui/words.ts'
import { type Kind, kindNames, type Occupation } from './kinds.ts'

export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string | null
}

/** What the register holds about a person in single values. Places are codes of the Office for National Statistics. */
export interface Facts {
  readonly name: string
  readonly sortName: string
  readonly email: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly postcode: string | null
  readonly constituency: string | null
  readonly council: string | null
  readonly region: string | null
  readonly occupation: Occupation | null
  readonly joinedOn: string | null
  readonly renewsOn: string | null
}

export const personAdded = eventType<{ person: string }>('people.person_added')
export const personChanged = eventType<{ person: string }>('people.person_changed')

/** The person who holds an email address, whatever its capitals; also one that came to them with a merged record. */
export async function findByEmail(tx: Tx, email: string): Promise<Person | undefined> {
  const { rows } = await sql<Person>`
    select id, name, email from people.person where lower(email) = lower(${email})
    union all
    select p.id, p.name, p.email from people.other_email o join people.person p on p.id = o.person_id
    where lower(o.email) = lower(${email}) limit 1`.execute(tx)
  return rows[0]
}

/** A person by id; one that was merged is found as the person they are now. */
export async function find(tx: Tx, id: string): Promise<Person | undefined> {
  const { rows } = await sql<Person>`
    select coalesce(m.id, p.id) as id, coalesce(m.name, p.name) as name, coalesce(m.email, p.email) as email
    from people.person p left join people.person m on m.id = p.merged_into where p.id = ${id}`.execute(tx)
  return rows[0]
}

/** The ids by which somebody is known: their own first, then those of records that were merged into it. */
export async function idsOf(tx: Tx, id: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from people.person where id = ${id} or merged_into = ${id} order by (id = ${id}) desc, id`.execute(tx)
  return rows.map((row) => row.id)
}

/** Every address by which somebody is known, also those that came with merged records. */
export async function addressesOf(tx: Tx, id: string): Promise<readonly string[]> {
  const { rows } = await sql<{ email: string }>`
    select email from people.person where id = ${id} and email is not null
    union select email from people.other_email where person_id = ${id}`.execute(tx)
  return rows.map(({ email }) => email)
}

interface NewPerson extends Partial<Facts> {
  readonly name: string
  readonly email: string | null
  readonly kind?: Kind
}

/** Adds a person, or gives back the one who already holds the address, under the name the register has. */
export async function addOrFind(act: Act, { kind = 'contact', ...facts }: NewPerson): Promise<Person> {
  const known = facts.email ? await findByEmail(act.tx, facts.email) : undefined
  if (known) return known
  const person = await act.tx
    .insertInto('people.person')
    .values({ group_id: act.group.id, ...columnsOf(facts), name: facts.name, kind, created_at: act.at })
    .onConflict((same) => same.expression(sql`group_id, lower(email)`).doNothing())
    .returning(['id', 'name', 'email'])
    .executeTakeFirst()
  if (!person) return (await findByEmail(act.tx, facts.email!))!
  await keepForUndo(act, { table: 'people.person', key: { id: person.id }, inserted: true })
  await beginMembership(act, { personId: person.id, kind, from: facts.joinedOn ?? null })
  await record(act, personAdded, { person: person.id })
  return person
}

/** The first line of what they are to the group; later ones are written by `memberships.begin`. */
async function beginMembership(
  act: Act,
  { personId, kind, from }: { personId: string; kind: Kind; from: string | null },
) {
  const { id } = await act.tx
    .insertInto('people.membership')
    .values({ group_id: act.group.id, person_id: personId, kind, from_on: from ?? dayOf(act) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepForUndo(act, { table: 'people.membership', key: { id }, inserted: true })
}

/** Changes single facts. A 409 Refusal when the email address is somebody else's, a 404 when the person has gone. */
export async function change(act: Act, id: string, facts: Partial<Facts>): Promise<void> {
  const { tx } = act
  const holder = facts.email ? await findByEmail(tx, facts.email) : undefined
  if (holder && holder.id !== id) throw new Refusal('Somebody else on the register has this email address.', 409)
  await keepForUndo(act, { table: 'people.person', key: { id } })
  const moved = facts.email !== undefined && {
    email_state: 'unconfirmed' as const,
    email_trouble: null,
    email_trouble_at: null,
  }
  const same = facts.email !== undefined && (await find(tx, id))?.email === facts.email
  const { numUpdatedRows } = await tx
    .updateTable('people.person')
    .set({ ...columnsOf(facts), ...(!same && moved), changed_at: act.at })
    .where('id', '=', id)
    .where('merged_into', 'is', null)
    .executeTakeFirst()
  if (!numUpdatedRows) throw new Refusal('This person is no longer on the register.', 404)
  await record(act, personChanged, { person: id })
}

/** What a person is to the group today, in words for them: "Member since 3 December 2026". */
export async function standingOf(tx: Tx, id: string): Promise<string> {
  const row = await tx
    .selectFrom('people.person')
    .select(['kind', 'status', 'joined_on'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (row.status !== 'current') return row.status === 'left' ? 'You have left' : 'Your membership has lapsed'
  const since = row.joined_on ? ` since ${civilDayWords(row.joined_on).replace(/^\w+ /, '')}` : ''
  return `${kindNames[row.kind as Kind]}${since}`
}

/** Fills in what the record does not say yet. What it says stays: an officer may have noted it. */
export async function fillIn(act: Act, id: string, facts: Partial<Facts>): Promise<void> {
  const row = await act.tx.selectFrom('people.person').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const said = new Set(Object.entries(row).flatMap(([column, value]) => (value === null ? [] : [column])))
  // Places belong to their postcode: a part of another's would name a place where nobody lives.
  const placed = said.has('postcode') || said.has('constituency') || said.has('council')
  const missing = Object.entries(facts).filter(
    ([fact, value]) => value !== null && !said.has(COLUMNS[fact as keyof Facts]) && !(placed && PLACED.includes(fact)),
  )
  if (missing.length) await change(act, id, Object.fromEntries(missing))
}

const PLACED = ['postcode', 'constituency', 'council', 'region']

/** The mailbox answered: the address is theirs, and works. */
export async function confirmEmail({ tx }: Act, id: string): Promise<void> {
  await tx
    .updateTable('people.person')
    .set({ email_state: 'confirmed', email_trouble: null, email_trouble_at: null })
    .where('id', '=', id)
    .execute()
}

const COLUMNS: Readonly<Record<keyof Facts, string>> = {
  name: 'name',
  sortName: 'sort_name',
  email: 'email',
  phone: 'phone',
  address: 'address',
  postcode: 'postcode',
  constituency: 'constituency',
  council: 'council',
  region: 'region',
  occupation: 'occupation',
  joinedOn: 'joined_on',
  renewsOn: 'renews_on',
}

/** Facts under the names of their columns. A name brings along how it is sorted, unless that is given. */
function columnsOf(facts: Partial<Facts>): Record<string, string | null> {
  const named = Object.entries(facts).flatMap(([fact, value]) =>
    value === undefined ? [] : [[COLUMNS[fact as keyof Facts], value] as const],
  )
  return { ...(facts.name !== undefined && { sort_name: facts.name }), ...Object.fromEntries(named) }
}
