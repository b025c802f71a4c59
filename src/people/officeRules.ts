import type { Role } from '../platform/roles.ts'

/** A line of the record of officers. `to`: the first day on which it no longer holds. */
export interface Term {
  readonly id: string
  readonly role: Role
  readonly from: string
  readonly to: string | null
}

export type Standing = 'coming' | 'in office' | 'ended'

export const standingOn = ({ from, to }: Pick<Term, 'from' | 'to'>, day: string): Standing => {
  if (to !== null && to <= day) return 'ended'
  return from > day ? 'coming' : 'in office'
}

/** Two terms share a day. */
export const overlap = (a: Pick<Term, 'from' | 'to'>, b: Pick<Term, 'from' | 'to'>): boolean =>
  (a.to === null || a.to > b.from) && (b.to === null || b.to > a.from)

/** Those who can appoint others when everybody else is gone. */
const APPOINTERS: readonly Role[] = ['chair', 'secretary']

/**
 * The first day, from `today` on, on which nobody could appoint others any more if the terms became `after`; null when there is
 * none, or when it would be so anyway.
 */
export function firstDayWithoutAppointer(
  before: readonly Term[],
  after: readonly Term[],
  today: string,
): string | null {
  const days = [...before, ...after].flatMap(({ from, to }) => [from, to]).filter((day): day is string => day !== null)
  const looked = [today, ...days.filter((day) => day > today)].toSorted()
  return looked.find((day) => !someoneAppoints(after, day) && someoneAppoints(before, day)) ?? null
}

const someoneAppoints = (terms: readonly Term[], day: string): boolean =>
  terms.some((term) => APPOINTERS.includes(term.role) && standingOn(term, day) === 'in office')
