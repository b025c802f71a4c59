import type { TaskList } from 'graphile-worker'
import { isPaused, type KnownGroup } from './groups.ts'
import { contextOf } from './installation.ts'
import { groupFlag, type Job } from './jobs.ts'
import { type Listener, publish, publishNews } from './journal.ts'
import { describe } from './log.ts'
import { forgetFiled } from './mail.ts'
import type { Services } from './services.ts'
import type { GroupContext, Timed } from './slice.ts'
import { refreshStatistics } from './statistics.ts'

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

/**
 * All tasks by name, for the worker and for tests that run the queue empty. Payloads name the group; each task opens that
 * group's context and no other.
 */
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

/** Under which name the clock asks for a job of every group. */
export const everyGroup = (name: string) => `${name}.every_group`

/** Work of groups that are paused stays in the queue until they are not. */
export const pausedFlags = ({ groups }: Pick<Services, 'groups'>): string[] =>
  groups.all.filter(isPaused).map(({ id }) => groupFlag(id))
