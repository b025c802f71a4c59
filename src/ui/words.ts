/**
 * Days, times, amounts and lists as people write them: "Thursday 3 December 2026", "7.30pm", "£6,240.18". The zone is
 * always given; a civil day ('YYYY-MM-DD') has none.
 */

/** "Thursday 3 December 2026" */
export const longDay = (moment: Date, zone: string): string => part(moment, zone, 'long')

/** "3 December 2026" */
export const day = (moment: Date, zone: string): string => part(moment, zone, 'day')

/** "December 2026" */
export const monthAndYear = (moment: Date, zone: string): string => part(moment, zone, 'month')

/** "7pm", "7.30pm", "midday", "midnight" */
export function time(moment: Date, zone: string): string {
  const [hour = 0, minute = 0] = part(moment, zone, 'clock').split(':').map(Number)
  if (minute === 0 && hour % 24 === 0) return 'midnight'
  if (minute === 0 && hour === 12) return 'midday'
  const minutes = minute === 0 ? '' : `.${String(minute).padStart(2, '0')}`
  return `${hour % 12 || 12}${minutes}${hour < 12 || hour === 24 ? 'am' : 'pm'}`
}

/** "Thursday 3 December 2026, 7pm" */
export const longDayAndTime = (moment: Date, zone: string): string => `${longDay(moment, zone)}, ${time(moment, zone)}`

/** "3 December 2026, 7pm" */
export const dayAndTime = (moment: Date, zone: string): string => `${day(moment, zone)}, ${time(moment, zone)}`

/** A civil day in words: '2026-12-03' → "Thursday 3 December 2026". */
export const civilDayWords = (civil: string): string => longDay(new Date(`${civil}T12:00:00Z`), 'UTC')

/** The same without its weekday: '2026-12-03' → "3 December 2026". */
export const plainDay = (civil: string): string => day(new Date(`${civil}T12:00:00Z`), 'UTC')

/** 1 → "January" */
export const monthName = (month: number): string => part(new Date(Date.UTC(2026, month - 1, 15)), 'UTC', 'monthOnly')

/** "just now", "12 minutes ago", "3 hours ago", "yesterday", "5 days ago"; beyond a week the day itself. Show the full date in a title. */
export function ago(moment: Date, now: Date, zone: string): string {
  const minutes = Math.floor((now.getTime() - moment.getTime()) / 60_000)
  if (minutes < 0) return dayAndTime(moment, zone)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return `${plural(minutes, 'minute')} ago`
  const days = daysBetween(moment, now, zone)
  if (days === 0 || minutes < 6 * 60) return `${plural(Math.floor(minutes / 60), 'hour')} ago`
  if (days === 1) return 'yesterday'
  return days < 7 ? `${days} days ago` : day(moment, zone)
}

/** "1,842" */
export const number = (amount: number): string => amount.toLocaleString('en-GB')

/** "1 post", "3,000 posts", "2 people" with the plural given */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : many}`

/** "412 words", "1,842 of 2,000 words" where there is a limit */
export const wordsWritten = (count: number, limit?: number): string =>
  limit === undefined ? plural(count, 'word') : `${number(count)} of ${plural(limit, 'word')}`

/** Whole pence to "£15", "£6,240.18", "−£3.50" */
export function pounds(pence: number): string {
  const whole = Math.trunc(Math.abs(pence) / 100)
  const rest = Math.abs(pence) % 100
  return `${pence < 0 ? '−' : ''}£${number(whole)}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`
}

/** A share of one to "40%" */
export const percent = (share: number): string => `${Math.round(share * 100)}%`

/** "Ann", "Ann and Ben", "Ann, Ben and Carys" */
export const list = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** Bytes to "820 bytes", "12 KB", "3.4 MB" */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return plural(bytes, 'byte')
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} KB`
  if (bytes < 999_500_000) return `${number(Math.round(bytes / 100_000) / 10)} MB`
  return `${number(Math.round(bytes / 100_000_000) / 10)} GB`
}

const forms = {
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  monthOnly: { month: 'long' },
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** Making a format costs more than using it a thousand times. */
const formats = new Map<string, Intl.DateTimeFormat>()

function part(moment: Date, timeZone: string, form: keyof typeof forms): string {
  const key = `${form} ${timeZone}`
  let format = formats.get(key)
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat('en-GB', { ...forms[form], timeZone })))
  return format.format(moment).replace(/^(\w+day),? /, '$1 ')
}

/** Civil days from one moment to a later one. */
function daysBetween(moment: Date, now: Date, zone: string): number {
  const civil = (at: Date) => Date.parse(`${part(at, zone, 'day')} UTC`)
  return Math.round((civil(now) - civil(moment)) / 86_400_000)
}
