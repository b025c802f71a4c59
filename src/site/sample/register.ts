import { type Act, performIn } from '../../platform/act.ts'
import { civilDay } from '../../platform/time.ts'
import { register } from '../../people/index.ts'
import type { Officers } from './cast.ts'
import {
  interests,
  offers,
  sampleBodies,
  sampleGroups,
  sampleNotes,
  samplePeople,
  type SamplePerson,
  sampleTies,
  sampleViews,
} from './registerPeople.ts'

const KEEPER = 'Ibrahim Saleh'
const DAY = 86_400_000

type Ids = ReadonlyMap<string, string>

/**
 * Fills the sample group's register, as its secretary would have: people, what they agreed to, notes, groups, bodies, views.
 * Each is an act of its own, so that the history of a record reads, and is undone, as in a real group.
 */
export async function addRegister({ tx, group, at }: Act, officers: Officers): Promise<void> {
  const by = officers.get(KEEPER)!.actor
  const keep = async <T>(work: (act: Act) => Promise<T>, days = 1): Promise<T> =>
    (await performIn(tx, { group, by, at: new Date(at.getTime() - days * DAY) }, work)).done
  const topics = await keep(async (act) => ({
    wants: await topicIds(act, 'interest', interests),
    gives: await topicIds(act, 'offer', offers),
  }))
  const ids = await keep((act) =>
    register.giveSampleMembers(
      act,
      samplePeople.map((one) => memberOf(act, one, topics)),
    ),
  )
  for (const { person } of officers.values())
    await keep((act) => register.memberships.begin(act, { personId: person.id, kind: 'member' }))
  for (const [name, words] of sampleNotes) await keep((act) => register.notes.write(act, ids.get(name)!, words), 12)
  for (const [name, kind, other] of sampleTies)
    await keep((act) => register.ties.make(act, ids.get(name)!, { kind, otherId: ids.get(other)! }))
  for (const one of sampleGroups) await keep((act) => addGroup(act, one, ids))
  for (const one of sampleBodies) await keep((act) => addBody(act, one, ids))
  for (const { name, offer, shared } of sampleViews)
    await keep((act) =>
      register.savedViews.save(act, {
        name,
        shared,
        filter: register.readFilter({ offer: topics.gives[offers.indexOf(offer)] }),
      }),
    )
}

async function topicIds(act: Act, list: 'interest' | 'offer', names: readonly string[]): Promise<readonly string[]> {
  const ids: string[] = []
  for (const name of names) ids.push(await register.topics.addOrFind(act, list, name))
  return ids
}

interface Topics {
  readonly wants: readonly string[]
  readonly gives: readonly string[]
}

function memberOf(
  { at: now, group: { zone } }: Act,
  one: SamplePerson,
  { wants, gives }: Topics,
): register.SampleMember {
  const joinedAt = new Date(now.getTime() - one.days * DAY)
  const joinedOn = civilDay(joinedAt, zone)
  const renewsOn = one.kind === 'member' ? renewal(one, civilDay(now, zone), joinedOn) : null
  return {
    name: one.name,
    email: one.marks.includes('o') ? null : addressOf(one.name),
    kind: one.kind,
    phone: one.phone ?? null,
    occupation: one.does || null,
    joinedAt,
    joinedOn,
    renewsOn,
    lapsedOn: one.marks.includes('l') ? renewsOn : null,
    restricted: one.marks.includes('h'),
    newsletter: one.marks.includes('y') ? 'yes' : one.marks.includes('n') ? 'no' : null,
    topicIds: [...at(one.interests, wants), ...at(one.offers, gives)],
    ...placesAt(one.postcode),
  }
}

const addressOf = (name: string): string =>
  `${name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z ]/g, '')
    .trim()
    .replaceAll(/ +/g, '.')}@example.org`

/** The next anniversary of joining; for who lapsed, the last one. */
function renewal({ marks }: SamplePerson, today: string, joined: string): string {
  const year = Number(today.slice(0, 4))
  const thisYear = `${year}${joined.slice(4)}`.replace('02-29', '02-28')
  const next = thisYear > today ? thisYear : `${year + 1}${thisYear.slice(4)}`
  return marks.includes('l') ? `${Number(next.slice(0, 4)) - 1}${next.slice(4)}` : next
}

const at = (places: string, all: readonly string[]): readonly string[] =>
  places.split(' ').flatMap((place) => (place ? [all[Number(place)]!] : []))

function placesAt(postcode: string): Pick<register.SampleMember, 'postcode' | 'constituency' | 'council' | 'region'> {
  const { constituencies, councils, postcode: read } = register.findPlaces(postcode)
  const [constituency, council] = [constituencies[0], councils[0]]
  return {
    postcode: read,
    constituency: constituency?.code ?? null,
    council: council?.code ?? null,
    region: (council ?? constituency)?.region.code ?? null,
  }
}

async function addGroup(act: Act, { people, ...part }: (typeof sampleGroups)[number], ids: Ids): Promise<void> {
  const partId = (await register.addGroup(act, part))!
  for (const name of people) await register.putIntoGroup(act, { partId, personId: ids.get(name)! })
}

async function addBody(act: Act, { desks, ...body }: (typeof sampleBodies)[number], ids: Ids): Promise<void> {
  const bodyId = await register.bodies.add(act, body)
  for (const { who, title, from, to } of desks) {
    await register.desks.take(act, { bodyId, personId: ids.get(who)!, title, from })
    if (!to) continue
    const held = (await register.desks.desksOf(act.tx, ids.get(who)!)).find((desk) => desk.bodyId === bodyId)!
    await register.desks.end(act, { bodyId, id: held.id, on: to })
  }
}
