import { DateTime } from 'luxon'

/** How often somebody would like to be written to. */
export interface Frequency {
  readonly newsletter: 'each' | 'monthly'
  readonly notices: 'at_once' | 'daily' | 'weekly'
}
export const newsletters = ['each', 'monthly'] as const satisfies readonly Frequency['newsletter'][]
export const notices = ['at_once', 'daily', 'weekly'] as const satisfies readonly Frequency['notices'][]

export const usual: Frequency = { newsletter: 'each', notices: 'at_once' }

/** "One a month" means at least so many days from one to the next. */
export const FEWEST_DAYS = 28

/** Of two wishes of one person, the one for fewer letters. */
export const fewer = (one: Frequency, other: Frequency): Frequency => ({
  newsletter: newsletters[Math.max(newsletters.indexOf(one.newsletter), newsletters.indexOf(other.newsletter))]!,
  notices: notices[Math.max(notices.indexOf(one.notices), notices.indexOf(other.notices))]!,
})

/** In the morning, when notices go out to those who want them once a day, or once a week on Monday. */
const HOUR = 7

/** The next morning by the group's clock, and the next Monday's. */
export function mornings(at: Date, zone: string): { readonly daily: Date; readonly weekly: Date } {
  const today = DateTime.fromJSDate(at, { zone }).set({ hour: HOUR, minute: 0, second: 0, millisecond: 0 })
  const daily = today.toMillis() > at.getTime() ? today : today.plus({ days: 1 })
  const weekly = daily.plus({ days: (8 - daily.weekday) % 7 })
  return { daily: daily.toJSDate(), weekly: weekly.toJSDate() }
}

/** An address that its owner knows again, and nobody else learns: 'a…@example.org'. */
export function halfHidden(email: string): string {
  const at = email.lastIndexOf('@')
  return `${email.slice(0, 1)}…${email.slice(at)}`
}
