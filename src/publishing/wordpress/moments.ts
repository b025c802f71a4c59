import { DateTime } from 'luxon'

/**
 * The moment that WordPress's dates mean, as a UTC ISO string, or null. `gmt` ('2017-11-20 09:00:00') wins; drafts and
 * old exports have it zero or missing, and then `local` is read as London time; at last the feed's own date (RFC 822).
 */
export function momentOf(gmt: string, local: string, feedDate = ''): string | null {
  return (
    iso(DateTime.fromSQL(gmt, { zone: 'utc' })) ??
    iso(DateTime.fromSQL(local, { zone: 'Europe/London' })) ??
    iso(DateTime.fromRFC2822(feedDate))
  )
}

/** WordPress writes '0000-00-00 00:00:00' and '-0001-11-30' for "never". */
function iso(moment: DateTime): string | null {
  if (!moment.isValid || moment.year < 1 || moment.year > 9999) return null
  return moment.toUTC().toISO({ suppressMilliseconds: true })
}
