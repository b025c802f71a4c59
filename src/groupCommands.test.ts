import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { beforeEach, expect, inject, test } from 'vitest'
import type pg from 'pg'
import { visitorOf, signedInAs } from '../test/browser.ts'
import { OURS } from '../test/catalogue.ts'
import { aGroup } from '../test/groups.ts'
import { testInstallation } from '../test/installation.ts'
import { groupCommands } from './groupCommands.ts'
import { anOfficer } from './people/factories.ts'
import { FILES_LOCK } from './platform/archive/lock.ts'
import { enqueue, groupFlag } from './platform/jobs.ts'
import type { KnownGroup } from './platform/groups.ts'
import { removalRound } from './platform/removal.ts'
import { work } from './serve.ts'
import { loadSample } from './site/sample/index.ts'

const installation = testInstallation()
let ours: KnownGroup
let theirs: KnownGroup
beforeEach(async () => {
  ours = await aGroup(installation, { name: 'Very Private Forum', slug: 'ours', hosts: ['ours.example.org'] })
  theirs = await aGroup(installation, { slug: 'theirs' })
})

const owner = (): pg.ClientConfig => ({ ...inject('database').owner, database: installation.connection.database! })
/** As typed, without “group”: what it printed, or the sentence with which it refused. */
async function group(words: string, options: Record<string, string | boolean> = {}): Promise<string> {
  const command = groupCommands
    .filter(({ name }) => `group ${words} `.startsWith(`${name} `))
    .toSorted((a, b) => b.name.length - a.name.length)[0]!
  const said: string[] = []
  await command
    .run({
      services: installation.services,
      owner: owner(),
      operands: `group ${words}`.slice(command.name.length).trim().split(' ').filter(Boolean),
      options,
      say: (line) => void said.push(line),
      progress: () => {},
      groupContext: () => Promise.reject(new Error('not asked for')),
    })
    .catch((error: Error) => said.push(error.message))
  return said.join('\n')
}
const statusOf = async (which: KnownGroup, path = '/') => (await visitorOf(installation, which).get(path)).status
const known = () => installation.services.groups.bySlug('ours')
const events = async () =>
  (await installation.owner.query<{ event: string }>('select event from platform.journal order by id')).rows.map(
    ({ event }) => event,
  )

test('a suspended group says that it is paused, on its website and in its office, and nothing about itself', async () => {
  const officer = await signedInAs(installation, ours, await anOfficer(installation.context(ours)))

  expect(await group('suspend ours', { because: 'The bill is unpaid' })).toContain('is paused. To end it: group resume')

  for (const page of [
    await visitorOf(installation, ours).get('/'),
    await officer.get('/office'),
    await officer.post('/office/officers'),
  ]) {
    const text = await page.text()
    expect([page.status, page.headers.get('cache-control')]).toEqual([503, 'no-store'])
    expect(text).toContain('This website is paused')
    expect(text).not.toMatch(/Very Private|bill|ours/)
  }
  const about = await visitorOf(installation, ours).get('/backbench')
  expect([about.status, (await about.text()).includes('Very Private')]).toEqual([200, false])
  expect(await statusOf(theirs)).toBe(200)
  expect(await group('list')).toMatch(/^ours .*\(suspended since \d{4}-\d\d-\d\d: The bill is unpaid\)$/m)
})

test('resumed, a group is as it was, and its journal says what happened without saying why', async () => {
  await group('suspend ours', { because: 'The bill is unpaid' })

  expect(await group('resume ours')).toBe('“Very Private Forum” runs again.')

  expect(await statusOf(ours)).toBe(200)
  expect(await events()).toEqual(['platform.group_suspended', 'platform.group_resumed'])
  const { rows } = await installation.owner.query('select payload::text, actor_kind from platform.journal')
  expect(rows).toEqual(Array.from({ length: 2 }, () => ({ payload: '{}', actor_kind: 'host' })))
  expect(await group('resume ours')).toBe('This group is not suspended.')
})

test('the work of a paused group waits, and is done afterwards', async () => {
  const done: string[] = []
  const job = { name: 'x.do', run: async ({ group: { slug } }: { group: { slug: string } }) => void done.push(slug) }
  const daily = { job: { ...job, name: 'x.daily' }, cron: '0 3 * * *' }
  const doing = { ...work, jobs: [job], timetable: [daily] } as typeof work
  for (const one of [ours, theirs]) await installation.context(one).act((act) => enqueue(act, { job, payload: {} }))
  await group('suspend ours', { because: 'x' })

  await installation.runJobs(doing)
  expect(done).toEqual(['theirs'])

  await group('resume ours')
  await installation.runJobs(doing)
  expect(done).toEqual(['theirs', 'ours'])
})

test('a removal waits thirty days, pauses the group, and can be taken back', async () => {
  const at = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)

  expect(await group('remove ours')).toContain(`will be removed on ${at}. To take that back: group keep ours`)
  expect(await statusOf(ours)).toBe(503)
  await removalRound(owner()).run(installation.services)
  expect(known()).toBeDefined()

  expect(await group('keep ours')).toBe('“Very Private Forum” stays.')
  expect(await statusOf(ours)).toBe(200)
  expect(await group('keep ours')).toBe('This group is not going to be removed.')
})

