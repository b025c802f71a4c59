import type { Server } from 'node:http'
import { once } from 'node:events'
import type { Config } from './platform/config.ts'
import { openPool } from './platform/database.ts'
import { type Installation, openInstallation } from './platform/installation.ts'
import { listenForNotices } from './platform/notices.ts'
import { PageCache } from './platform/pageCache.ts'
import { Refusal } from './platform/refusal.ts'
import { platformTimetable } from './platform/sweep.ts'
import { startWorker, type Work } from './platform/worker.ts'
import { makeSetUp } from './site/index.ts'
import { slices } from './slices.ts'
import { webServer } from './webServer.ts'

/** What the slices want done in the background. */
export const work: Work = {
  jobs: slices.flatMap(({ jobs }) => jobs ?? []),
  timetable: [...platformTimetable, ...slices.flatMap(({ timetable }) => timetable ?? [])],
  listeners: slices.flatMap(({ listens }) => listens ?? []),
}

/** Serves until told to stop. The last line on stdout is the address. Resolves to the exit code. */
export async function serve(config: Config): Promise<number> {
  const stopped = untilStopped()
  const installation = await openInstallation(config)
  const { services, database } = installation
  const setUp = makeSetUp(services)
  const server = webServer({ services, setUp, cache: new PageCache(services.groups) })
  const workerPool = openPool(database.app, 4)
  const running: Running = {
    installation,
    server,
    workerPool,
    notices: listenForNotices(database.app, services.groups),
  }
  try {
    await listen(server, config)
    running.worker = await startWorker({ services, pool: workerPool, work, embedded: !config.databaseUrl })
    greet(server, config, services.groups.all.length ? null : setUp.path)
    await stopped
    return 0
  } finally {
    await shutDown(running)
  }
}

interface Running {
  readonly installation: Installation
  readonly server: Server
  readonly workerPool: ReturnType<typeof openPool>
  readonly notices: ReturnType<typeof listenForNotices>
  worker?: Awaited<ReturnType<typeof startWorker>>
}

/** In the order that loses nothing: no new requests, no new jobs, then the connections, then the database. */
async function shutDown({ installation, server, worker, workerPool, notices }: Running): Promise<void> {
  const closed = server.listening ? once(server, 'close') : Promise.resolve()
  server.close()
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), 5000).unref()
  await closed
  await worker?.stop()
  await notices.close()
  await workerPool.end()
  await installation.close()
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

function greet(server: Server, { host }: Config, setUpPath: string | null): void {
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : 0
  const address = `http://${host === '127.0.0.1' || host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`
  if (setUpPath)
    process.stdout.write(
      `Backbench is ready to be set up. Open this address once, on this machine:\n${address}${setUpPath}\n`,
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
