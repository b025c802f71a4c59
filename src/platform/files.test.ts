import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { filesIn, isStored } from './files.ts'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'bb-files-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const MEGABYTE = 1024 * 1024
async function* bytes(...chunks: string[]): AsyncGenerator<Buffer> {
  for (const chunk of chunks) yield Buffer.from(chunk)
}
const names = (group = '1') => readdirSync(join(folder, group))

test('the same bytes are one file, named by what they are', async () => {
  const files = filesIn(folder)

  const first = await files.store(1, bytes('hello ', 'world'), MEGABYTE)
  const second = await files.store(1, bytes('hello world'), MEGABYTE)

  expect(first).toEqual({ sha256: 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9', bytes: 11 })
  expect(second).toEqual(first)
  expect(names()).toEqual([first.sha256])
  expect(readFileSync(files.path(1, first.sha256), 'utf8')).toBe('hello world')
})

test('one group’s file is not another’s', async () => {
  const files = filesIn(folder)
  const { sha256 } = await files.store(1, bytes('ours'), MEGABYTE)

  expect(await isStored(files, 1, sha256)).toBe(true)
  expect(await isStored(files, 2, sha256)).toBe(false)
})

test('a file over the limit is refused in words and leaves nothing', async () => {
  await expect(filesIn(folder).store(1, bytes('x'.repeat(MEGABYTE), 'x'), MEGABYTE)).rejects.toThrow('larger than 1 MB')
  expect(names()).toEqual([])
})

test('a sender that breaks off leaves nothing', async () => {
  async function* broken(): AsyncGenerator<Buffer> {
    yield Buffer.from('half')
    throw new Error('gone')
  }

  await expect(filesIn(folder).store(1, broken(), MEGABYTE)).rejects.toThrow('gone')
  expect(names()).toEqual([])
})

test('a program killed while storing leaves no file that could be taken for whole', async () => {
  const program = `
    import { filesIn } from ${JSON.stringify(new URL('files.ts', import.meta.url).href)}
    async function* endless() { for (;;) { yield Buffer.alloc(65536); process.stdout.write('.'); await new Promise((r) => setTimeout(r, 5)) } }
    await filesIn(${JSON.stringify(folder)}).store(1, endless(), 1e9)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')

  child.kill('SIGKILL')
  await once(child, 'exit')

  expect(names().filter((name) => !name.startsWith('.'))).toEqual([])
})
