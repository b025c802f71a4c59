import type { Actor } from '../platform/actor.ts'
import type { Role } from '../platform/roles.ts'

/** What a record shows, in the parts of which an office sees all or nothing. */
export const parts = [
  'name',
  'kind',
  'contact',
  'place',
  'membership',
  'work',
  'topics',
  'notes',
  'consents',
  'history',
] as const
export type Part = (typeof parts)[number]

export const partNames: Readonly<Record<Part, string>> = {
  name: 'Name',
  kind: 'Kind',
  contact: 'Email, telephone and address',
  place: 'Postcode, constituency, council and region',
  membership: 'Membership: since when, until when, renewal',
  work: 'Occupation and other hats',
  topics: 'Interests and offers of help',
  notes: 'Notes and relationships',
  consents: 'What they agreed to',
  history: 'History, and who opened the record',
}

/** Whose records an office sees at all. `own parts`: people of the local and policy groups it coordinates (`parts/ownParts.ts` says who that is). */
export type Reach = 'everybody' | 'public office' | 'own parts' | 'nobody'

export interface Sight {
  readonly reach: Reach
  readonly parts: ReadonlySet<Part>
}

const everything = new Set(parts)
const nothing: Sight = { reach: 'nobody', parts: new Set() }
const sees = (reach: Reach, ...shown: readonly Part[]): Sight => ({ reach, parts: new Set(shown) })

/** The one table of who may see what: pages, exports and searches ask it, and the help page prints it. */
export const sights: Readonly<Record<Role, Sight>> = {
  chair: { reach: 'everybody', parts: everything },
  vice_chair: { reach: 'everybody', parts: everything },
  secretary: { reach: 'everybody', parts: everything },
  membership: { reach: 'everybody', parts: everything },
  treasurer: sees('everybody', 'name', 'kind', 'contact', 'membership'),
  policy: sees('everybody', 'name', 'kind', 'work', 'topics'),
  parliament: sees('public office', 'name', 'kind', 'contact', 'place', 'notes'),
  coordinator: sees('own parts', 'name', 'kind', 'contact', 'place', 'topics'),
  editor: nothing,
}

/** Kinds whose office is public: whom the lead for Parliament sees. */
export const publicOffice = ['parliamentarian', 'staff', 'councillor', 'appointee'] as const

/** How far somebody sees by all offices they hold today. Of two reaches the wider one counts for its own parts only. */
export function sightsOf(actor: Actor): readonly Sight[] {
  if (actor.kind === 'host') return [{ reach: 'everybody', parts: everything }]
  return [...actor.roles].map((role) => sights[role]).filter(({ reach }) => reach !== 'nobody')
}

/** Whether somebody sees a part of everybody's record. */
export const seesAll = (actor: Actor, part: Part): boolean =>
  sightsOf(actor).some(({ reach, parts: shown }) => reach === 'everybody' && shown.has(part))
