import { type Actor, holdsAny } from '../../platform/actor.ts'
import type { Role } from '../../platform/roles.ts'
import type { Kind, Status } from '../kinds.ts'

/** Days that an interest is kept after somebody was appointed or the vacancy was closed: time to take that back. */
export const INTEREST_DAYS = 7

/** Those who read what members say in confidence. */
export const HANDLERS: readonly Role[] = ['chair', 'secretary']
export const mayHandle = (actor: Actor): boolean => holdsAny(actor, ...HANDLERS)

interface Confidence {
  /** The vacant office. */
  readonly role: Role
  readonly hideFromHolder: boolean
}

/** Whether an officer with these offices reads an interest: never the present holder when the member asked for that. */
export const readsInterest = (roles: ReadonlySet<Role>, { role, hideFromHolder }: Confidence): boolean =>
  HANDLERS.some((handler) => roles.has(handler)) && !(hideFromHolder && roles.has(role))

/** The pack is for whoever appoints, and for whoever holds the office: before the day one, from that day on the other. */
export const maySeePack = (actor: Actor, role: Role): boolean =>
  holdsAny(actor, 'chair', 'vice_chair', 'secretary', role)

/** Offices are for current members, and for those who hold one already. */
export const mayTakeOn = (
  { kind, status, restricted }: { kind: Kind; status: Status; restricted: boolean },
  holdsOffice: boolean,
): boolean => !restricted && (holdsOffice || (status === 'current' && (kind === 'member' || kind === 'patron')))

export const acceptsInterest = (
  { state, sayBy }: { readonly state: string; readonly sayBy: string },
  day: string,
): boolean => state === 'open' && day <= sayBy

/** "password: hunter2", "PIN 4711", "the code is 991122": a secret itself, and not where it is kept. */
export const looksLikeSecret = (words: string): boolean =>
  /\b(?:pass(?:word|phrase|code)|pwd|pw)\b\s*(?::|=|\bis\b)\s*\S+/i.test(words) ||
  /\b(?:pin|code)\b\s*(?::|=|\bis\b)?\s*\d{4,}/i.test(words)
