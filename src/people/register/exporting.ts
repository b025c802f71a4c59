import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { eventType, record } from '../../platform/journal.ts'
import { dayOf } from '../../platform/time.ts'
import { kindNames, occupationNames, statusNames, type Kind, type Occupation, type Status } from '../kinds.ts'
import { nameOf } from '../places/lists.ts'
import type { Part } from '../visibility.ts'
import { allOf, conditionsOf } from './conditions.ts'
import { onRegister } from '../onRegister.ts'
import type { Eyes, Within } from './eyes.ts'
import type { Filter } from './filter.ts'
import { type Asking, byGroup } from './list.ts'

export const listTakenOut = eventType<{ taking: string; people: number }>('people.list_taken_out')

interface Row extends Within {
  readonly id: string
  readonly name: string
  readonly kind: Kind
  readonly status: Status
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
  readonly interests: readonly string[]
  readonly offers: readonly string[]
  readonly newsletter: boolean
}

/** The columns of a list, each with the part of a record it belongs to. Notes and relationships are never in one. */
const COLUMNS: readonly (readonly [string, Part, (row: Row) => unknown])[] = [
  ['Name', 'name', ({ name }) => name],
  ['Kind', 'kind', ({ kind }) => kindNames[kind]],
  ['Status', 'kind', ({ status }) => statusNames[status]],
  ['Email', 'contact', ({ email }) => email],
  ['Telephone', 'contact', ({ phone }) => phone],
  ['Address', 'contact', ({ address }) => address],
  ['Postcode', 'place', ({ postcode }) => postcode],
  ['Constituency', 'place', ({ constituency }) => constituency && nameOf(constituency)],
  ['Council area', 'place', ({ council }) => council && nameOf(council)],
  ['Region or nation', 'place', ({ region }) => region && nameOf(region)],
  ['Joined on', 'membership', ({ joinedOn }) => joinedOn],
  ['Renews on', 'membership', ({ renewsOn }) => renewsOn],
  ['Occupation', 'work', ({ occupation }) => occupation && occupationNames[occupation]],
  ['Interests', 'topics', ({ interests }) => interests.join('; ')],
  ['Offers', 'topics', ({ offers }) => offers.join('; ')],
  ['May be sent the newsletter', 'consents', ({ newsletter }) => newsletter],
]

const columnsFor = (eyes: Eyes, contact: boolean) =>
  COLUMNS.filter(([, part]) => eyes.part(part) && (contact || part !== 'contact'))

export const headingsFor = (eyes: Eyes, contact: boolean): readonly string[] =>
  columnsFor(eyes, contact).map(([heading]) => heading)

/** Whom a list would hold: those the filter finds, without those whose record is held and not used. */
const wanted = (filter: Filter, asking: Asking) =>
  sql`${allOf(conditionsOf(filter, asking))} and p.restricted_at is null`

export interface Extent {
  readonly people: number
  readonly everybody: number
  /** On lists with addresses that the same officer took out in the last 30 days on their own word. */
  readonly earlier: number
}

interface AskingOfficer extends Asking {
  readonly officerId: string | null
}

/** How many a list would hold, of how many. */
export async function extentOf(tx: Tx, filter: Filter, asking: AskingOfficer): Promise<Extent> {
  await byGroup(tx)
  const { rows } = await sql<Extent>`
    select count(*) filter (where ${wanted(filter, asking)})::int as people,
      count(*) filter (where p.status <> 'left')::int as everybody,
      (select coalesce(sum(people), 0)::int from people.taking_out
        where officer_id = ${asking.officerId} and contact and approval_id is null and taken_at > now() - interval '30 days') as earlier
    from people.person p where ${onRegister}`.execute(tx)
  return rows[0]!
}

/**
 * Half the register with addresses is as good as all of it: so much leaves only with a second officer’s word. Two lists of a
 * quarter each are as much as one of a half.
 */
export const needsSecondWord = ({ people, everybody, earlier }: Extent, contact: boolean): boolean =>
  contact && people > 1 && (people + earlier) * 2 > everybody

export interface Taking {
  readonly filter: Filter
  readonly reason: string
  /** With email, telephone and address. */
  readonly contact: boolean
  readonly approvalId: string | null
}

export interface Taken {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
}

/** Makes the list, and keeps who took it out and why. Each person on it finds that on their own page. */
export async function takeOut(
  act: Act,
  { filter, reason, contact, approvalId }: Taking,
  asking: Asking,
): Promise<Taken> {
  const columns = columnsFor(asking.eyes, contact)
  const people = await rowsOf(act.tx, filter, asking)
  const { id } = await act.tx
    .insertInto('people.taking_out')
    .values({
      group_id: act.group.id,
      officer_id: act.by.personId,
      reason,
      people: people.length,
      contact,
      taken_at: act.at,
      approval_id: approvalId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await noteReadings(
    act,
    people.map((person) => person.id),
  )
  await record(act, listTakenOut, { taking: id, people: people.length })
  const cells = (row: Row) => {
    const sees = asking.eyes.shown(row)
    return columns.map(([, part, value]) => (sees.has(part) ? value(row) : null))
  }
  return { columns: columns.map(([heading]) => heading), rows: people.map(cells) }
}

async function rowsOf(tx: Tx, filter: Filter, asking: Asking): Promise<readonly Row[]> {
  const topics = (list: string) => sql`array(select t.name from people.person_topic c
    join people.topic t on t.id = c.topic_id and t.list = ${list} where c.person_id = p.id order by t.position, t.id)`
  const { rows } = await sql<Row>`
    select p.id, p.name, p.kind, p.status, p.email, p.phone, p.address, p.postcode, p.constituency, p.council, p.region,
      p.occupation, p.joined_on as "joinedOn", p.renews_on as "renewsOn", ${topics('interest')} as interests,
      ${topics('offer')} as offers, p.id in (select person_id from people.reachable where purpose = 'newsletter') as newsletter,
      ${asking.eyes.within}
    from people.person p where ${wanted(filter, asking)} order by p.sort_key, p.id`.execute(tx)
  return rows
}

/** Once for each officer, person and day, as for a page. The host at the terminal is no officer: the journal has them. */
async function noteReadings(act: Act, ids: readonly string[]): Promise<void> {
  if (!act.by.personId) return
  const day = dayOf(act)
  await sql`
    insert into people.reading (group_id, person_id, officer_id, day, how)
    select ${act.group.id}, id, ${act.by.personId}, ${day}, 'export' from unnest(${ids}::uuid[]) as id
    where id <> ${act.by.personId} on conflict do nothing`.execute(act.tx)
}
