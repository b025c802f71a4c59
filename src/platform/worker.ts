import { EventEmitter } from 'node:events'
import { Logger, parseCronItems, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { contextOf } from './installation.ts'
import { isPaused, type KnownGroup } from './groups.ts'
import { groupFlag, type Job } from './jobs.ts'
import { type Listener, publish, publishNews } from './journal.ts'
import { forgetFiled } from './mail.ts'
import { describe } from './log.ts'
import { refreshStatistics } from './statistics.ts'
import { freeAll, keepPresence } from './presence.ts'
import type { Services } from './services.ts'
import type { GroupContext, Timed } from './slice.ts'

/** What the slices want done. */
export interface Work {
  readonly jobs: readonly Job<never>[]
  readonly timetable: readonly Timed[]
  readonly listeners: readonly Listener[]
  /** By the clock, for the installation as a whole. */
  readonly rounds?: readonly Round[]
}

/** Work of the installation itself, not of one group. `cron`: a crontab line in UTC. */
export interface Round {
  readonly name: string
  readonly cron: string
  run(services: Services): Promise<void>
}

type AnyJob = Job<Record<string, never>>

interface WorkerOptions {
  readonly services: Services
  readonly pool: pg.Pool
  readonly work: Work
  /** No other process can be working: whatever is locked belonged to one that died, and is freed at once. */
  readonly alone: boolean
}

export interface Worker {
  stop(): Promise<void>
}

/**
 * Starts the worker on its own connections and keeps one running: a worker whose database goes away while it notes how a
 * job went gives up, and the next one takes its jobs over. Payloads name the group; each task opens that group's context
 * and no other.
 */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const stopping = new AbortController()
  let running = await runWorker(options)
  const kept = keep()

  async function keep(): Promise<void> {
    while (!stopping.signal.aborted) {
      await running.over.catch((error: unknown) => options.services.log.fault('worker', error))
      await sleep(1000, undefined, { signal: stopping.signal }).catch(() => {})
      if (stopping.signal.aborted) return
      running = await runWorker(options).catch(() => running) // the database is still away: try again
      if (stopping.signal.aborted) await stop()
    }
  }

  /** It may just have ended by itself. */
  const stop = () => Promise.race([running.runner.stop(), running.over]).catch(() => {})

  return {
    stop: async () => {
      stopping.abort()
      await stop()
      await kept
    },
  }
}

interface Running {
  readonly runner: Runner
  /** Settles when it takes no more jobs and has none in hand; rejects with what ended it. */
  readonly over: Promise<void>
}

const WORKERS = 2

async function runWorker({ services, pool, work, alone }: WorkerOptions): Promise<Running> {
  if (alone) await freeAll(pool)
  const events: WorkerEvents = new EventEmitter()
  const ended = new AbortController()
  events.once('pool:create', ({ workerPool }) => void keepPresence(pool, workerPool.id, ended.signal))
  const idle = allStopped(events)
  const started = run({
    pgPool: pool,
    events,
    // Without a batch, 0.18 does not wait for its own note of how a job went, and the refused promise ends the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    concurrency: WORKERS,
    pollInterval: 2000,
    noHandleSignals: true,
    taskList: tasks(services, work),
    forbiddenFlags: () => pausedFlags(services),
    parsedCronItems: parseCronItems(
      [...work.timetable.map(({ job, cron }) => [everyGroup(job.name), cron] as const), ...roundTimes(work)].map(
        ([task, match]) => ({ task, match, options: { backfillPeriod: 0 } }),
      ),
    ),
    logger: quietLogger(),
  })
  const over = started.then(({ promise }) => Promise.race([promise, idle]))
  // One that could not start has a heartbeat already: left alone it would keep a connection, and its jobs, for ever.
  const end = (): void => ended.abort()
  void over.then(end, end)
  return { runner: await started, over }
}

/** So long a runner whose workers have all stopped may take to note how their jobs went: ms. */
const LAST_NOTES = 5000

/**
 * A runner whose workers have stopped has ended, whether it says so or not: where two of its notes fail at once, as they do when
 * the database goes away, 0.18 counts one of them twice and waits for the rest for ever (`batch` in its main.js).
 */
function allStopped(events: WorkerEvents): Promise<void> {
  let left = WORKERS
  return new Promise((resolve) => {
    events.on('worker:stop', () => {
      left -= 1
      if (left === 0) setTimeout(resolve, LAST_NOTES).unref()
    })
  })
}

/** Work of groups that are paused stays in the queue until they are not. */
export const pausedFlags = ({ groups }: Pick<Services, 'groups'>): string[] =>
  groups.all.filter(isPaused).map(({ id }) => groupFlag(id))

const roundTimes = ({ rounds = [] }: Work) => rounds.map(({ name, cron }) => [name, cron] as const)

/** All tasks by name, for the worker and for tests that run the queue empty. */
export function tasks(services: Services, { jobs, timetable, listeners, rounds = [] }: Work): TaskList {
  const always: Job<never>[] = [forgetFiled, refreshStatistics, newsOf(listeners)]
  const byName = [...always, ...jobs, ...timetable.map(({ job }) => job as Job<never>)].map(
    (job) => [job.name, taskOf(services, job as unknown as AnyJob)] as const,
  )
  const clocks = timetable.map((timed) => [everyGroup(timed.job.name), clockOf(services, timed)] as const)
  const whole = rounds.map(
    (round) => [round.name, () => reporting(services, round.name, () => round.run(services))] as const,
  )
  return Object.fromEntries([...byName, ...clocks, ...whole])
}

const taskOf =
  (services: Services, job: AnyJob) =>
  async (payload: unknown): Promise<void> => {
    const { group: id, ...ids } = payload as { group: number }
    const group = services.groups.byId(id) ?? (await services.groups.load(), services.groups.byId(id))
    if (!group) return // the group has gone, and its work with it
    await reporting(services, job.name, () => job.run(contextOf(services, group), ids))
  }

/** Runs a job of the timetable for every group that has something to do, in turn; one group's trouble does not stop the next. */
const clockOf =
  (services: Services, { job, onlyWhere }: Timed) =>
  async (): Promise<void> => {
    for (const group of await groupsWhere(services, onlyWhere)) {
      await reporting(services, job.name, () => job.run(contextOf(services, group), {})).catch(() => {})
    }
  }

async function groupsWhere({ pool, groups }: Services, condition: string | undefined): Promise<readonly KnownGroup[]> {
  const awake = groups.all.filter((group) => !isPaused(group))
  if (condition === undefined) return awake
  const { rows } = await pool.query<{ id: number }>('select id from platform.groups_where($1) as id', [condition])
  const found = new Set(rows.map(({ id }) => id))
  return awake.filter(({ id }) => found.has(id))
}

async function reporting(services: Services, name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    services.log.fault(`job ${name}`, error)
    // oxlint-disable-next-line preserve-caught-error -- goes to the queue, which keeps it: nothing personal may stand in it
    throw new Error(describe(error).split('\n')[0])
  }
}

const newsOf = (listeners: readonly Listener[]): Job<{ entry: string }> => ({
  name: publishNews.name,
  run: ({ act }: GroupContext, { entry }) => act((a) => publish(a, entry, listeners)),
})

const everyGroup = (name: string) => `${name}.every_group`

/** Our own log says what matters; the worker's would print payloads. */
export const quietLogger = () => new Logger(() => () => {})
