import { inContext, type PageLink } from './finding.ts'

/**
 * UK telephone numbers written out for people, by the National Telephone Numbering Plan (Ofcom): 0 or +44, then an area
 * code that exists and the right count of digits, in groups that people write. Dates, sums, years and reference numbers
 * are passed over.
 */
export function phoneNumbersIn(text: string): string[] {
  const details: string[] = []
  for (const found of text.matchAll(CANDIDATE)) {
    const lead = text.slice(Math.max(0, found.index - 30), found.index)
    if (isPhoneNumber(found[0]) && !REFERENCE.test(lead)) {
      details.push(inContext(text, found.index, found.index + found[0].length))
    }
  }
  return details
}

/** Links that dial (`tel:`), unless their number stands in their words already. */
export function dialLinks(links: readonly PageLink[]): string[] {
  return links
    .filter(({ href, text }) => /^\s*(?:tel|sms):/i.test(href) && phoneNumbersIn(text).length === 0)
    .map(({ href }) => href.trim())
}

/** Ten or eleven digits after the country's or the trunk's prefix, with at most a few marks between two of them. */
const CANDIDATE =
  /(?<![\p{L}\d£$€+#/\\.:=&?_%@-])(?:\(?(?:\+|00)[ \u00A0]?44\)?|\(?0)(?:[ \u00A0.()\u2010-\u2013-]{0,3}\d){8,11}(?![\d%]|[.,:/-]\d|\p{L})/gu

/** Words before a number that make it a reference. */
const REFERENCE =
  /(?:\b(?:ref|reference|charity|company|registration|registered|account|acc|case|invoice|order|isbn|issn|uin|doi|sort code|policy|member(?:ship)?|claim)\b[^\d\n]{0,20}|\bno\.?\s*[:#]?\s*)$/i

function isPhoneNumber(written: string): boolean {
  const isInternational = /^\(?(?:\+|00)/.test(written)
  const local = isInternational ? written.replace(/^\(?(?:\+|00)[ \u00A0]?44\)?[^\d(]*(?:\(0\))?/, '0') : written
  const groups = local.match(/\d+/g) ?? []
  const digits = groups.join('').replace(/^00/, '0')
  if (!/^0(?:1[1-9]|2[03489]|3[03467]|5[56]|7[0-9]|8[0478]|9[018])/.test(digits) || /^0\d(\d)\1+$/.test(digits))
    return false
  if (digits.length === 11) return isInternational || isGrouped(groups)
  // A few area codes and old freephone numbers are one digit shorter; only their usual form is believed.
  return digits.length === 10 && /^(?:\(?01\d{3}\)? ?\d{5}|\(?016977\)? ?\d{4}|0(?:800|500)[ -]\d{6})$/.test(local)
}

/** People write the code as one group of three to six digits, or the whole number without gaps. */
function isGrouped(groups: readonly string[]): boolean {
  const [code = ''] = groups
  if (groups.length === 1) return true
  return (
    code.length >= 3 && code.length <= 6 && groups.slice(1).every((group) => group.length >= 2) && groups.length <= 5
  )
}
