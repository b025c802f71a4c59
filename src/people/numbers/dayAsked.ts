import { DateTime } from 'luxon'

/** The day whose numbers are wanted, with what was typed when that was none. */
export interface DayAsked {
  readonly day: string
  readonly typed: { readonly day?: string; readonly month?: string; readonly year?: string }
  readonly error?: string
}

/** From three boxes of the form, or one 'YYYY-MM-DD' of a link. Nothing typed means today; no day lies after it. */
export function dayAsked(query: Readonly<Record<string, string>>, today: string): DayAsked {
  const [year, month, day] = query['on']
    ? query['on'].split('-')
    : ['year', 'month', 'day'].map((part) => query[`on-${part}`])
  if (!year && !month && !day) return { day: today, typed: partsOf(today) }
  const typed = { ...(day && { day }), ...(month && { month }), ...(year && { year }) }
  const iso = DateTime.fromFormat(`${year}-${month}-${day}`, 'yyyy-M-d', { zone: 'utc' }).toISODate()
  if (!iso) return { day: today, typed, error: 'Enter a real day, like 31 12 2025.' }
  if (iso > today) return { day: today, typed, error: 'Choose today or a day before it.' }
  return { day: iso, typed }
}

function partsOf(iso: string): DayAsked['typed'] {
  const [year = '', month = '', day = ''] = iso.split('-')
  return { year, month: String(Number(month)), day: String(Number(day)) }
}
