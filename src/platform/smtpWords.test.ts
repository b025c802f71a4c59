import { expect, test } from 'vitest'
import { asItGoes } from './smtpWords.ts'

const going = (message: string): string | undefined => asItGoes(Buffer.from(message))?.toString()

test.each([
  ['A: b\r\n\r\nwords\r\n', 'A: b\r\n\r\nwords\r\n.\r\n'],
  ['words', 'words\r\n.\r\n'],
  ['', '\r\n.\r\n'],
  ['.\r\n..\r\na.b\r\n.', '..\r\n...\r\na.b\r\n..\r\n.\r\n'],
  ['x\r\n.\r\nQUIT\r\n', 'x\r\n..\r\nQUIT\r\n.\r\n'],
])('a message ends where it ends, whatever dots are in it: %j', (message, expected) => {
  expect(going(message)).toBe(expected)
})

test.each(['a\nb', 'a\rb', '\n.\r\n', 'a\r\n.\r', 'a\r\r\n', '\n'])(
  'a line that some servers would take for the end of the message does not go as it is: %j',
  (message) => {
    expect(asItGoes(Buffer.from(message))).toBeNull()
  },
)
