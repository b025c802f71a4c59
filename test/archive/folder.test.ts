import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { archiveCheck, archiveRounds, ownArchives, writeArchive } from '../../src/platform/archive/index.ts'
import { aGroup } from '../groups.ts'
import { testInstallation } from '../installation.ts'
import { aFolder, placeOf } from './places.ts'

const here = testInstallation()
const elsewhere = testInstallation()
const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 22, hour))

test('the newest of each kind stay, and other people’s files are left alone', async () => {
  const folder = aFolder()
  await aGroup(here, { slug: 'all' })
  await aGroup(elsewhere, { slug: 'all' })
  await writeFile(join(folder, 'backbench-20200101-000000-all.tar'), 'no archive, though it is called one')
  await writeArchive(placeOf(elsewhere), { folder, at: at(1) })
  await writeArchive(placeOf(here), { folder, at: at(2), slug: 'all' })

  for (const hour of [3, 4, 5, 5]) await writeArchive(placeOf(here), { folder, at: at(hour), keep: 2 })

  expect((await readdir(folder)).toSorted()).toEqual([
    'backbench-20200101-000000-all.tar',
    'backbench-20261122-010000-all.tar',
    'backbench-20261122-020000-group-all.tar',
    'backbench-20261122-050000-all-2.tar',
    'backbench-20261122-050000-all.tar',
  ])
})

test('what a killed archive left is cleared by the next, and by no other installation', async () => {
  const folder = aFolder()
  await aGroup(here)
  await writeArchive(placeOf(here), { folder })
  const progress = new Set<string>()
  const watched = async (): Promise<void> => {
    for (const name of await readdir(folder)) if (name.endsWith('.part')) progress.add(name)
  }
  const looks: Promise<void>[] = []
  await writeArchive(placeOf(here), { folder, progress: () => void looks.push(watched()) })
  await Promise.all(looks)
  const [unfinished] = [...progress]
  await writeFile(join(folder, unfinished!), 'half of it')

  await writeArchive(placeOf(elsewhere), { folder })
  expect(await readdir(folder)).toContain(unfinished)
  await writeArchive(placeOf(here), { folder })
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('doctor says how old the last archive is', async () => {
  const folder = aFolder()
  const { secret } = here.services
  await aGroup(here)
  const check = (archiveTo: string | undefined, now = at(9)) => archiveCheck({ archiveTo, secret }, now)

  expect(await check(undefined)).toMatchObject({
    state: 'attention',
    sentence: expect.stringContaining('Set ARCHIVE_TO') as string,
  })
  expect(await check(join(folder, 'none'))).toMatchObject({ state: 'missing' })
  expect(await check(folder)).toMatchObject({
    state: 'attention',
    sentence: expect.stringContaining('None in') as string,
  })
  await writeArchive(placeOf(here), { folder, at: at(3) })
  expect(await check(folder)).toMatchObject({ state: 'ok', sentence: 'The last one is 6 hours old.' })
  expect(await check(folder, new Date(at(3).getTime() + 3 * 86_400_000))).toMatchObject({
    state: 'attention',
    sentence: expect.stringContaining('3 days old, older than it should be') as string,
  })
})

test('the clock makes one a day where a folder is set, and keeps as many as it should', async () => {
  const folder = aFolder()
  await aGroup(here)
  const config = { ...here.services.config, archiveTo: folder, archiveAt: '04:05', archiveKeep: 1 }
  expect(archiveRounds({ ...config, archiveTo: undefined }, placeOf(here).owner)).toEqual([])

  const [round] = archiveRounds(config, placeOf(here).owner)
  await round!.run(here.services)
  await round!.run(here.services)

  expect(round!.cron).toBe('5 4 * * *')
  expect(await readdir(folder)).toEqual([expect.stringMatching(/^backbench-.*-all(-2)?\.tar$/)])
  expect(here.logged.at(-1)).toBe('archive made: 1 groups, 1 rows, 0 files, 0 files missing')
})

test('a place that cannot be a folder is refused in a sentence', async () => {
  const folder = aFolder()
  await writeFile(join(folder, 'file'), '')

  await expect(writeArchive(placeOf(here), { folder: join(folder, 'file') })).rejects.toThrow('is a file')
  await expect(writeArchive(placeOf(here), { folder: join(folder, 'file', 'below') })).rejects.toThrow('is a file')
  await expect(writeArchive(placeOf(here), { folder, slug: 'nobody' })).rejects.toThrow('no group with the short name')
  expect(await ownArchives({ path: folder, secret: here.services.secret })).toEqual([])
})
