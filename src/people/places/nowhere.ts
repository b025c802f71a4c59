import { areaOf } from './postcode.ts'

/** Postcodes that are written like those of the United Kingdom, and are not in a constituency of it. */
const OUTSIDE: Readonly<Record<string, string>> = {
  JE: 'Jersey is outside the United Kingdom: it has no MP and none of its councils.',
  GY: 'Guernsey is outside the United Kingdom: it has no MP and none of its councils.',
  IM: 'The Isle of Man is outside the United Kingdom: it has no MP and none of its councils.',
  BF: 'A forces address (BFPO) is in no constituency. Choose the one where the person is registered to vote.',
}

export const NOT_A_POSTCODE = 'This is not a whole UK postcode. Enter one like SY1 1AA.'
export const NO_SUCH_SECTOR =
  'We do not know this postcode. Check it, or choose the constituency and the council from the lists.'
export const NOT_ON_THE_MAP =
  'This postcode belongs to a PO box or a large organisation, and is nowhere on the map. Choose the constituency and the council from the lists.'
export const NORTHERN_IRELAND =
  'Postcodes of Northern Ireland are not in our open data, so choose the constituency and the council from the lists. Social care is the work of the health and social care trusts there, not of the councils.'

/** Why a postcode that can be read lies outside, or null. */
export function whyOutside(postcode: string): string | null {
  return OUTSIDE[areaOf(postcode)] ?? null
}

/** Why what was written is no postcode. A forces address may have a number instead of one: "BFPO 12". */
export function whyNoPostcode(written: string): string {
  return /^\s*B\.?F\.?P\.?O\b/i.test(written) ? OUTSIDE['BF']! : NOT_A_POSTCODE
}
