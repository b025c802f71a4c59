import { fix } from 'postcode'

/**
 * What somebody wrote, as the postcode "SY1 1AA", or null when it cannot be one. Full-width letters, lower case, and missing,
 * doubled or odd spaces are mended, and so are O for 0 and I for 1, wherever only one of the two can stand.
 *
 * Forms: BS 7666 annex; no letter of CIKMOV is in the last two, none of IJZ is second, and neither I nor O is third or fourth
 * (Royal Mail, Programmers' Guide to the Postcode Address File, "Postcodes").
 */
export function readPostcode(written: string): string | null {
  if (FORM.test(written)) return written
  if (written.length > 40) return null
  const plain = written.normalize('NFKC').replace(BETWEEN, '').toUpperCase()
  if (!WRITTEN.test(plain)) return null
  const spaced = `${plain.slice(0, -3)} ${plain.slice(-3)}`
  if (FORM.test(spaced)) return spaced
  const mended = mendOutward(fix(plain))
  return FORM.test(mended) ? mended : null
}

/** Spaces, hyphens and stops that people put between and after, and characters without width that come along when copying. */
const BETWEEN = /[\s.,\-\u{2010}-\u{2015}\u{AD}\u{200B}-\u{200F}\u{2060}\u{FEFF}]/gu
/** Two digits in front are more than a slip: 1012 AB is in Amsterdam. */
const WRITTEN = /^(?!\d\d)[A-Z0-9]{5,7}$/
const FORM = /^(?:[A-Z][1-9]|[A-Z][A-HK-Y]\d)[A-HJ-NP-Z\d]? \d[ABD-HJLNP-UW-Z]{2}$/

/** What `fix` leaves, as it does not know where the letters of an outward code end: S015 and C01 are SO15 and CO1, OX1O is OX10. */
function mendOutward(postcode: string): string {
  const [outward = '', inward = ''] = postcode.split(' ')
  const second = outward.slice(1, 2).replace('I', '1')
  // No district begins with 0 but those that follow two letters (BS0): after one letter it is an O.
  const mended = second === '0' ? 'O' : second
  return `${outward.slice(0, 1)}${mended}${outward.slice(2).replaceAll('O', '0').replaceAll('I', '1')} ${inward}`
}

/** The postcode area: the letters at the front. */
export function areaOf(postcode: string): string {
  return /^[A-Z]+/.exec(postcode)![0]
}
