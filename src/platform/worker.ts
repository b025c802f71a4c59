import { Logger, makeWorkerUtils, parseCronItems, run, type Runner, type TaskList } from 'graphile-worker'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { contextOf } from './installation.ts'
import type { Job } from './jobs.ts'
import { type Listener, publish, publishNews } from './journal.ts'
import { handOver } from './letters.ts'
import { describe } from './log.ts'
import type { Services } from './services.ts'
import type { GroupContext, Timed } from './slice.ts'

/** What the slices want done. */
export interface Work {
  readonly jobs: readonly Job<never>[]
  readonly timetable: readonly Timed[]
  readonly listeners: readonly Listener[]
}

type AnyJob = Job<Record<string, never>>

interface WorkerOptions {
  readonly services: Services
  readonly pool: pg.Pool
  readonly work: Work
  /** This process is the only worker: whatever is locked belonged to one that died, and is freed at once. */
  readonly embedded: boolean
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
  let runner = await runWorker(options)
  const kept = keep()

  async function keep(): Promise<void> {
    while (!stopping.signal.aborted) {
      await runner.promise.catch((error: unknown) => options.services.log.fault('worker', error))
      await sleep(1000, undefined, { signal: stopping.signal }).catch(() => {})
      if (stopping.signal.aborted) return
      runner = await runWorker(options).catch(() => runner) // the database is still away: try again
      if (stopping.signal.aborted) await runner.stop()
    }
  }

  return {
    stop: async () => {
      stopping.abort()
      await runner.stop().catch(() => {}) // it may just have ended by itself
      await kept
    },
  }
}

async function runWorker({ services, pool, work, embedded }: WorkerOptions): Promise<Runner> {
  if (embedded) await freeLockedJobs(pool)
  return run({
    pgPool: pool,
    // Without a batch, 0.18 does not wait for its own note of how a job went, and the refused promise ends the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    concurrency: 2,
    pollInterval: 2000,
    noHandleSignals: true,
    taskList: tasks(services, work),
    parsedCronItems: parseCronItems(
      work.timetable.map(({ job, cron }) => ({
        task: everyGroup(job.name),
        match: cron,
        options: { backfillPeriod: 0 },
      })),
    ),
    logger: quietLogger(),
  })
}

/** All tasks by name, for the worker and for tests that run the queue empty. */
export function tasks(services: Services, { jobs, timetable, listeners }: Work): TaskList {
  const own: Job<never>[] = [handOver as Job<never>, newsOf(listeners) as Job<never>]
  const byName = [...own, ...jobs, ...timetable.map(({ job }) => job as Job<never>)].map(
    (job) => [job.name, taskOf(services, job as unknown as AnyJob)] as const,
  )
  const clocks = timetable.map(
    ({ job }) => [everyGroup(job.name), clockOf(services, job as unknown as AnyJob)] as const,
  )
  return Object.fromEntries([...byName, ...clocks])
}

const taskOf =
  (services: Services, job: AnyJob) =>
  async (payload: unknown): Promise<void> => {
    const { group: id, ...ids } = payload as { group: number }
    const group = services.groups.byId(id) ?? (await services.groups.load(), services.groups.byId(id))
    if (!group) return // the group has gone, and its work with it
    await reporting(services, job.name, () => job.run(contextOf(services, group), ids))
  }

/** Runs a job of the timetable for every group in turn; one group's trouble does not stop the next. */
const clockOf = (services: Services, job: AnyJob) => async (): Promise<void> => {
  for (const group of services.groups.all) {
    await reporting(services, job.name, () => job.run(contextOf(services, group), {})).catch(() => {})
  }
}

async function reporting(services: Services, name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    services.log.fault(`job ${name}`, error)
    throw new Error(describe(error).split('\n')[0]) // the queue keeps this text: nothing personal may stand in it
  }
}

const newsOf = (listeners: readonly Listener[]): Job<{ entry: string }> => ({
  name: publishNews.name,
  run: ({ act }: GroupContext, { entry }) => act((a) => publish(a, entry, listeners)),
})

const everyGroup = (name: string) => `${name}.every_group`

/** A killed worker's jobs would stay locked for hours. */
async function freeLockedJobs(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ locked_by: string }>(
    'select distinct locked_by from graphile_worker._private_jobs where locked_by is not null',
  )
  if (!rows.length) return
  const worker = await makeWorkerUtils({ pgPool: pool })
  await worker.forceUnlockWorkers(rows.map(({ locked_by }) => locked_by))
  await worker.release()
}

/** Our own log says what matters; the worker's would print payloads. */
export const quietLogger = () => new Logger(() => () => {})