test('a group whose time is over goes with everything it had, and nobody else loses anything', async () => {
  const { group: sample } = await loadSample(installation.services)
  await anOfficer(installation.context(theirs))
  const spared = theirs
  const context = installation.context(sample)
  await context.act((act) => enqueue(act, { job: { name: 'x.later' }, payload: {}, at: new Date(Date.now() + 1e9) }))
  const folder = (id: number) => dirname(installation.services.files.path(id, 'x'))
  const [before, others] = [await rowsOf(sample.id), await rowsOf(spared.id)]
  expect(Object.keys(before).length).toBeGreaterThan(15)
  expect(existsSync(folder(sample.id))).toBe(true)
  await group(`remove ${sample.slug}`)
  await installation.owner.query(`update platform.group set remove_at = now() where id = $1`, [sample.id])
  const during = await rowsOf(spared.id)

  await removalRound(owner()).run(installation.services)

  expect(await rowsOf(sample.id)).toEqual({})
  expect(await rowsOf(spared.id)).toEqual(during)
  expect(Object.keys(during)).toEqual(Object.keys(others))
  expect(existsSync(folder(sample.id))).toBe(false)
  expect(installation.services.groups.bySlug(sample.slug)).toBeUndefined()
  const line = installation.logged.join('\n')
  expect(line).toMatch(new RegExp(`^group ${sample.id} was removed: \\d+ rows`))
  expect(line).not.toContain(sample.name)
})

test('at once only what is suspended goes, and only when its short name is typed again', async () => {
  expect(await group('remove ours', { now: true, confirm: 'ours' })).toContain(
    'Only a suspended group is removed at once',
  )
  await group('suspend ours', { because: 'x' })
  expect(await group('remove ours', { now: true })).toContain('--confirm ours')
  expect(await group('remove ours', { now: true, confirm: 'theirs' })).toContain('--confirm ours')
  expect(known()).toBeDefined()

  expect(await group('remove ours', { now: true, confirm: 'ours' })).toMatch(/is gone: \d+ rows and all its files/)

  expect(known()).toBeUndefined()
  expect(await rowsOf(ours.id)).toEqual({})
  expect(await statusOf(theirs)).toBe(200)
})

test('a group taken back in the last moment stays', async () => {
  await group('remove ours')
  await installation.owner.query('update platform.group set remove_at = now() where id = $1', [ours.id])
  const archiving = await installation.owner.connect()
  await archiving.query('select pg_advisory_lock_shared($1)', [FILES_LOCK]) // the removal waits for it
  const removing = removalRound(owner()).run(installation.services)
  await expect.poll(waiting).toBe(1)

  await group('keep ours')
  await archiving.query('select pg_advisory_unlock_shared($1)', [FILES_LOCK])
  await removing
  archiving.release()

  expect(await statusOf(ours)).toBe(200)
})

test('a group gains and loses host names, and one that another has is refused', async () => {
  expect(await group('host add ours WWW.Example.org')).toBe('“Very Private Forum” answers to www.example.org.')
  expect(await group('host add theirs www.example.org')).toBe('Another group already answers to that host name.')
  expect(await group('host remove theirs www.example.org')).toBe('This group does not answer to that host name.')
  expect(known()).toMatchObject({ hosts: ['ours.example.org', 'www.example.org'], mainHost: 'ours.example.org' })

  expect(await group('host remove ours ours.example.org')).toContain('answers to www.example.org, ours.localhost')

  expect(known()).toMatchObject({ hosts: ['www.example.org'], mainHost: 'www.example.org' })
  expect(await group('host add ours')).toContain('is not a host name')
})

test('whoever forgets which group is asked in words', async () => {
  for (const words of ['suspend', 'resume', 'remove', 'keep', 'host add', 'host remove'])
    expect(await group(words)).toBe('Say which group, by its short name. “group list” shows them all.')
  expect(await group('suspend nobody')).toContain('There is no group with the short name “nobody”')
  expect(await group('suspend ours')).toContain('Say why')
})

const waiting = async () =>
  (await installation.owner.query(`select from pg_locks where locktype = 'advisory' and not granted`)).rowCount

/** How many rows a group has in each table, as the catalogue knows them; tables without any are left out. */
async function rowsOf(id: number): Promise<Record<string, number>> {
  const { rows } = await installation.owner.query<{ name: string; column: string }>(`
    select format('%I.%I', nspname, relname) as name, a.attname as column from pg_class c join pg_namespace n on n.oid = relnamespace
    join pg_attribute a on a.attrelid = c.oid and (a.attname = 'group_id' or c.oid = 'platform.group'::regclass and a.attname = 'id')
    where relkind = 'r' and ${OURS} order by 1`)
  const counts: Record<string, number> = {}
  for (const { name, column } of rows) {
    const counted = await installation.owner.query<{ n: number }>(
      `select count(*)::int as n from ${name} where ${column} = $1`,
      [id],
    )
    if (counted.rows[0]!.n) counts[name] = counted.rows[0]!.n
  }
  const jobs = await installation.services.pool.query<{ n: number }>(
    'select count(*)::int as n from graphile_worker._private_jobs where flags ? $1',
    [groupFlag(id)],
  )
  if (jobs.rows[0]!.n) counts['jobs'] = jobs.rows[0]!.n
  return counts
}
