import type { Server } from 'node:http'
import { once } from 'node:events'
import type { Config } from './platform/config.ts'
import { openPool } from './platform/database.ts'
import { type Installation, openInstallation } from './platform/installation.ts'
import { listenForNotices } from './platform/notices.ts'
import { PageCache } from './platform/pageCache.ts'
import { Refusal } from './platform/refusal.ts'
import { archiveRounds, keepErased } from './platform/archive/index.ts'
import { platformTimetable } from './platform/sweep.ts'
import { removalRound, trialRound } from './platform/removal.ts'
import type { Work } from './platform/tasks.ts'
import { startWorker, type Worker } from './platform/worker.ts'
import { mailboxRounds } from './mailing/index.ts'
import { ReadCounter } from './publishing/index.ts'
import { makeSetUp, type SetUp, takeGroupOut } from './site/index.ts'
import { erasingRound } from './erasing.ts'
import { slices } from './slices.ts'
import { webServer } from './webServer.ts'

/** What the slices want done in the background. */
export const work: Work = {
  jobs: [keepErased, takeGroupOut(slices), ...slices.flatMap(({ jobs }) => jobs ?? [])],
  timetable: [...platformTimetable, erasingRound, ...slices.flatMap(({ timetable }) => timetable ?? [])],
  listeners: slices.flatMap(({ listens }) => listens ?? []),
}

/** What one process does. Both, unless a host wants them apart on one database. */
export interface Parts {
  readonly web: boolean
  readonly worker: boolean
}

/** Serves until told to stop. The last line on stdout is the address. Resolves to the exit code. */
export async function serve(config: Config, parts: Parts = { web: true, worker: true }): Promise<number> {
  const stopped = untilStopped()
  const installation = await openInstallation(config)
  const { services, database } = installation
  const running: Running = { installation, notices: listenForNotices(database.app, services.groups) }
  try {
    if (parts.web) await openWebsites(running)
    if (parts.worker) await openWorkshop(running)
    greet(running)
    await stopped
    return 0
  } finally {
    await shutDown(running)
  }
}

interface Running {
  readonly installation: Installation
  readonly notices: ReturnType<typeof listenForNotices>
  websites?: { readonly server: Server; readonly reads: ReadCounter; readonly setUp: SetUp }
  workshop?: { readonly pool: ReturnType<typeof openPool>; readonly worker: Worker }
}

async function openWebsites(running: Running): Promise<void> {
  const { services } = running.installation
  const setUp = makeSetUp(services)
  const reads = new ReadCounter(services)
  const server = webServer({ services, setUp, cache: new PageCache(services.groups), reads })
  await listen(server, services.config)
  reads.start()
  running.websites = { server, reads, setUp }
}

async function openWorkshop(running: Running): Promise<void> {
  const { services, database } = running.installation
  const pool = openPool(database.app, 5)
  const rounds = [
    removalRound(database.owner),
    trialRound(database.owner),
    ...archiveRounds(services.config, database.owner),
    ...mailboxRounds(services.config),
  ]
  const worker = await startWorker({ services, pool, work: { ...work, rounds }, alone: !database.attached })
  running.workshop = { pool, worker }
}

/** In the order that loses nothing: no new requests, no new jobs, then the connections, then the database. */
async function shutDown({ installation, websites, workshop, notices }: Running): Promise<void> {
  if (websites) await closeWebsites(websites)
  await workshop?.worker.stop()
  await notices.close()
  await workshop?.pool.end()
  await installation.close()
}

async function closeWebsites({ server, reads }: NonNullable<Running['websites']>): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), 5000).unref()
  await closed
  await reads.stop()
}

async function listen(server: Server, { host, port }: Config): Promise<void> {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new Refusal(
        `Port ${port} is in use by another program: stop it, or choose another with PORT=${port + 1} npm start.`,
      )
    if (code === 'EACCES') throw new Refusal(`This account may not use port ${port}: choose one above 1023 with PORT.`)
    throw error
  }
}

function greet({ installation, websites }: Running): void {
  const { config, groups } = installation.services
  if (!websites) return void process.stdout.write('Doing the work in hand. This process serves no website.\n')
  const bound = websites.server.address()
  const port = typeof bound === 'object' && bound ? bound.port : 0
  const local = ['127.0.0.1', '0.0.0.0', '::'].includes(config.host)
  const address = `http://${local ? 'localhost' : config.host}:${port}`
  if (!groups.all.length)
    process.stdout.write(
      `Backbench is ready to be set up. Open this address once, on this machine:\n${address}${websites.setUp.path}\n`,
    )
  process.stdout.write(`${address}/\n`)
}

/** One Ctrl-C may arrive twice within moments: from the terminal, and passed on by npm. */
const ONE_PRESS = 1000

/** Ctrl-C, a signal, or the death of the npm that started us. A second Ctrl-C does not wait for what is under way. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    let asked = Infinity
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (Date.now() - asked > ONE_PRESS) process.exit(130)
        asked = Math.min(asked, Date.now())
        resolve()
      })
    }
    const parent = process.ppid
    if (process.env['npm_lifecycle_event']) setInterval(() => process.ppid === parent || resolve(), 500).unref()
  })
}
