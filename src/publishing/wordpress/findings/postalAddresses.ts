import { inContext } from './finding.ts'

/**
 * UK postal addresses, told by their postcode: the pattern of the Royal Mail's Postcode Address File with the areas that
 * exist. In small letters, a postcode counts only near a street's name.
 */
export function postalAddressesIn(text: string): string[] {
  const details: string[] = []
  for (const found of text.matchAll(POSTCODE)) {
    const [written, area = ''] = found
    const start = streetBefore(text, found.index)
    if (!AREAS.has(area.toUpperCase())) continue
    if (start === null && (written !== written.toUpperCase() || isAfterCodeWord(text, found.index))) continue
    details.push(inContext(text, start ?? found.index, found.index + written.length))
  }
  return details
}

const POSTCODE =
  /(?<![\p{L}\d/_-])([A-Z]{1,2})(?:\d[A-HJKPSTUW]|\d[ABEHMNPRVWXY]|\d{1,2})[ \u00A0]{0,2}\d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\d/_-])/giu

const STREET =
  /\b(?:\d{1,4}[a-z]?(?:\s*[-–]\s*\d{1,4})?,?\s+)?(?:[A-Z][\p{L}'’.-]*\s+){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Way|Crescent|Gardens|Terrace|Place|Court|Grove|Square|Hill|Rise|Row|Walk|Mews|Park|Green|House|Buildings?|Parade|Yard|Wharf|Quay|Hall|Centre)\b/gu

/** Where the address begins: the last street within 100 characters before the postcode. */
function streetBefore(text: string, postcode: number): number | null {
  const from = Math.max(0, postcode - 100)
  const streets = [...text.slice(from, postcode).matchAll(STREET)]
  const last = streets.at(-1)
  return last === undefined ? null : from + last.index
}

function isAfterCodeWord(text: string, at: number): boolean {
  return /\b(?:ref|reference|form|code|section|version|model|UIN)\.?[:#]?\s*$/i.test(
    text.slice(Math.max(0, at - 15), at),
  )
}

/** The 124 postcode areas of the United Kingdom and the Crown dependencies. */
const AREAS: ReadonlySet<string> = new Set(
  (
    'AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY ' +
    'G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR ' +
    'NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA ' +
    'WC WD WF WN WR WS WV YO ZE'
  ).split(' '),
)
