import type { Act } from '../../platform/act.ts'
import { eventType, record } from '../../platform/journal.ts'
import { send } from '../../platform/letters.ts'
import { civilDay, dayOf } from '../../platform/time.ts'
import * as bases from '../bases.ts'
import * as hats from '../hats.ts'
import * as memberships from '../memberships.ts'
import * as persons from '../persons.ts'
import { chosenPlaces } from '../places/choosing.ts'
import { basisOfHolding, basisOfYes, holdingWording } from '../purposes.ts'
import * as suppressions from '../suppressions.ts'
import * as topics from '../topics.ts'
import { heldAs } from './answering.ts'
import type { Answers, Joinable } from './answers.ts'
import { welcomeLetter } from './letters.ts'
import { mayBecome } from './rules.ts'

export const joined = eventType<{ person: string }>('people.joined')

export interface Admitting {
  readonly secret: string
  /** Where the letter's links shall lead. */
  readonly origin: string
}

/**
 * Puts somebody whose mailbox answered on the register, or makes more of what it holds: the person, what they are, by what
 * right each thing, in their own words. Their own yes lifts a standing stop on the address.
 */
export async function admit(act: Act, answers: Answers, { secret, origin }: Admitting): Promise<void> {
  const { kind, name, email } = answers
  if (!kind || !name || !email) return
  const held = await heldAs(act.tx, email)
  const becomes = mayBecome(held, kind)
  await suppressions.lift(act, email, secret)
  const personId = await write(act, { ...answers, name, email, kind: becomes ? kind : undefined })
  if (held && held.status !== 'current') await persons.change(act, personId, { joinedOn: dayOf(act) })
  if (becomes) await giveRights(act, { personId, kind, answers })
  for (const { purpose, words } of answers.yes ?? [])
    await bases.give(act, { personId, purpose, basis: basisOfYes(purpose), channel: 'join', words })
  await record(act, joined, { person: personId })
  const yes = (answers.yes ?? []).map(({ words }) => words)
  await send(act, welcomeLetter({ to: email, group: act.group.name, origin, kind, yes }))
}

type Writing = Answers & { readonly name: string; readonly email: string; readonly kind: Joinable | undefined }

/** The person with their facts, hats and topics. */
async function write(act: Act, answers: Writing): Promise<string> {
  const { email, kind } = answers
  const known = await persons.findByEmail(act.tx, email)
  const person =
    known ??
    (await persons.addOrFind(act, { ...factsOf(act, answers), name: answers.name, email, ...(kind && { kind }) }))
  const { id } = person
  if (known) await persons.fillIn(act, id, factsOf(act, answers))
  if (kind) await memberships.begin(act, { personId: id, kind })
  if (person.email?.toLowerCase() === email.toLowerCase()) await persons.confirmEmail(act, id)
  await hats.add(act, id, answers.hats ?? [])
  const chosen = await topics.chosenBy(act.tx, id)
  await topics.choose(act, id, [...new Set([...chosen, ...(answers.interests ?? []), ...(answers.offers ?? [])])])
  return id
}

const factsOf = (
  { at, group }: Act,
  { postcode = null, constituency = null, council = null, occupation = null }: Answers,
) => ({
  postcode,
  ...chosenPlaces({ constituency, council }),
  occupation,
  joinedOn: civilDay(at, group.zone),
})

/** A member is held and called to meetings by right of belonging; a supporter is held by their own yes and called to none. */
async function giveRights(
  act: Act,
  { personId, kind, answers }: { personId: string; kind: Joinable; answers: Answers },
): Promise<void> {
  const words = answers.holding ?? holdingWording(kind, act.group.name)
  await bases.give(act, { personId, purpose: 'register', basis: basisOfHolding(kind), channel: 'join', words })
  if (kind !== 'member' || (await bases.hasObjected(act.tx, personId, 'notices'))) return
  await bases.give(act, { personId, purpose: 'notices', basis: 'membership', channel: 'join' })
}
