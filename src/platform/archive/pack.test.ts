import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Packing } from './pack.ts'

const folder = mkdtempSync(join(tmpdir(), 'packing-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a file that cannot be written is heard of by whoever adds to it, and does not end the program', async () => {
  const packing = new Packing(join(folder, 'missing', 'half.tar'), new Date('2026-03-01'))
  const waiting = Array.from({ length: 4 }, (_, n) => packing.json(`${n}.json`, 'x'.repeat(1_000_000)))

  const ends = await Promise.allSettled(waiting)

  expect(ends.at(-1)).toMatchObject({ status: 'rejected', reason: { code: 'ENOENT' } })
  await expect(packing.written).rejects.toThrow('ENOENT')
  await expect(packing.json('more.json', [])).rejects.toThrow('destroyed')
  packing.abandon()
})
