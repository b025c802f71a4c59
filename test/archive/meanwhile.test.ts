import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { restore, writeArchive } from '../../src/platform/archive/index.ts'
import { FILES_LOCK } from '../../src/platform/archive/lock.ts'
import { aloneWithFiles } from '../../src/platform/filesLock.ts'
import type { KnownGroup } from '../../src/platform/groups.ts'
import { aGroup } from '../groups.ts'
import { testInstallation } from '../installation.ts'
import { aFolder, placeOf } from './places.ts'

const here = testInstallation()
const there = testInstallation()

/** Writes acts, each of a file, its row and a setting that names it, until told to stop. Gives how many. */
async function keepWriting(group: KnownGroup, enough: AbortSignal): Promise<number> {
  const context = here.context(group)
  let count = 0
  while (!enough.aborted) {
    const stored = await context.services.files.store(group.id, bytes(`leaflet ${count}`), 100)
    await context.act(async ({ tx, at }) => {
      await tx
        .insertInto('platform.file')
        .values({ group_id: group.id, ...stored, media_type: 'text/plain', stored_at: at })
        .execute()
      const value = JSON.stringify(stored.sha256)
      await sql`insert into platform.setting (group_id, name, value) values (${group.id}, ${`test.${count}`}, ${value}::jsonb)`.execute(
        tx,
      )
    })
    count += 1
  }
  return count
}

test('while people write, an archive holds whole acts only, with their files', async () => {
  const group = await aGroup(here, { slug: 'busy' })
  const enough = new AbortController()
  const [folder, counts] = [aFolder(), [] as number[]]
  const writing = Promise.all([1].map(() => keepWriting(group, enough.signal)))

  const paths: string[] = []
  for (let turn = 0; turn < 3; turn++) {
    await sleep(60)
    paths.push((await writeArchive(placeOf(here), { folder })).path)
  }
  enough.abort()
  await writing

  for (const [turn, file] of paths.entries()) {
    const { groups, files, missing } = await restore(placeOf(there), { file, slug: 'busy', as: `busy-${turn}` })
    const { rows } = await there.owner.query<{ files: number; named: number }>(
      `select (select count(*)::int from platform.file where group_id = $1) as files,
        (select count(*)::int from platform.setting s where group_id = $1 and exists (
          select from platform.file f where f.group_id = $1 and f.sha256 = s.value #>> '{}')) as named`,
      [groups[0]!.id],
    )
    expect(rows[0]).toEqual({ files, named: files })
    expect(missing).toBe(0)
    counts.push(files)
  }
  expect(counts[2]).toBeGreaterThan(counts[0]!)
})

test('while an archive is made no file is taken away, and no second one begins', async () => {
  await aGroup(here)
  const folder = aFolder()
  const holding = await here.owner.connect()
  await holding.query('begin; lock table platform.host in access exclusive mode')

  const first = writeArchive(placeOf(here), { folder })
  await lockHeld(FILES_LOCK)
  const swept = await aloneWithFiles(here.services.pool, () => Promise.resolve())
  const second = await writeArchive(placeOf(here), { folder }).catch((error: Error) => error.message)
  await holding.query('commit')
  holding.release()

  expect(swept).toBe(false)
  expect(second).toBe('Another archive is being written: wait until it is done.')
  expect((await first).groups).toBe(1)
  expect(await aloneWithFiles(here.services.pool, () => Promise.resolve())).toBe(true)
})

test('a restore waits for nobody, and while it runs another is refused', async () => {
  await aGroup(here, { slug: 'calm' })
  const { path } = await writeArchive(placeOf(here), { folder: aFolder() })
  const holding = await there.owner.connect()
  await holding.query('begin; lock table platform.setting in access exclusive mode')

  const first = restore(placeOf(there), { file: path })
  await lockHeld(FILES_LOCK, there)
  const second = await restore(placeOf(there), { file: path }).catch((error: Error) => error.message)
  await holding.query('commit')
  holding.release()

  expect(second).toBe('Another restore is under way: wait until it is done.')
  expect((await first).groups).toMatchObject([{ slug: 'calm' }])
})

const HELD = `select from pg_locks where locktype = 'advisory' and objid = $1
  and database = (select oid from pg_database where datname = current_database())`

/** Until somebody holds a lock of this database: the server has others, whose tests make archives too. */
async function lockHeld(number: number, { owner } = here): Promise<void> {
  await expect.poll(async () => (await owner.query(HELD, [number])).rowCount).toBe(1)
}

async function* bytes(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text)
}
