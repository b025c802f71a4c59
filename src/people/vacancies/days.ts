import { roleNames } from '../../platform/roles.ts'
import type { OfficeHeld } from '../offices.ts'
import type { Item } from './handovers.ts'
import type { Vacancy } from './vacancies.ts'

export interface ComingDay {
  readonly on: string
  readonly what: string
}

interface Known {
  readonly vacancy: Pick<Vacancy, 'role' | 'state' | 'sayBy' | 'handsOverOn'>
  readonly items: readonly Item[]
  /** Everybody in office, and to come. */
  readonly terms: readonly Pick<OfficeHeld, 'name' | 'role' | 'from' | 'to'>[]
  readonly today: string
}

/** The days a successor should know of, in order: promises that fall due, and who else comes and goes. */
export function comingDays({ vacancy, items, terms, today }: Known): readonly ComingDay[] {
  const days = [
    ...(vacancy.state === 'open' ? [{ on: vacancy.sayBy, what: 'Members say by now whether they would do it' }] : []),
    ...(vacancy.handsOverOn ? [{ on: vacancy.handsOverOn, what: 'The handover' }] : []),
    ...items.flatMap(({ dueOn, doneAt, what }) => (dueOn && !doneAt ? [{ on: dueOn, what }] : [])),
    ...terms
      .filter(({ role }) => role !== vacancy.role)
      .flatMap(({ name, role, from, to }) => [
        { on: from, what: `${name} begins as ${roleNames[role]}` },
        ...(to ? [{ on: to, what: `${name} ends as ${roleNames[role]}` }] : []),
      ])
      .filter(({ on }) => on > today),
  ]
  return days.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}
