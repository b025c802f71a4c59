import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import { type Part, sightsOf } from '../visibility.ts'

/**
 * The reach `own parts` of `visibility.ts`, as a condition in SQL: the person stands in a local or policy group that the actor
 * coordinates. Which group that is stands in `people.part_member.coordinates`; the office of coordinator, without a group,
 * reaches nobody. Registers, lists and searches ask this one.
 * @param person the column with the person's id: sql.ref('p.id')
 */
export function inOwnParts(person: RawBuilder<unknown>, actor: Actor): RawBuilder<boolean> {
  if (!actor.personId) return sql<boolean>`false`
  return sql<boolean>`${person} in (
    select own_theirs.person_id from people.part_member own_theirs
    where own_theirs.to_on is null and own_theirs.part_id in (${coordinatedBy(actor.personId)}))`
}

/** The same of a group: open, and coordinated by the actor. @param part the column with the group's id */
export function isOwnPart(part: RawBuilder<unknown>, actor: Actor): RawBuilder<boolean> {
  return actor.personId ? sql<boolean>`${part} in (${coordinatedBy(actor.personId)})` : sql<boolean>`false`
}

/** A line that ended has its day, and one that stands has none: they begin and end today, never on a coming day. */
const coordinatedBy = (personId: string) => sql`
  select own_mine.part_id from people.part_member own_mine
  join people.part own_part on own_part.id = own_mine.part_id and own_part.closed_on is null
  where own_mine.person_id = ${personId} and own_mine.coordinates and own_mine.to_on is null`

/** What an actor sees of the people in a group: what they see of everybody, and in their own group what coordinators see. */
export function seenInPart(actor: Actor, { own }: { readonly own: boolean }): ReadonlySet<Part> {
  const sights = sightsOf(actor).filter(({ reach }) => reach === 'everybody' || (own && reach === 'own parts'))
  return new Set(sights.flatMap(({ parts }) => [...parts]))
}

/** Whose page of groups is not empty by rule: who sees everybody's name, or coordinates. */
export const maySeeParts = (actor: Actor): boolean =>
  sightsOf(actor).some(({ reach, parts }) => parts.has('name') && (reach === 'everybody' || reach === 'own parts'))

/** Whether an actor sees every group, or only their own. */
export const seesAllParts = (actor: Actor): boolean => seenInPart(actor, { own: false }).has('name')
