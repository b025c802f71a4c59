import { longDay, number, plural, time } from '../../ui/words.ts'
import { civilDay } from '../../platform/time.ts'
import type { Caps } from '../sending/rules.ts'

const [SECOND, HOUR, DAY] = [1000, 3_600_000, 86_400_000]
/** What five connections do to an ordinary provider; a slow one is told of by what is left. */
const USUAL_PER_SECOND = 5

/**
 * About when the last of so many letters is handed over. The first of each day's go out at once, so two days' worth take a day.
 * @param already how many the group has handed over within the last day: they count against today's
 */
export function endsAbout(
  readers: number,
  { caps, from, already = 0 }: { readonly caps: Caps; readonly from: Date; readonly already?: number },
): Date {
  const aDay = Math.min(caps.per_day ?? Infinity, (caps.per_hour ?? Infinity) * 24)
  const ahead = Number.isFinite(aDay) ? Math.min(already, aDay) : 0
  const days = Math.max(0, Math.ceil((readers + ahead) / aDay) - 1)
  const lastDay = days > 0 ? readers + ahead - days * aDay : readers
  const hours = Math.max(0, Math.ceil(lastDay / (caps.per_hour ?? Infinity)) - 1)
  const lastHour = hours > 0 ? lastDay - hours * caps.per_hour! : lastDay
  const seconds = Math.ceil(lastHour / Math.min(caps.per_second ?? Infinity, USUAL_PER_SECOND))
  return new Date(from.getTime() + days * DAY + hours * HOUR + seconds * SECOND)
}

/** "400 letters at 200 a day: it ends on Tuesday 24 November 2026." */
export function paceSentence(
  readers: number,
  { caps, from, zone, already = 0 }: { caps: Caps; from: Date; zone: string; already?: number },
): string {
  const ends = endsAbout(readers, { caps, from, already })
  const said = capWords(caps)
  const letters = said ? `${plural(readers, 'letter')} at ${said}` : plural(readers, 'letter')
  if (civilDay(ends, zone) !== civilDay(from, zone)) return `${letters}: it ends on ${longDay(ends, zone)}.`
  const minutes = Math.ceil((ends.getTime() - from.getTime()) / 60_000)
  if (minutes <= 1) return `${letters}: it takes about a minute.`
  return minutes < 60
    ? `${letters}: it takes about ${minutes} minutes.`
    : `${letters}: it ends at about ${time(ends, zone)}.`
}

/** "200 a day and 50 an hour"; '' for no cap. */
export function capWords({ per_second, per_hour, per_day }: Caps): string {
  const said = [
    per_day !== null && `${number(per_day)} a day`,
    per_hour !== null && `${number(per_hour)} an hour`,
    per_second !== null && `${number(per_second)} a second`,
  ].filter((one) => one !== false)
  return said.join(' and ')
}

/** How long what is left takes, in words that promise no more than is known. */
export function leftSentence(
  waiting: number,
  { caps, at, zone, already = 0 }: { caps: Caps; at: Date; zone: string; already?: number },
): string {
  if (!waiting) return 'The last ones are on their way.'
  const ends = endsAbout(waiting, { caps, from: at, already })
  if (civilDay(ends, zone) !== civilDay(at, zone)) return `It ends on about ${longDay(ends, zone)}.`
  const minutes = Math.ceil((ends.getTime() - at.getTime()) / 60_000)
  if (minutes <= 1) return 'About a minute is left.'
  return minutes < 60 ? `About ${minutes} minutes are left.` : `It ends at about ${time(ends, zone)}.`
}
