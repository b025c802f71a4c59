import { expect, test } from 'vitest'
import { wordsOf } from './words.ts'

test('a title kept as HTML is read as words', () => {
  expect(wordsOf('Ponds &amp; ditches &#8211; <em>again</em>\n\t!')).toBe('Ponds & ditches – again !')
  expect(wordsOf('1 < 2 & 3 > 2')).toBe('1 < 2 & 3 > 2')
  expect(wordsOf('Rain<script>alert(1)</script><style>p{}</style>')).toBe('Rain')
  expect(wordsOf('a&#8;b')).toBe('a b')
  expect(wordsOf('  plain  ')).toBe('plain')
})

test('a hostile title neither hangs nor brings down the reader', () => {
  expect(wordsOf(`${'<b><div>'.repeat(200_000)}deep`)).toBe('')
  expect(wordsOf('a&amp;'.repeat(1_000_000)).length).toBeLessThanOrEqual(20_000)
})
