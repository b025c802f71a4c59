import { expect, test } from 'vitest'
import { drain, Rows } from './rows.ts'

const TEXT = '1\tone\t\\N\n22\ttwo\\n\\tx\t5\n1\t\t\n333\tthree\t\n22\tlast\t9\n'

/** The text in chunks of one size. */
async function* cut(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function rewritten(rows: Rows, text: string, size: number): Promise<string> {
  const out: Buffer[] = []
  for await (const chunk of rows.rewrite(cut(text, size))) out.push(chunk)
  return Buffer.concat(out).toString()
}

test('rows get other numbers, keep theirs, or are left out, wherever the chunks are cut', async () => {
  const numbers = new Map<string, string | null>([
    ['1', '1'],
    ['22', '4444'],
    ['333', null],
  ])
  for (let size = 1; size <= TEXT.length; size++) {
    const rows = new Rows((group) => numbers.get(group)!)

    expect(await rewritten(rows, TEXT, size), `in chunks of ${size}`).toBe(
      '1\tone\t\\N\n4444\ttwo\\n\\tx\t5\n1\t\t\n4444\tlast\t9\n',
    )
    expect([rows.read, rows.kept, rows.ended]).toEqual([5, 4, true])
  }
})

test.each([
  ['breaks off', '1\tone\n1\ttw'],
  ['breaks off within its number', '1\tone\n1'],
  ['has no number', '1\tone\nlong without any tab\n'],
])('a row that %s is refused', async (_, text) => {
  for (const size of [1, 3, 100]) {
    await expect(rewritten(new Rows((group) => group), text, size)).rejects.toThrow('This archive is damaged')
  }
})

test('whoever decides what becomes of a row may refuse it', async () => {
  const rows = new Rows(() => {
    throw new Error('not this one')
  })

  await expect(drain(rows.rewrite(cut(TEXT, 10)))).rejects.toThrow('not this one')
})
