import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { quoted } from './cellText.ts'
import type { Outcome } from './outcome.ts'

/** A telephone number in its international form (ITU-T E.164), read as British unless it says otherwise. */
export function readPhone(text: string): Outcome<string> {
  if (/^\d(?:\.\d+)?E\+?\d+$/i.test(text))
    return { notice: `The spreadsheet shortened a phone number to ${text}, and its figures are lost. We left it out.` }
  const [first = '', ...others] = text.split(/\s*(?:[;,|\n/]|\bor\b)\s*(?=[+(0])/i)
  const number = britishNumber(first) ?? otherNumber(first)
  if (!number) return { notice: `${quoted(text)} is not a phone number we can read. We left it out.` }
  return others.length
    ? { value: number, notice: `There are two phone numbers. We took the first of ${quoted(text)}.` }
    : { value: number }
}

/** The usual ways to write a number here, so that a hundred thousand of them do not take minutes. */
function britishNumber(text: string): string | undefined {
  const [, national] =
    /^(?:\+44\(?0?|0044\(?0?|\(?0?)((?:7\d|1\d|2\d|3\d|8\d)\d{8})$/.exec(text.replace(/[\s().-]/g, '')) ?? []
  return national && `+44${national}`
}

function otherNumber(text: string): string | undefined {
  const international = text.replace(/^00(?=[1-9])/, '+')
  const number = parsePhoneNumberFromString(international, 'GB')
  return number?.isPossible() ? number.number : undefined
}
