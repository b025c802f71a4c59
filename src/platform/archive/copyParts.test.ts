import { expect, test } from 'vitest'
import { CopyParts } from './copyParts.ts'

const message = (letter: string, content = ''): Buffer => {
  const bytes = Buffer.alloc(5)
  bytes.write(letter, 'latin1')
  bytes.writeUInt32BE(Buffer.byteLength(content) + 4, 1)
  return Buffer.concat([bytes, Buffer.from(content)])
}
const ROWS = ['1\tAda\n', '2\tBen\n', '', '3\tdd\\ncE\n', `4\t${'x'.repeat(70)}\n`]
const sent = Buffer.concat([
  message('H', '\0\0\0'),
  ...ROWS.slice(0, 2).map((row) => message('d', row)),
  message('N', 'a notice that is no row'),
  ...ROWS.slice(2).map((row) => message('d', row)),
  message('c'),
  message('C', 'COPY 5\0'),
])

/** What the parts are, when the server's bytes come in pieces of this many; what stands after the rows. */
function cut(pieces: number, partBytes: number) {
  const parts: Buffer[] = []
  const copy = new CopyParts(partBytes, (part) => parts.push(part))
  for (let at = 0; at < sent.length; at += pieces) {
    const piece = Buffer.from(sent.subarray(at, at + pieces))
    const over = copy.take(piece)
    const after = over < 0 ? null : Buffer.concat([piece.subarray(over), sent.subarray(at + pieces)])
    piece.fill(0) // the socket reads its next bytes into the same place
    if (after) return { parts, rest: copy.rest(), after }
  }
  throw new Error('It was never over.')
}

test('every row arrives whole and in its order, wherever the server’s bytes are cut', () => {
  for (let pieces = 1; pieces <= sent.length; pieces++) {
    const { parts, rest, after } = cut(pieces, 16)

    expect(parts.every(({ length }) => length === 16)).toBe(true)
    expect(Buffer.concat([...parts, rest!]).toString()).toBe(ROWS.join(''))
    expect(after).toEqual(sent.subarray(sent.indexOf('C', sent.indexOf('c\0')) - 5))
  }
})

test('a last part that is just full leaves nothing behind', () => {
  const { parts, rest } = cut(sent.length, Buffer.byteLength(ROWS.join('')))

  expect([parts.length, rest]).toEqual([1, undefined])
})

test('an error among the rows is left to whoever understands errors', () => {
  const copy = new CopyParts(16, () => {})

  expect(copy.take(Buffer.concat([message('d', '1\n'), message('E', 'canceled')]))).toBe(7)
})

test.each([message('Z', 'I'), Buffer.from([100, 0, 0, 0, 3])])(
  'what cannot come while rows do is a fault: %j',
  (bytes) => {
    expect(() => new CopyParts(16, () => {}).take(bytes)).toThrow('while it copied rows out')
  },
)
