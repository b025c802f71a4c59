import { setTimeout as sleep } from 'node:timers/promises'
import { askDatabase } from '../asking.ts'
import { openDatabase } from '../../src/platform/postgres/index.ts'
import { isAlive } from '../../src/platform/postgres/postmaster.ts'
import { aChance } from './chance.ts'
import { type Writer, aWriter, moreRows, readiness, serverOf, until } from './programs.ts'

/**
 * Kills the server `cycles` times while a program writes, each time at a random moment, and answers the rows that were
 * acknowledged but are not there afterwards.
 */
export async function lostByServerKills(folder: string, cycles: number): Promise<number[]> {
  const chance = aChance()
  const writer = aWriter(folder, { write: true })
  await readiness(writer)
  for (let cycle = 0; cycle < cycles; cycle++) {
    await moreRows(writer, 5)
    await sleep(chance.below(200))
    const server = serverOf(folder)!
    process.kill(server, 'SIGKILL')
    await until(() => ![undefined, server].includes(serverOf(folder)))
  }
  await moreRows(writer, 5)
  await writer.kill('SIGTERM')
  return missing(folder, writer.acknowledged)
}

/** The same for the program: each time another one starts at once, while the first one's server may still be stopping. */
export async function lostByProgramKills(folder: string, cycles: number): Promise<number[]> {
  const chance = aChance()
  const acknowledged: number[] = []
  for (let cycle = 0; cycle < cycles; cycle++) {
    const writer = aWriter(folder, { write: true })
    await readiness(writer)
    await moreRows(writer, 5)
    await sleep(chance.below(200))
    await killWithServer(writer, folder)
    acknowledged.push(...writer.acknowledged)
  }
  return missing(folder, acknowledged)
}

/** Kills the program and waits for its server to follow by itself. */
async function killWithServer(writer: Writer, folder: string): Promise<void> {
  const server = serverOf(folder)!
  await writer.kill('SIGKILL')
  await until(() => !isAlive(server))
}

async function missing(folder: string, acknowledged: readonly number[]): Promise<number[]> {
  const database = await openDatabase({ dataDir: folder })
  const rows = await askDatabase<{ id: number }>(database.owner, 'select id from written')
  await database.stop()
  const there = new Set(rows.map(({ id }) => id))
  return acknowledged.filter((id) => !there.has(id))
}
