import { emailKey } from '../names/emails.ts'
import { nameKeys } from '../names/alike.ts'
import { comparable, type ComparableName, likeness } from '../names/likeness.ts'

/** What two records are compared by. */
export interface Compared {
  readonly name: string
  readonly emails: readonly string[]
  readonly postcode: string | null
}

export type Reason = 'email' | 'same_name' | 'near_name' | 'postcode' | 'sector' | 'place_unknown'
export const reasonWords: Readonly<Record<Reason, string>> = {
  email: 'Addresses that reach one mailbox',
  same_name: 'The same name',
  near_name: 'Names spelled nearly alike',
  postcode: 'The same postcode',
  sector: 'Postcodes close to each other',
  place_unknown: 'One has no postcode',
}

export interface Score {
  readonly score: number
  readonly reasons: readonly Reason[]
}

/** By this much two records are proposed as one person. */
const ENOUGH = 50

const NAMES = { same: 40, near: 25 } as const
const PLACES = { postcode: 50, sector: 30, place_unknown: 20 } as const
const EMAIL = 70

/** How likely two records are one person's, of 100, and why; null when nobody need look. A name alone is nobody's proof. */
export const scoreOf = (one: Compared, other: Compared): Score | null => scoreOfReady(ready(one), ready(other))

/** A record made ready for comparing with many others. */
export interface Ready {
  readonly name: ComparableName
  readonly mailboxes: ReadonlySet<string>
  readonly postcode: string | null
}

export const ready = ({ name, emails, postcode }: Compared): Ready => ({
  name: comparable(name),
  mailboxes: new Set(emails.flatMap((email) => emailKey(email) ?? [])),
  postcode,
})

export function scoreOfReady(one: Ready, other: Ready): Score | null {
  const email = [...one.mailboxes].some((key) => other.mailboxes.has(key))
  const alike = likeness(one.name, other.name)
  const near = alike === null ? null : nearness(one.postcode, other.postcode)
  const score = (email ? EMAIL : 0) + (alike ? NAMES[alike] : 0) + (near ? PLACES[near] : 0)
  if (score < ENOUGH) return null
  return {
    score: Math.min(score, 99),
    reasons: [
      ...(email ? (['email'] as const) : []),
      ...(alike ? ([`${alike}_name`] as const) : []),
      ...(near ? [near] : []),
    ],
  }
}

/**
 * Only records that share a key are compared. Names are looked at within one postcode's sector, and among those that have none;
 * the same name is looked for everywhere.
 */
export function keysOf({ name, emails, postcode }: Compared): readonly string[] {
  const made = comparable(name)
  const where = sectorOf(postcode) ?? 'nowhere'
  return [
    ...new Set([
      ...emails.flatMap((email) => emailKey(email) ?? []).map((key) => `email ${key}`),
      ...nameKeys(made).map((key) => `${where} ${key}`),
      `name ${made.letters}`,
    ]),
  ]
}

function nearness(one: string | null, other: string | null): keyof typeof PLACES | null {
  if (one === null || other === null) return 'place_unknown'
  if (one === other) return 'postcode'
  return sectorOf(one) === sectorOf(other) ? 'sector' : null
}

const sectorOf = (postcode: string | null): string | null => postcode?.slice(0, -2) ?? null
