import { join } from 'node:path'
import { mkdirSync } from 'node:fs'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { filesIn } from '../../src/platform/files.ts'
import { filesOfGroup, rowsOfGroup } from '../archive/equality.ts'
import { command } from './builtProgram.ts'
import { anOwnServer, theOwner } from './ownServer.ts'
import { aDataFolder } from './programs.ts'

const SECRET = 'throw-away-secret-of-two-installations'

/** A program on a server of its own over TCP, with the secret that both share. */
async function aHome() {
  const server = await anOwnServer()
  const folder = aDataFolder()
  mkdirSync(folder, { recursive: true })
  const settings = { BACKBENCH_DATA: folder, DATABASE_URL: server.url(theOwner), BACKBENCH_SECRET: SECRET }
  const owner = new pg.Pool({ connectionString: settings.DATABASE_URL, max: 1 })
  owner.on('error', () => {})
  onTestFinished(() => owner.end())
  const told = async (...words: string[]): Promise<string> => {
    const { code, out, said } = await command(settings, ...words)
    expect([code, said]).toEqual([0, expect.any(String)])
    return out
  }
  return { folder, owner, told, files: filesIn(join(folder, 'files')) }
}

test('from a server over TCP to another: every row and every file of every group comes back, and one group as a new one', async () => {
  const [here, there] = [await aHome(), await aHome()]
  await here.told('demo')
  await here.told('group', 'create', '--name', 'Fair Ferries', '--officer', 'ada@ferries.example')
  const { path, rows, groups } = JSON.parse(
    await here.told('archive', '--to', join(here.folder, 'archives'), '--json'),
  ) as { path: string; rows: number; groups: number }

  const restored = JSON.parse(await there.told('restore', path, '--json')) as { rows: number; left: number }

  expect([groups, restored.rows, restored.left]).toEqual([2, rows, 0])
  for (const id of [1, 2]) {
    const sent = await rowsOfGroup(here.owner, id)
    expect(await rowsOfGroup(there.owner, id)).toEqual(sent)
    expect(Object.values(sent).flat().length).toBeGreaterThan(id === 1 ? 200 : 3)
    expect(await filesOfGroup(there, id)).toEqual(await filesOfGroup(here, id))
  }
  expect(Object.keys(await filesOfGroup(there, 1)).length).toBeGreaterThan(0)
  await there.told('restore', path, '--group', 'fair-ferries', '--as', 'again', '--no-hosts')
  expect(Object.keys(await rowsOfGroup(there.owner, 3))).toEqual(Object.keys(await rowsOfGroup(here.owner, 2)))
})
