import type { Act } from '../../platform/act.ts'
import { Refusal } from '../../platform/refusal.ts'
import * as bases from '../bases.ts'
import { type Kind, kindNames } from '../kinds.ts'
import * as memberships from '../memberships.ts'
import { basisOfHolding, type Channel } from '../purposes.ts'
import { lockOne } from './standing.ts'

export interface Told {
  readonly kind: Kind
  readonly channel: Channel
  /** How the group knows: "Form signed at the fair, 3 May". */
  readonly evidence: string
}

/** Enters by what right somebody is held. A supporter's is their own yes, so it needs to be said how they gave it. */
export async function hold(act: Act, personId: string, { kind, channel, evidence }: Told): Promise<void> {
  const basis = basisOfHolding(kind)
  if (basis === 'explicit_consent' && !evidence) throw new Refusal(supporterNeedsYes, 422)
  await bases.give(act, { personId, purpose: 'register', basis, channel, evidence })
}

export const supporterNeedsYes =
  'A supporter is held because they agreed to it. Say how they did, such as “Signed form, 3 May”.'

/** Makes something else of somebody from today, with the right by which they are then held. */
export async function changeKind(act: Act, id: string, told: Told): Promise<string> {
  const person = await lockOne(act, id)
  await hold(act, id, told)
  await memberships.begin(act, { personId: id, kind: told.kind })
  return `${person.name} is on the register as ${kindNames[told.kind].toLowerCase()} from today.`
}
