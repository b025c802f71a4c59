import { DateTime } from 'luxon'

/**
 * The moment that WordPress's dates mean, as a UTC ISO string, or null. `gmt` ('2017-11-20 09:00:00') wins; drafts and
 * old exports have it zero or missing, and then `local` is read as London time; at last the feed's own date (RFC 822).
 */
export function momentOf(gmt: string, local: string, feedDate = ''): string | null {
  return (
    plainUtc(gmt) ??
    iso(DateTime.fromSQL(gmt, { zone: 'utc' })) ??
    iso(DateTime.fromSQL(local, { zone: 'Europe/London' })) ??
    iso(DateTime.fromRFC2822(feedDate))
  )
}

/** The usual form, far faster than the general way: every comment has one. */
function plainUtc(gmt: string): string | null {
  return PLAIN.test(gmt) ? `${gmt.slice(0, 10)}T${gmt.slice(11)}Z` : null
}

/** With a day that every month has. */
const PLAIN = /^[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8]) (?:[01]\d|2[0-3])(?::[0-5]\d){2}$/

/** WordPress writes '0000-00-00 00:00:00' and '-0001-11-30' for "never". */
function iso(moment: DateTime): string | null {
  if (!moment.isValid || moment.year < 1 || moment.year > 9999) return null
  return moment.toUTC().toISO({ suppressMilliseconds: true })
}
