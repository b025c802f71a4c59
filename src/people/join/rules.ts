import { domainToUnicode } from 'node:url'
import type { Kind, Status } from '../kinds.ts'
import type { Joinable } from './answers.ts'

/** Hours until answers that were not sent are gone. */
export const UNSENT_HOURS = 24
/** Days until an application whose address nobody confirmed is gone. */
export const UNCONFIRMED_DAYS = 7

interface Held {
  readonly kind: Kind
  readonly status: Status
}

/** Those who may become a member or a supporter by a letter alone; an office in public or an honour is an officer's to change. */
const CHANGEABLE: readonly Kind[] = ['contact', 'supporter', 'partner', 'press']

/** Whether confirming makes somebody what they ask to be. Null: nobody on the register has the address. */
export const mayBecome = (held: Held | null, wanted: Joinable): boolean =>
  held === null || held.status !== 'current' || (held.kind !== wanted && CHANGEABLE.includes(held.kind))

/**
 * The domain of an address that mixes Latin letters with others, such as a Cyrillic а in "exаmple.org". Such an address can
 * be somebody's own; oftener it is a slip or a trick, so it is asked about.
 */
export function mixedDomain(email: string): string | null {
  const sent = email.slice(email.lastIndexOf('@') + 1)
  const domain = domainToUnicode(sent) || sent // some browsers send it encoded, as xn--…
  return /\p{Script=Latin}/u.test(domain) && /(?!\p{Script=Latin})\p{L}/u.test(domain) ? domain : null
}

/** The letters of it that are not Latin, each once. */
export const foreignLetters = (domain: string): readonly string[] => [
  ...new Set(domain.match(/(?!\p{Script=Latin})\p{L}/gu) ?? []),
]
