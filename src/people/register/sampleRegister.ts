import type { Act } from '../../platform/act.ts'
import { insertMany, newIds } from '../../platform/bulk.ts'
import type { Kind, Occupation } from '../kinds.ts'
import { personAdded, type Facts } from '../persons.ts'
import { basisOfHolding } from '../purposes.ts'

/** Somebody invented, as they stand on the sample group's register. */
export interface SampleMember extends Partial<Facts> {
  readonly name: string
  readonly email: string | null
  readonly kind: Kind
  readonly occupation: Occupation | null
  readonly joinedAt: Date
  readonly joinedOn: string
  readonly lapsedOn: string | null
  readonly restricted: boolean
  readonly newsletter: 'yes' | 'no' | null
  readonly topicIds: readonly string[]
}

const FORM = 'Signed form, in the green folder'

/** Puts invented people on the register in sets, so that the sample group is made in a moment. Gives their ids by name. */
export async function giveSampleMembers(
  act: Act,
  people: readonly SampleMember[],
): Promise<ReadonlyMap<string, string>> {
  const ids = await newIds(act, people.length)
  const known = people.map((one, n) => ({ one, id: ids[n]! }))
  await insertMany(act, 'people.person', known.map(personRow(act)))
  await insertMany(
    act,
    'people.membership',
    known.map(({ one, id }) => ({
      person_id: id,
      kind: one.kind,
      from_on: one.joinedOn,
      to_on: one.lapsedOn,
      ended_because: one.lapsedOn && 'lapsed',
    })),
  )
  await insertMany(act, 'people.basis', known.flatMap(basisRows))
  await insertMany(
    act,
    'people.objection',
    known.flatMap(({ one, id }) =>
      one.newsletter === 'no'
        ? [{ person_id: id, purpose: 'newsletter', objected_at: one.joinedAt, channel: 'telephone' }]
        : [],
    ),
  )
  await insertMany(
    act,
    'people.person_topic',
    known.flatMap(({ one, id }) => one.topicIds.map((topic) => ({ person_id: id, topic_id: topic }))),
  )
  await insertMany(
    act,
    'platform.journal',
    known.map(({ one, id }) => ({
      id: crypto.randomUUID(),
      act_id: act.id,
      happened_at: one.joinedAt,
      actor_kind: act.by.kind,
      actor_id: act.by.personId,
      event: personAdded.name,
      payload: { person: id },
    })),
  )
  return new Map(known.map(({ one, id }) => [one.name, id]))
}

interface Known {
  readonly one: SampleMember
  readonly id: string
}

const personRow =
  ({ at }: Act) =>
  ({ one, id }: Known) => ({
    id,
    name: one.name,
    sort_name: one.name,
    email: one.email,
    email_state: one.email ? 'confirmed' : 'unconfirmed',
    kind: one.kind,
    status: one.lapsedOn ? 'lapsed' : 'current',
    phone: one.phone ?? null,
    postcode: one.postcode ?? null,
    constituency: one.constituency ?? null,
    council: one.council ?? null,
    region: one.region ?? null,
    occupation: one.occupation,
    joined_on: one.joinedOn,
    renews_on: one.renewsOn ?? null,
    restricted_at: one.restricted ? at : null,
    created_at: one.joinedAt,
  })

function basisRows({ one: { kind, newsletter, joinedAt }, id }: Known) {
  const line = (purpose: string, basis: string) => ({
    id: crypto.randomUUID(),
    person_id: id,
    purpose,
    basis,
    channel: 'paper',
    evidence: FORM,
    from_at: joinedAt,
  })
  return [
    line('register', basisOfHolding(kind)),
    ...(kind === 'member' ? [line('notices', 'membership')] : []),
    ...(newsletter === 'yes' ? [line('newsletter', 'consent')] : []),
  ]
}
