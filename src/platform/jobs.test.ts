import { beforeEach, expect, test } from 'vitest'
import { aGroup } from '../../test/groups.ts'
import { testInstallation } from '../../test/installation.ts'
import { openPool } from './database.ts'
import type { KnownGroup } from './groups.ts'
import { cancelJob, enqueue, type Job } from './jobs.ts'
import { eventType, on, record } from './journal.ts'
import { tasks, type Work } from './tasks.ts'
import { startWorker } from './worker.ts'

const installation = testInstallation()
const happened = eventType<{ thing: string }>('platform.thing_happened')
let group: KnownGroup
let done: string[]

beforeEach(async () => {
  group = await aGroup(installation)
  done = []
})
const note = (name: string): Job<{ thing: string }> => ({
  name,
  run: (context, { thing }) => Promise.resolve(void done.push(`${name} ${context.group.slug} ${thing}`)),
})
const workOf = (...jobs: Job<{ thing: string }>[]): Work => ({
  jobs,
  timetable: [],
  listeners: [],
})
const waiting = async () =>
  (
    await installation.services.pool.query(
      'select task_identifier as task, payload from graphile_worker.jobs j join graphile_worker._private_jobs p using (id)',
    )
  ).rows

test('a job is done for the group whose act ordered it', async () => {
  const job = note('x.do')
  const other = await aGroup(installation)
  await installation.context(group).act((act) => enqueue(act, { job, payload: { thing: '1' } }))
  await installation.context(other).act((act) => enqueue(act, { job, payload: { thing: '2' } }))

  await installation.runJobs(workOf(job))

  expect(done.toSorted()).toEqual([`x.do ${group.slug} 1`, `x.do ${other.slug} 2`])
})

test('a job ordered by an act that failed never was', async () => {
  const { act } = installation.context(group)

  await expect(
    act(async (a) => {
      await enqueue(a, { job: note('x.do'), payload: { thing: '1' } })
      throw new Error('no')
    }),
  ).rejects.toThrow()

  expect(await waiting()).toEqual([])
})

test('a later order with the same key takes the place of one that waits, within its group only', async () => {
  const job = note('x.do')
  const other = await aGroup(installation)
  const order = (to: KnownGroup, thing: string) =>
    installation.context(to).act((act) => enqueue(act, { job, payload: { thing }, key: 'one' }))
  await order(group, 'old')
  await order(group, 'new')
  await order(other, 'theirs')

  await installation.runJobs(workOf(job))

  expect(done.toSorted()).toEqual([`x.do ${group.slug} new`, `x.do ${other.slug} theirs`])
})

test('an order is taken back, and only one’s own', async () => {
  const job = note('x.do')
  const other = installation.context(await aGroup(installation))
  const { act } = installation.context(group)
  await act((a) => enqueue(a, { job, payload: { thing: '1' }, key: 'one' }))

  await other.act((a) => cancelJob(a, 'one'))
  expect(await waiting()).toHaveLength(1)
  await act((a) => cancelJob(a, 'one'))
  expect(await waiting()).toEqual([])
})

test('work for a group that has gone is let go', async () => {
  const job = note('x.do')
  await installation.context(group).act((act) => enqueue(act, { job, payload: { thing: '1' } }))
  await installation.owner.query('delete from platform.group')
  await installation.services.groups.load()

  await installation.runJobs(workOf(job))

  expect(done).toEqual([])
  await expect.poll(waiting).toEqual([])
})

test('what a failed job leaves in the queue and in the log names nobody', async () => {
  const job: Job<{ thing: string }> = {
    name: 'x.fail',
    run: () => Promise.reject(Object.assign(new Error('Key (email)=(ada@example.org) exists'), { code: '23505' })),
  }
  await installation.context(group).act((act) => enqueue(act, { job, payload: { thing: '1' } }))

  await installation.runJobs(workOf(job))

  const lastError = async () =>
    (
      await installation.services.pool.query<{ last_error: string | null }>(
        'select last_error from graphile_worker.jobs',
      )
    ).rows[0]?.last_error ?? ''
  await expect.poll(lastError).toContain('23505')
  expect((await lastError()) + installation.logged.join()).not.toContain('ada@')
})

test('each listener hears of an event once, and one that fails does not make another hear twice', async () => {
  const failing: Job<{ thing: string }> = { name: 'x.fail', run: () => Promise.reject(new Error('always')) }
  const [a, b] = [note('x.a'), note('x.b')]
  const work: Work = { ...workOf(a, b, failing), listeners: [on(happened, a), on(happened, failing), on(happened, b)] }
  await installation.context(group).act((act) => record(act, happened, { thing: '1' }))

  await installation.runJobs(work)
  await installation.services.pool.query(
    `update graphile_worker._private_jobs set run_at = now() - interval '1 second'`,
  )
  await installation.runJobs(work)

  expect(done.toSorted()).toEqual([`x.a ${group.slug} 1`, `x.b ${group.slug} 1`])
  await expect.poll(async () => (await waiting()).map(({ task }) => task)).toEqual(['x.fail'])
})

