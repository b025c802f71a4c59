import { expect, test } from 'vitest'
import { plainWords } from './plainWords.ts'

test('the lines of a comment stay lines, and its paragraphs paragraphs', () => {
  expect(plainWords('12 Mill Lane\nUpper Wharf \r\n\r\nWrite  to us')).toBe('12 Mill Lane\nUpper Wharf\n\nWrite to us')
  expect(plainWords('<b>12</b> Mill Lane\nUpper&nbsp;Wharf<br />Canalside\n\nWrite to us')).toBe(
    '12 Mill Lane\nUpper\u00A0Wharf\nCanalside\n\nWrite to us',
  )
})

test.each(['one\ntwo', ' one \n two\n\n\nthree\n', 'one\r\ntwo\rthree', 'one\n \t\n\ntwo', '\n\none\n', '', ' \n '])(
  'plain words read as they would with mark-up: %j',
  (text) => {
    expect(plainWords(text)).toBe(plainWords(`${text}<!-- read by the converter -->`))
  },
)
