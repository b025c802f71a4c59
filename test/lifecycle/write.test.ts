import { setTimeout as sleep } from 'node:timers/promises'
import { askDatabase } from '../asking.ts'
import { expect, test } from 'vitest'
import { openDatabase } from '../../src/platform/postgres/index.ts'
import { isAlive } from '../../src/platform/postgres/postmaster.ts'
import { aChance } from './chance.ts'
import { address, npmStart, programOf } from './npmStart.ts'
import { keepAppointing, notListed, setUpGroup } from './officer.ts'
import { aUsedFolder, serverOf, until } from './programs.ts'

test('an officer whose database is killed goes on, finds everything that was answered, and the work in hand gets done', async () => {
  const started = npmStart(aUsedFolder())
  const chance = aChance()
  const officer = await setUpGroup(started)
  const home = await address(started)
  const enough = new AbortController()
  const working = keepAppointing(officer, home, enough.signal)

  for (let cycle = 0; cycle < 3; cycle++) {
    const before = officer.appointed.length
    await until(() => officer.appointed.length > before + 3)
    await sleep(chance.below(150))
    const server = serverOf(started.folder)!
    process.kill(server, 'SIGKILL')
    await until(() => ![undefined, server].includes(serverOf(started.folder)))
  }
  const after = officer.appointed.length
  await until(() => officer.appointed.length > after + 3)
  enough.abort()
  await working

  expect(await notListed(officer, home)).toEqual([])
  await allJobsDone(started.folder)
}, 420_000)

test('an officer whose program is killed starts it again, and finds everything that was answered', async () => {
  const folder = aUsedFolder()
  const chance = aChance()
  let started = npmStart(folder)
  const officer = await setUpGroup(started)

  for (let cycle = 0; cycle < 3; cycle++) {
    const enough = new AbortController()
    const working = keepAppointing(officer, await address(started), enough.signal)
    const before = officer.appointed.length
    await until(() => officer.appointed.length > before + 3)
    await sleep(chance.below(150))
    const program = programOf(started)
    process.kill(program, 'SIGKILL')
    await until(() => !isAlive(program))
    enough.abort()
    await working
    started = npmStart(folder)
  }

  expect(await notListed(officer, await address(started))).toEqual([])
})

/**
 * Waits until the program has nothing left to do in the background. A job that was cut off several times is tried again later each
 * time, so minutes may pass before the last of them.
 */
async function allJobsDone(dataDir: string): Promise<void> {
  const database = await openDatabase({ dataDir })
  const waiting =
    'select task_identifier, attempts, run_at - now() as due, locked_by, last_error from graphile_worker.jobs'
  await expect.poll(() => askDatabase(database.app, waiting), { timeout: 240_000 }).toEqual([])
}
