import { expect, test } from 'vitest'
import { readPostcode } from './postcode.ts'

test.each([
  ['SY1 1AA', 'as it should be'],
  ['sy1 1aa', 'in lower case'],
  ['SY11AA', 'without its space'],
  ['  SY1   1AA  ', 'with too many spaces'],
  ['S Y 1 1 A A', 'with a space after each letter'],
  ['SY1\u00A01AA', 'with a space from a web page'],
  ['SY1-1AA', 'with a hyphen'],
  ['SY1 1AA.', 'with a full stop'],
  ['\u{FEFF}SY1 1AA\u200B', 'with characters nobody sees'],
  ['ＳＹ１ １ＡＡ', 'in full-width letters'],
  ['ｓｙ１１ａａ', 'in full-width lower case'],
  ['SYI 1AA', 'with I for 1 in the district'],
  ['SY1 IAA', 'with I for 1 in the sector'],
  ['syi iaa', 'with both'],
])('%j is the postcode SY1 1AA, %s', (written) => {
  expect(readPostcode(written)).toBe('SY1 1AA')
})

test.each([
  ['S015 2JY', 'SO15 2JY'],
  ['SO15 2JY', 'SO15 2JY'],
  ['C01 1AB', 'CO1 1AB'],
  ['0X1 1AB', 'OX1 1AB'],
  ['OX1O OAB', 'OX10 0AB'],
  ['1P1 1AB', 'IP1 1AB'],
  ['BSO 1AB', 'BS0 1AB'],
  ['BS0 1AB', 'BS0 1AB'],
  ['EI 1AB', 'E1 1AB'],
  ['El 1AB', null],
  ['LLII 2AB', 'LL11 2AB'],
  ['W1A OAX', 'W1A 0AX'],
  ['SW1A 0AA', 'SW1A 0AA'],
])('a slip of zero and O, or one and I, is mended only where one of them can stand: %s', (written, postcode) => {
  expect(readPostcode(written)).toBe(postcode)
})

test.each(['E1 6AN', 'M1 1AE', 'B33 8TH', 'CR2 6XH', 'DN55 1PT', 'W1A 0AX', 'EC1A 1BB', 'E1W 1AB'])(
  '%s, one of the forms there are, stays as it is',
  (postcode) => {
    expect(readPostcode(postcode)).toBe(postcode)
    expect(readPostcode(postcode.toLowerCase().replace(' ', ''))).toBe(postcode)
  },
)

test.each([
  ['', 'nothing'],
  ['SY1', 'only the first half'],
  ['1AA', 'only the second half'],
  ['Shrewsbury', 'a town'],
  ['SY1 1A', 'a letter short'],
  ['SY1 1AAA', 'a letter long'],
  ['SY1 1AA, SY1 1AB', 'two of them'],
  ['SY1 1AO', 'an ending no postcode has'],
  ['SY1 1A0', 'the same with a zero'],
  ['QZ1 1AA', 'a second letter no area has'],
  ['12345', 'an American one'],
  ['1012 AB', 'a Dutch one'],
  ['ЅΥ1 1АА', 'letters of other alphabets'],
  ['A'.repeat(300), 'a very long line'],
  ['💐💐💐', 'flowers'],
])('%j is no postcode: %s', (written) => {
  expect(readPostcode(written)).toBeNull()
})
