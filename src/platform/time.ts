import { DateTime } from 'luxon'

/** The civil day of a moment in a zone: 'YYYY-MM-DD'. */
export const civilDay = (moment: Date, zone: string): string => DateTime.fromJSDate(moment, { zone }).toISODate()!

/** The civil day on which an act happens, by its group's clock. */
export const dayOf = ({ at, group }: { readonly at: Date; readonly group: { readonly zone: string } }): string =>
  civilDay(at, group.zone)

/**
 * The moment a local wall-clock time names, such as '2026-03-29T01:30'. Where a clock change skips it, the moment the
 * clocks jump to; where it comes twice, the first.
 * @returns null for what is no date and time
 */
export function momentOf(local: string, zone: string): Date | null {
  const time = DateTime.fromISO(local, { zone })
  if (!time.isValid) return null
  const [first] = time.getPossibleOffsets().toSorted((a, b) => a.toMillis() - b.toMillis())
  return (first ?? time).toJSDate()
}

/** The wall-clock time of a moment, as a form's datetime-local field takes it: 'YYYY-MM-DDTHH:mm'. */
export const localTime = (moment: Date, zone: string): string =>
  DateTime.fromJSDate(moment, { zone }).toFormat("yyyy-MM-dd'T'HH:mm")

/** First and last moment (exclusive) of a year, month or day in a zone. */
export function span(zone: string, [year, month, day]: readonly [number, number?, number?]): readonly [Date, Date] {
  const start = DateTime.fromObject({ year, month: month ?? 1, day: day ?? 1 }, { zone })
  const end = start.plus(day ? { days: 1 } : month ? { months: 1 } : { years: 1 })
  return [start.toJSDate(), end.toJSDate()]
}
