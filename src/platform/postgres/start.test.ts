import { existsSync, mkdirSync, rmdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { askDatabase } from '../../../test/asking.ts'
import { aChance } from '../../../test/lifecycle/chance.ts'
import {
  aDataFolder,
  aUsedFolder,
  aWriter,
  everybody,
  isRoot,
  readiness,
  serverOf,
  until,
} from '../../../test/lifecycle/programs.ts'
import { openDatabase } from './index.ts'

test.each(everybody)('%s starts the database with one call, and its server never runs as root', async (who) => {
  const folder = aDataFolder(who)

  const writer = aWriter(folder, { who })
  await readiness(writer)

  expect(statSync(`/proc/${serverOf(folder)}`).uid).not.toBe(0)
  expect(statSync(join(folder, 'postgres')).mode & 0o077).toBe(0)
  expect(statSync(join(folder, 'postgres', 'backbench-passwords.json')).mode & 0o077).toBe(0)
})

test('root leaves a database to the user who made it', async () => {
  const folder = aDataFolder(isRoot ? 'an ordinary user' : 'oneself')
  const first = aWriter(folder, { who: isRoot ? 'an ordinary user' : 'oneself' })
  await readiness(first)
  const owner = statSync(join(folder, 'postgres')).uid
  await first.kill('SIGTERM')

  const database = await openDatabase({ dataDir: folder })
  await database.stop()

  expect(statSync(join(folder, 'postgres')).uid).toBe(owner)
})

test('two programs started at once on an empty folder share one database', async () => {
  const folder = aDataFolder()

  const both = await Promise.all([aWriter(folder), aWriter(folder)].map(readiness))

  expect(both.filter(({ attached }) => attached)).toHaveLength(1)
})

test('a program that came second leaves the database running when it goes', async () => {
  const folder = aUsedFolder()
  await readiness(aWriter(folder))
  const second = aWriter(folder)
  await readiness(second)

  await second.kill('SIGTERM')

  expect(serverOf(folder)).toBeDefined()
})

test('a clean stop ends the server, and the next start finds its rows', async () => {
  const folder = aUsedFolder()
  const first = await openDatabase({ dataDir: folder })
  await askDatabase(first.owner, 'create table kept as select 7 as number')
  await first.stop()
  await first.stop()
  expect(serverOf(folder)).toBeUndefined()

  const second = await openDatabase({ dataDir: folder })

  expect(await askDatabase(second.owner, 'select number from kept')).toEqual([{ number: 7 }])
  await second.stop()
})

test('a first start killed at any moment is made good by the second', async () => {
  const folder = aDataFolder()
  const chance = aChance()
  for (let attempt = 0; attempt < 3; attempt++) {
    const killed = aWriter(folder)
    await until(() => existsSync(join(folder, 'postgres.tmp')))
    await sleep(chance.below(400))
    expect(existsSync(join(folder, 'postgres'))).toBe(false)
    await killed.kill('SIGKILL')
  }

  const database = await openDatabase({ dataDir: folder })

  expect(await askDatabase(database.owner, 'select current_database() as name')).toEqual([{ name: 'backbench' }])
  expect(existsSync(join(folder, 'postgres.tmp'))).toBe(false)
  expect(existsSync(join(folder, 'postgres.tmp-password'))).toBe(false)
  await database.stop()
})

test('an old note of a server whose number now belongs to another program is no obstacle', async () => {
  const folder = aUsedFolder()
  const note = [process.pid, join(folder, 'postgres'), 1, 5432, join(folder, 'postgres.socket'), '', '', 'ready   ']
  writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${note.join('\n')}\n`)

  const database = await openDatabase({ dataDir: folder })

  expect(database.attached).toBe(false)
  await database.stop()
})

test('a folder whose path is too long for a socket works all the same', async () => {
  const folder = join(aDataFolder(), 'a folder, with "quotes" and a name as long as people like them'.repeat(2))
  mkdirSync(folder, { recursive: true })

  const database = await openDatabase({ dataDir: folder })

  expect(await askDatabase(database.app, 'select 1 as one')).toEqual([{ one: 1 }])
  await database.stop()
  rmdirSync(database.app.host ?? '')
})