test('an event nobody listens to is nobody’s work', async () => {
  await installation.context(group).act((act) => record(act, happened, { thing: '1' }))

  await installation.runJobs(workOf())

  await expect.poll(waiting).toEqual([])
})

test('what waits in the queue is ids, whatever the event', async () => {
  await installation.context(group).act((act) => record(act, happened, { thing: crypto.randomUUID() }))

  for (const { payload } of await waiting()) {
    for (const value of Object.values(payload as Record<string, unknown>))
      expect(String(value)).toMatch(/^([0-9a-f-]{36}|\d+)$/)
  }
})

test('the clock’s work is done for every group, and one group’s trouble does not stop the next', async () => {
  const other = await aGroup(installation)
  const job: Job<Record<never, never>> = {
    name: 'x.daily',
    run: ({ group: { id, slug } }) =>
      id === group.id ? Promise.reject(new Error('trouble')) : Promise.resolve(void done.push(slug)),
  }
  const work: Work = { jobs: [], timetable: [{ job, cron: '0 3 * * *' }], listeners: [] }

  await (tasks(installation.services, work)['x.daily.every_group'] as () => Promise<void>)()

  expect(done).toEqual([other.slug])
})

test('a job that a killed worker had begun is free again at the next start', async () => {
  const job = note('x.do')
  await installation.context(group).act((act) => enqueue(act, { job, payload: { thing: '1' } }))
  await installation.services.pool.query(
    `update graphile_worker._private_jobs set locked_by = 'dead', locked_at = now(), attempts = 1`,
  )

  const worker = await startWorker({
    services: installation.services,
    pool: installation.services.pool,
    work: workOf(job),
    alone: true,
  })
  try {
    await expect.poll(() => done).toEqual([`x.do ${group.slug} 1`])
  } finally {
    await worker.stop()
  }
})

test('when the database cuts the worker off from two jobs at once, all that waits is done all the same', async () => {
  const { services } = installation
  const [begun, mayEnd] = [[] as string[], new Map<string, () => void>()]
  const job: Job<{ thing: string }> = {
    name: 'x.long',
    run: async (_, { thing }) => {
      if (!begun.includes(thing)) await new Promise<void>((resolve) => mayEnd.set(thing, resolve) && begun.push(thing))
      done.push(thing)
    },
  }
  const order = (thing: string) => installation.context(group).act((act) => enqueue(act, { job, payload: { thing } }))
  const blocked = async () =>
    (
      await services.pool.query<{ pid: number }>(`select pid from pg_stat_activity where wait_event_type = 'Lock'
      and datname = current_database() and query like '%_private_jobs%'`)
    ).rows
  const pool = openPool(installation.connection, 8)
  const worker = await startWorker({ services, pool, work: workOf(job), alone: true })
  const holder = await services.pool.connect()
  try {
    await Promise.all(['1', '2'].map(order))
    await expect.poll(() => begun).toHaveLength(2)
    await holder.query('begin; lock table graphile_worker._private_jobs in exclusive mode')
    mayEnd.get('1')!()
    await expect.poll(async () => (await blocked()).length).toBe(2) // its note, and the question for the next job
    mayEnd.get('2')!()
    await expect.poll(async () => (await blocked()).length).toBe(4)
    for (const { pid } of await blocked()) await services.pool.query('select pg_terminate_backend($1)', [pid])
    await holder.query('rollback')
    begun.push('3')
    await order('3')

    await expect.poll(() => done).toContain('3')
    await expect.poll(waiting).toEqual([])
  } finally {
    for (const end of mayEnd.values()) end()
    holder.release(true)
    await worker.stop()
    await pool.end()
  }
})

test('of a thousand groups only those with something to do are visited, and a paused one is not', async () => {
  const [due, paused] = [await aGroup(installation), await aGroup(installation)]
  for (const one of [due, paused])
    await installation.context(one).act((act) => record(act, happened, { thing: crypto.randomUUID() }))
  await installation.owner.query('update platform.group set remove_at = now() where id = $1', [paused.id])
  await installation.services.groups.load()
  const job: Job<Record<never, never>> = {
    name: 'x.often',
    run: ({ group: { slug } }) => Promise.resolve(void done.push(slug)),
  }
  const onlyWhere = `exists (select from platform.journal where event = 'platform.thing_happened')`
  const work: Work = { jobs: [], timetable: [{ job, cron: '* * * * *', onlyWhere }], listeners: [] }

  await (tasks(installation.services, work)['x.often.every_group'] as () => Promise<void>)()

  expect(done).toEqual([due.slug])
})

test('asking all groups leaves the connection speaking for none', async () => {
  const client = await installation.services.pool.connect()
  try {
    await client.query(`select platform.groups_where('true')`)

    const { rows } = await client.query<{ seen: string }>(
      `select coalesce(current_setting('app.group_id', true), '') as seen`,
    )
    expect(rows).toEqual([{ seen: '' }])
  } finally {
    client.release()
  }
})
