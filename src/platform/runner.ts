import { EventEmitter } from 'node:events'
import { Logger, parseCronItems, run, type Runner, type WorkerEvents } from 'graphile-worker'
import type pg from 'pg'
import { freeAll, keepPresence } from './presence.ts'
import type { Services } from './services.ts'
import { everyGroup, pausedFlags, tasks, type Work } from './tasks.ts'

export interface RunnerOptions {
  readonly services: Services
  readonly pool: pg.Pool
  readonly work: Work
  /** No other process can be working: whatever is locked belonged to one that died, and is freed at once. */
  readonly alone: boolean
}

/** Takes jobs from the queue until it is stopped, or gives up. */
export interface Running {
  readonly runner: Runner
  /** Settles when it takes no more jobs and has none in hand; rejects with what ended it. */
  readonly over: Promise<void>
}

const WORKERS = 2

export async function startRunner({ services, pool, work, alone }: RunnerOptions): Promise<Running> {
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

const roundTimes = ({ rounds = [] }: Work) => rounds.map(({ name, cron }) => [name, cron] as const)

/** Our own log says what matters; the worker's would print payloads. */
export const quietLogger = () => new Logger(() => () => {})
