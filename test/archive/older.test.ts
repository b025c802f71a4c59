import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { restore, writeArchive } from '../../src/platform/archive/index.ts'
import { readManifest } from '../../src/platform/archive/manifest.ts'
import { migrate, migrationFiles } from '../../src/platform/migrations.ts'
import { prepareWorkerSchema } from '../../src/platform/postgres/index.ts'
import { askDatabase } from '../asking.ts'
import { aGroup } from '../groups.ts'
import { testInstallation } from '../installation.ts'
import { oneFolder, placeOf } from './places.ts'

const here = testInstallation()
const folder = oneFolder()
const database = `bb_older_${process.pid}_${process.env['VITEST_POOL_ID'] ?? '0'}`
/** The archive is of the version before this one, which adds tables and moves rows. */
const LATER = '2026-11-22-0615-people-register.sql'
let archive: string

beforeAll(async () => {
  const { superuser, owner, app } = inject('database')
  await askDatabase(superuser, `create database ${database} owner backbench_owner template template0`)
  const server = { superuser: { ...superuser, database }, owner: { ...owner, database }, app: { ...app, database } }
  await prepareWorkerSchema(server)
  const older = migrationFiles().flatMap(({ name }) => (name < LATER ? [name] : []))
  await migrate(server.owner, new Set(older))
  await askDatabase(
    server.owner,
    `insert into platform.group (slug, name) values ('gone', 'Gone'), ('old', 'Old Forum');
     insert into platform.host (name, group_id, main) values ('old.example.org', 2, true);
     insert into people.person (group_id, name, created_at) select 2, 'Person ' || n, now() from generate_series(1, 50) n`,
  )
  archive = (await writeArchive({ ...placeOf(here), owner: server.owner }, { folder, slug: 'old' })).path
})
afterAll(() => askDatabase(inject('database').superuser, `drop database ${database} with (force)`))

test('an archive of an older version is brought up to date on its way in, and nothing is left beside it', async () => {
  await aGroup(here, { slug: 'living' })
  await askDatabase(inject('database').superuser, `create database ${await stagingName()}`) // as a killed restore leaves it

  const { groups } = await restore(placeOf(here), { file: archive })

  expect(groups).toMatchObject([{ id: 2, slug: 'old', hosts: ['old.example.org'] }])
  const { rows } = await here.owner.query('select count(*)::int as persons from people.person where group_id = 2')
  expect(rows).toEqual([{ persons: 50 }])
  expect((await readManifest(archive)).tables.map(({ name }) => name)).not.toContain('people.basis')
  const left = await here.owner.query('select from pg_database where datname = $1', [await stagingName()])
  expect(left.rowCount).toBe(0)
})

test('when it cannot come in, nothing is left either', async () => {
  await aGroup(here, { slug: 'old' })

  await expect(restore(placeOf(here), { file: archive })).rejects.toThrow('There is a group “old” here')

  expect((await here.owner.query('select from platform.group')).rowCount).toBe(1)
})

async function stagingName(): Promise<string> {
  const { rows } = await here.owner.query<{ name: string }>(
    `select 'backbench_restore_' || oid as name from pg_database where datname = current_database()`,
  )
  return rows[0]!.name
}
