import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import { ownArchives } from './archive/folder.ts'
import { isPaused } from './groups.ts'
import type { PageCache } from './pageCache.ts'
import { sameHash } from './secret.ts'
import type { Services } from './services.ts'

export interface Measured {
  readonly services: Services
  readonly cache: PageCache
}

type Kind = 'counter' | 'gauge'
type Series = readonly (readonly [labels: string, value: number])[]

/** The text exposition format of Prometheus, 0.0.4: https://prometheus.io/docs/instrumenting/exposition_formats/ */
export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

/** What a host watches: of the whole installation, without any group's name, path or person. One query. */
export async function metricsText({ services, cache }: Measured): Promise<string> {
  const { pool, groups, meter } = services
  const { classes, kept } = meter.answered
  const jobs = await countJobs(services)
  const paused = groups.all.filter(isPaused).length
  const memory = process.memoryUsage.rss()
  const { user, system } = process.cpuUsage()
  const archivedAt = await lastArchive(services)
  return [
    metric('requests_total', ['counter', 'Requests answered, by class of status.'], classes.flatMap(byClass)),
    metric('requests_kept_total', ['counter', 'Of these, answered from the page cache.'], one(kept)),
    metric('page_cache_bytes', ['gauge', 'Bytes of pages kept.'], one(cache.size.bytes)),
    metric('page_cache_pages', ['gauge', 'Pages kept.'], one(cache.size.pages)),
    metric(
      'groups',
      ['gauge', 'Groups, by state.'],
      [
        ['state="running"', groups.all.length - paused],
        ['state="paused"', paused],
      ],
    ),
    metric(
      'database_connections',
      ['gauge', 'Connections to the database, and requests that wait for one.'],
      [
        ['state="open"', pool.totalCount],
        ['state="idle"', pool.idleCount],
        ['state="awaited"', pool.waitingCount],
      ],
    ),
    metric(
      'jobs',
      ['gauge', 'Jobs: due, for later, begun, and given up after their last try.'],
      Object.entries(jobs.states),
    ),
    metric('letters_waiting', ['gauge', 'Letters not yet handed to the mail server.'], one(jobs.letters)),
    ...(archivedAt
      ? [
          metric(
            'archive_age_seconds',
            ['gauge', 'Age of the last archive.'],
            one((Date.now() - archivedAt.getTime()) / 1000),
          ),
        ]
      : []),
    metric('resident_memory_bytes', ['gauge', 'Memory of this process.'], one(memory)),
    metric('cpu_seconds_total', ['counter', 'Processor time of this process.'], one((user + system) / 1e6)),
    metric('uptime_seconds', ['gauge', 'Since this process started.'], one(process.uptime())),
  ].join('')
}

/**
 * Whether whoever asks may read them: with the token (RFC 6750 §2.1), or from this machine itself, which a request that a
 * proxy passed on is not.
 */
export function mayRead(c: Context, token: string | undefined): boolean {
  const given = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (given !== undefined) return token !== undefined && sameHash(given, token)
  const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage }
  const passedOn = ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'].some((name) => c.req.header(name) !== undefined)
  const here = /^(127\.|::1$|::ffff:127\.)/.test(incoming?.socket.remoteAddress ?? '')
  return here && !passedOn && /^(localhost|127\.|\[::1\])/.test(c.req.header('host') ?? '')
}

const one = (value: number): Series => [['', value]]
const byClass = (count: number, hundreds: number): Series => (hundreds < 1 ? [] : [[`class="${hundreds}xx"`, count]])

function metric(name: string, [kind, help]: readonly [Kind, string], series: Series): string {
  const full = `backbench_${name}`
  const lines = series.map(([labels, value]) => `${full}${labels ? `{${labels}}` : ''} ${value}\n`)
  return `# HELP ${full} ${help}\n# TYPE ${full} ${kind}\n${lines.join('')}`
}

async function countJobs({ pool }: Services): Promise<{ states: Record<string, number>; letters: number }> {
  const { rows } = await pool.query<Record<string, number>>(`
    select count(*) filter (where open and locked_at is null and run_at <= now()) as "state=""due""",
      count(*) filter (where open and locked_at is null and run_at > now()) as "state=""later""",
      count(*) filter (where locked_at is not null) as "state=""begun""",
      count(*) filter (where not open) as "state=""failed""",
      count(*) filter (where open and identifier = 'platform.hand_over_letter') as letters
    from (select *, attempts < max_attempts as open from graphile_worker._private_jobs) as job
    join graphile_worker._private_tasks t on t.id = job.task_id`)
  const { letters = 0, ...states } = rows[0] ?? {}
  return { states, letters }
}

async function lastArchive({ config, secret }: Services): Promise<Date | undefined> {
  if (!config.archiveTo) return undefined
  const found = await ownArchives({ path: config.archiveTo, secret }).catch(() => [])
  return found.find(({ kind }) => kind === 'all')?.madeAt
}
