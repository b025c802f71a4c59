import { DateTime } from 'luxon'
import type { RequestKind } from './requestKinds.ts'

/**
 * When an answer is due, in civil days. A calendar month runs to the same day of the next month, or to its last day where
 * there is none (UK GDPR, article 12(3), as the Information Commissioner counts it). Weekends and holidays are not put on
 * top, as they might be: whoever answers by our day is in time by every way of counting.
 */
export interface Clocked {
  readonly kind: RequestKind
  readonly receivedOn: string
  readonly acknowledged: boolean
  /** Two months more, told to the person with the reason. */
  readonly extended: boolean
  /** The clock stands still since: the person was asked what they mean. */
  readonly stoppedOn: string | null
  /** For how long it stood still before. */
  readonly stoppedDays: number
}

const MONTHS = 1
const MONTHS_MORE = 2
/** The law wants a complaint answered “without undue delay”. This is our own last day for it. */
const MONTHS_OF_COMPLAINT = 2
/** Within 30 days, of which the day it came is the first (Data Protection Act 2018, section 164A). */
const DAYS_TO_ACKNOWLEDGE = 30
/** From then on a request is pressing. */
const SOON = 10

/** The last day for the answer. While the clock stands still it moves on with each day. */
export function dueOn(request: Clocked, today: string): string {
  const months = request.kind === 'complaint' ? MONTHS_OF_COMPLAINT : MONTHS + (request.extended ? MONTHS_MORE : 0)
  return plus(monthsAfter(request.receivedOn, months), stillFor(request, today))
}

/** The last day to say that it came; only of complaints, and until it was said. */
export const acknowledgeBy = ({ kind, receivedOn, acknowledged }: Clocked): string | null =>
  kind === 'complaint' && !acknowledged ? plus(receivedOn, DAYS_TO_ACKNOWLEDGE - 1) : null

/** What comes first: to say that it came, or the answer. */
export function nextDay(request: Clocked, today: string): string {
  const due = dueOn(request, today)
  const acknowledge = acknowledgeBy(request)
  return acknowledge !== null && acknowledge < due ? acknowledge : due
}

export type Pressing = 'stopped' | 'overdue' | 'soon' | 'running'

export function pressing(request: Clocked, today: string): Pressing {
  const acknowledge = acknowledgeBy(request)
  if (request.stoppedOn !== null && acknowledge === null) return 'stopped'
  const days = daysUntil(nextDay(request, today), today)
  if (days < 0) return 'overdue'
  return days <= SOON ? 'soon' : 'running'
}

/** More time must be told while there still is time; a complaint has none. */
export const mayExtend = (request: Clocked, today: string): boolean =>
  request.kind !== 'complaint' && !request.extended && dueOn(request, today) >= today

/** Somebody who complains is not kept waiting by a question. */
export const mayStop = ({ kind, stoppedOn }: Clocked): boolean => kind !== 'complaint' && stoppedOn === null

/** Days from one civil day to another; below nought when it has passed. */
export const daysUntil = (day: string, today: string): number => civil(day).diff(civil(today), 'days').days

const stillFor = ({ stoppedOn, stoppedDays }: Clocked, today: string): number =>
  stoppedDays + (stoppedOn === null ? 0 : Math.max(0, daysUntil(today, stoppedOn)))

const civil = (day: string) => DateTime.fromISO(day, { zone: 'utc' })
export const plus = (day: string, days: number): string => civil(day).plus({ days }).toISODate()!
/** Luxon clips to the end of a shorter month. */
export const monthsAfter = (day: string, months: number): string => civil(day).plus({ months }).toISODate()!
