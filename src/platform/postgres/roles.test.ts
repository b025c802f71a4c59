import { Client, type ClientConfig } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { refuseOldServer } from './external.ts'
import { type DatabaseHandle, openDatabase, prepareWorkerSchema } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'backbench-roles-'))
let database: DatabaseHandle

beforeAll(async () => {
  database = await openDatabase({ dataDir: folder })
  await prepareWorkerSchema(database)
})

afterAll(async () => {
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('the app role owns the job queue and nothing else', async () => {
  const owned = `select nspname as name from pg_namespace where nspowner = 'backbench_app'::regrole`

  expect(await run(database.app, owned)).toEqual([{ name: 'graphile_worker' }])
  await expect(run(database.app, 'create schema other')).rejects.toThrow(/permission denied/)
  await expect(run(database.app, 'create table public.other ()')).rejects.toThrow(/permission denied/)
})

test('the app role can queue a job', async () => {
  await run(database.app, `select graphile_worker.add_job('some.work')`)

  const queued = await run(database.app, 'select task_identifier as name from graphile_worker.jobs')
  expect(queued).toEqual([{ name: 'some.work' }])
})

test('the job queue can be prepared again, by two processes at once', async () => {
  await Promise.all([prepareWorkerSchema(database), prepareWorkerSchema(database)])

  await expect(run(database.app, 'create schema other')).rejects.toThrow(/permission denied/)
})

test('the owner can make the extensions that search needs', async () => {
  await run(database.owner, 'create extension pg_trgm; create extension unaccent')

  expect(await run(database.owner, `select unaccent('café') as plain`)).toEqual([{ plain: 'cafe' }])
})

test('search takes a word for the same inside curly quotes', async () => {
  const found = await run(database.app, `select to_tsvector('simple', '“Care” — naïve')::text as words`)

  expect(found).toEqual([{ words: `'care':1 'naïve':2` }])
})

test('nobody gets in without the password', async () => {
  await expect(run({ ...database.app, password: 'guess' }, 'select 1')).rejects.toThrow(
    /password authentication failed/,
  )
})

test('acknowledged means written to disk', async () => {
  const settings = `select name, setting from pg_settings where name in ('synchronous_commit', 'fsync', 'data_checksums')`

  expect(await run(database.app, `${settings} order by name`)).toEqual([
    { name: 'data_checksums', setting: 'on' },
    { name: 'fsync', setting: 'on' },
    { name: 'synchronous_commit', setting: 'on' },
  ])
})

const appPassword = 'never-used-in-these-tests'

test("a host's own server is used under the roles of its addresses", async () => {
  const own = await openDatabase({ databaseUrl: address('app'), databaseOwnerUrl: address('owner'), appPassword })

  expect(await run(own.app, 'select current_user as who')).toEqual([{ who: 'backbench_app' }])
  expect(await run(own.owner, 'select current_user as who')).toEqual([{ who: 'backbench_owner' }])
  expect(own.superuser).toBeNull()
  await own.stop()
})

test('a role for which row security does not hold may not serve the groups', async () => {
  const addresses = { databaseUrl: address('superuser'), databaseOwnerUrl: address('owner'), appPassword }

  await expect(openDatabase(addresses)).rejects.toThrow(/DATABASE_URL is called backbench_superuser: .*kept apart/)
  await run(database.superuser!, 'alter role backbench_app bypassrls')
  await expect(openDatabase({ ...addresses, databaseUrl: address('app') })).rejects.toThrow(/may pass by row security/)
  await run(database.superuser!, 'alter role backbench_app nobypassrls')
})

test('a server that cannot be used is named by its setting, without its password', async () => {
  const wrong = address('app').replace(/:[^:@]*@/, ':secret@')

  const failure = await openDatabase({ databaseUrl: wrong, databaseOwnerUrl: address('owner'), appPassword }).then(
    () => '',
    String,
  )

  expect(failure).toMatch(/The database server of DATABASE_URL cannot be used: password authentication failed/)
  expect(failure).not.toContain('secret')
})

test('a server that is too old is refused', () => {
  expect(() => refuseOldServer('DATABASE_URL', 170004)).toThrow(/is PostgreSQL 17: Backbench needs 18 or newer\./)
  expect(() => refuseOldServer('DATABASE_URL', 180000)).not.toThrow()
})

function address(role: 'app' | 'owner' | 'superuser'): string {
  const { user, password, host, database: name } = database[role]!
  return `postgresql://${user}:${String(password)}@/${name}?host=${encodeURIComponent(host ?? '')}`
}

async function run(connection: ClientConfig, statement: string): Promise<unknown[]> {
  const client = new Client(connection)
  try {
    await client.connect()
    const result = await client.query(statement)
    return result.rows
  } finally {
    await client.end()
  }
}
