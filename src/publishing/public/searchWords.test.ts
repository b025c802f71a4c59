import { expect, test } from 'vitest'
import { corrected, pieces, readSearch } from './searchWords.ts'

test('what was typed becomes one short line without control characters', () => {
  expect(readSearch(' fair\t\u0000pay\n\u0002').text).toBe('fair pay')
  expect(readSearch('x'.repeat(10_000)).text).toHaveLength(200)
  expect(readSearch('\u202Ecare\ud800').text).toBe('care')
  expect(readSearch(`${'x'.repeat(199)}😀`).text.isWellFormed()).toBe(true)
})

test('only a plain search may complete words', () => {
  expect(readSearch('fair pay').plain).toBe(true)
  expect(readSearch('re-elected').plain).toBe(true)
  for (const typed of ['"fair pay"', 'fair -pay', 'fair or pay', 'FAIR OR PAY', '„fair pay“']) {
    expect([typed, readSearch(typed).plain]).toEqual([typed, false])
  }
})

test('short words and those left out are not put right', () => {
  expect(readSearch('the privitisation of -Marmelade care').words).toEqual(['privitisation', 'care'])
})

test('a correction keeps everything around the word', () => {
  expect(corrected('“Privitisation” -of care', new Map([['privitisation', 'privatisation']]))).toBe(
    '“privatisation” -of care',
  )
})

test('a marked extract comes apart into pieces, cut sentences say so', () => {
  expect(pieces('We \u0002care\u0003. Much \u0002cared\u0003')).toEqual([
    { text: 'We ', hit: false },
    { text: 'care', hit: true },
    { text: '. Much ', hit: false },
    { text: 'cared', hit: true },
    { text: ' …', hit: false },
  ])
  expect(pieces('of all.')).toEqual([{ text: '… of all.', hit: false }])
  expect(pieces('')).toEqual([])
})
