import { chmodSync, closeSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import {
  aDataFolder,
  aUsedFolder,
  aWriter,
  isRoot,
  mayMount,
  onSmallDisk,
  refusal,
} from '../../../test/lifecycle/programs.ts'
import { findBinaries } from './binaries.ts'
import { openEmbedded } from './embedded.ts'
import { openDatabase } from './index.ts'
import { takeLock } from './lock.ts'
import { outputTrouble } from './trouble.ts'

const somebody = isRoot ? 'an ordinary user' : 'oneself'

test('a folder that may not be written to is named in one sentence', async () => {
  const folder = aDataFolder()
  chmodSync(dirname(folder), 0o555)

  const sentence = await refusal(aWriter(folder, { who: somebody }))

  expect(sentence).toMatch(/^The folder .*data may not be written to by this account: .*BACKBENCH_DATA\.$/)
})

test('a full disk is said in one sentence', async () => {
  const folder = aDataFolder()
  mkdirSync(folder)
  const under = mayMount() ? onSmallDisk(folder, 'size=8m') : ['prlimit', '--fsize=500000']

  const sentence = await refusal(aWriter(folder, { under }))

  expect(sentence).toMatch(/^(The disk that holds .*data is full|This account may not store any more in .*data)/)
})

test('an account that has used up its share of the disk is told so', async () => {
  const folder = aDataFolder()

  const sentence = await refusal(aWriter(folder, { under: ['prlimit', '--fsize=500000'] }))

  expect(sentence).toMatch(/^This account may not store any more in .*data, .* start again\.$/)
})

test("another user's folder is not taken over", async () => {
  const folder = aDataFolder()
  mkdirSync(folder, { mode: 0o777 })
  chmodSync(folder, 0o777)
  const stranger = isRoot ? aWriter(folder, { who: 'an ordinary user' }) : undefined

  const sentence = stranger ? await refusal(stranger) : await ownRefusal('/')

  expect(sentence).toMatch(/belongs to another user|may not be written to/)
})

test('a folder that another installation uses, unseen from here, is left alone', async () => {
  const folder = aDataFolder()
  mkdirSync(folder)
  const lock = takeLock(join(folder, 'postgres.lock'))

  await expect(openEmbedded(folder, 100)).rejects.toThrow(/is in use by another Backbench/)

  closeSync(lock!)
})

test.each([
  ['99', /was written by PostgreSQL 99, .*start the newer Backbench again\.$/],
  ['9', /was written by PostgreSQL 9, .*make an archive/],
])('a database of PostgreSQL %s is not touched', async (major, sentence) => {
  const folder = aDataFolder()
  mkdirSync(join(folder, 'postgres'), { recursive: true })
  writeFileSync(join(folder, 'postgres', 'PG_VERSION'), `${major}\n`)

  await expect(openDatabase({ dataDir: folder })).rejects.toThrow(sentence)
})

test('a server that will not start leaves its last words', async () => {
  const folder = aUsedFolder()
  writeFileSync(join(folder, 'postgres', 'postgresql.conf'), `no_such_setting = 'on'\n`)

  await expect(openDatabase({ dataDir: folder })).rejects.toThrow(/would not start in .*no_such_setting/s)
})

test('a kind of machine without a PostgreSQL of ours is told to bring its own', () => {
  expect(() => findBinaries('aix', 'ppc64')).toThrow(/no PostgreSQL for aix on ppc64 .*DATABASE_URL/)
})

test("what the disk's limits are called by the system becomes a sentence", () => {
  expect(outputTrouble('initdb: could not write: No space left on device', '/d').message).toMatch(/disk .* is full/)
  expect(outputTrouble('could not create: Read-only file system', '/d').message).toMatch(/read-only disk/)
})

async function ownRefusal(dataDir: string): Promise<string> {
  return openDatabase({ dataDir }).then(() => '', String)
}
