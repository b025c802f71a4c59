import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { aGroup } from '../../test/groups.ts'
import { testInstallation } from '../../test/installation.ts'
import type { Database } from './database.ts'
import { Groups } from './groups.ts'
import { eventType, record } from './journal.ts'
import { listenForNotices } from './notices.ts'
import type { GroupContext } from './slice.ts'

const installation = testInstallation()
const tried = eventType<{ thing: string }>('platform.thing_tried')

const headline = (
  value: string,
) => sql`insert into platform.setting (group_id, name, value) values (platform.current_group(), 'x.headline', to_jsonb(${value}::text))
  on conflict (group_id, name) do update set value = excluded.value`
const rowsOf = async (table: string) => (await installation.owner.query(`select * from ${table}`)).rows
const jobsWaiting = async () => (await installation.services.pool.query('select * from graphile_worker.jobs')).rowCount
const versionIn = async (id: number): Promise<number> =>
  (await installation.owner.query<{ v: number }>('select content_version as v from platform.group where id = $1', [id]))
    .rows[0]!.v

test('an act that fails leaves nothing behind: no row, no journal entry, no job', async () => {
  const group = await aGroup(installation)
  const { act } = installation.context(group)

  const failed = act(async (a) => {
    await headline('new').execute(a.tx)
    await record(a, tried, { thing: a.id })
    throw new Error('no')
  })

  await expect(failed).rejects.toThrow('no')
  expect(await rowsOf('platform.setting')).toEqual([])
  expect(await rowsOf('platform.journal')).toEqual([])
  expect(await jobsWaiting()).toBe(0)
})

test('what happened stands in the journal with who did it, when, and nothing but ids', async () => {
  const group = await aGroup(installation)
  const { act } = installation.context(group)

  const done = await act(async (a) => {
    await record(a, tried, { thing: 'abc' })
    return a
  })

  const [entry] = await rowsOf('platform.journal')
  expect(entry).toMatchObject({
    act_id: done.id,
    event: 'platform.thing_tried',
    actor_kind: 'job',
    happened_at: done.at,
    payload: { thing: 'abc' },
  })
})

test('an act inside an act is refused', async () => {
  const { act } = installation.context(await aGroup(installation))

  await expect(act(({ tx }) => (tx as Kysely<Database>).transaction().execute(async () => {}))).rejects.toThrow()
})

test('a change the public sees raises the content version once, whoever wrote the SQL', async () => {
  const group = await aGroup(installation)
  const { act } = installation.context(group)
  const before = await versionIn(group.id)

  await act(async ({ tx }) => {
    await headline('one').execute(tx)
    await headline('two').execute(tx)
  })

  expect(await versionIn(group.id)).toBe(before + 1)
  expect(installation.services.groups.byId(group.id)?.contentVersion).toBe(before + 1)
})

test('a change nobody outside sees raises nothing', async () => {
  const group = await aGroup(installation)
  const { act } = installation.context(group)
  const before = await versionIn(group.id)

  await act((a) => record(a, tried, { thing: 'x' }))

  expect(await versionIn(group.id)).toBe(before)
})

test('one group’s change leaves the other’s pages as they are', async () => {
  const [ours, theirs] = [await aGroup(installation), await aGroup(installation)]

  await installation.context(ours).act(({ tx }) => headline('new').execute(tx))

  expect(await versionIn(theirs.id)).toBe(theirs.contentVersion)
})

test('the mark of a public change does not outlive its transaction on the connection', async () => {
  const group = await aGroup(installation)
  const context = installation.context(group)
  for (let i = 0; i < 12; i++) await context.act(({ tx }) => headline(`${i}`).execute(tx)) // every connection of the pool
  const before = await versionIn(group.id)

  for (let i = 0; i < 12; i++) await context.act((a) => record(a, tried, { thing: 'x' }))

  expect(await versionIn(group.id)).toBe(before)
})

test('another process hears of the new version, and of new groups', async () => {
  const group = await aGroup(installation)
  const other = new Groups(installation.services.pool)
  const notices = listenForNotices(installation.connection, other)
  try {
    await expect.poll(() => other.byId(group.id)).toBeDefined()

    await installation.context(group).act(({ tx }) => headline('heard').execute(tx))
    const later = await aGroup(installation)

    await expect.poll(() => other.byId(group.id)?.contentVersion).toBe(group.contentVersion + 1)
    await expect.poll(() => other.byId(later.id)?.slug).toBe(later.slug)
  } finally {
    await notices.close()
  }
})

test('when its connection breaks, the listener connects again and misses nothing', async () => {
  const group = await aGroup(installation)
  const other = new Groups(installation.services.pool)
  const notices = listenForNotices({ ...installation.connection, application_name: 'listener' }, other)
  try {
    await expect.poll(() => other.byId(group.id)).toBeDefined()
    await listening('listener')
    await installation.services.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'listener'`,
    )

    await installation.context(group).act(({ tx }) => headline('missed').execute(tx))

    await expect.poll(() => other.byId(group.id)?.contentVersion).toBe(group.contentVersion + 1)
  } finally {
    await notices.close()
  }
})

test('connections that die in the middle of an act fail that act and nothing else, however many', async () => {
  const { act, read }: GroupContext = installation.context(await aGroup(installation))

  for (let i = 0; i < 12; i++) {
    await expect(act(({ tx }) => sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx))).rejects.toThrow()
  }

  expect(installation.services.pool.totalCount).toBe(0)
  expect((await read((tx) => sql<{ n: number }>`select 1 as n`.execute(tx))).rows).toEqual([{ n: 1 }])
})

test('a page’s reads cannot write', async () => {
  const { read } = installation.context(await aGroup(installation))

  await expect(read((tx) => headline('no').execute(tx))).rejects.toThrow(/read-only/)
})

async function listening(name: string): Promise<void> {
  const query = `select 1 from pg_stat_activity where application_name = $1 and query like 'listen%'`
  await expect.poll(async () => (await installation.services.pool.query(query, [name])).rowCount).toBe(1)
}
