import type { ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { Socket, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { handOverAll } from './account.ts'
import { spawnServer } from './launch.ts'
import { type Place, makeSocketFolder } from './place.ts'
import { type Postmaster, hasEnded, readPostmaster } from './postmaster.ts'
import { DatabaseTrouble, outputTrouble } from './trouble.ts'

export interface Server {
  readonly postmaster: Postmaster
  readonly process: ChildProcess
}

/**
 * Starts the server on a whole cluster and waits until it takes connections. `lock` is the folder's lock, which the
 * server inherits; `port` is the one to use again where there are no Unix sockets. After a hard stop it first reads its
 * log again, which may take a while: there is no time limit as long as it lives.
 */
export async function startServer(
  place: Place,
  { lock, port }: { lock: number; port: number | undefined },
): Promise<Server> {
  takeOver(place)
  const options = Object.entries(await settings(place, port)).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = openSync(place.log, 'a', 0o600)
  const before = statSync(place.log).size
  const server = spawnServer(place, ['-D', place.cluster, ...options], { log, lock })
  closeSync(log)
  let failure: Error | undefined
  server.once('error', (error) => (failure = error))
  for (;;) {
    const postmaster = readPostmaster(place.cluster)
    if (postmaster?.ready) return { postmaster, process: letGo(server) }
    if (failure) {
      throw new DatabaseTrouble(`The database's program cannot be run: ${failure.message}.`, { cause: failure })
    }
    if (server.exitCode !== null || server.signalCode !== null) {
      throw outputTrouble(logSince(place, before), place.dataDir)
    }
    await sleep(5)
  }
}

/** SIGINT: end every connection, write everything to disk, stop. SIGTERM would wait for clients. */
export async function stopServer({ postmaster: { pid } }: Server): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 10_000],
  ] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    if (await hasEnded(pid, patience)) return
  }
}

/**
 * The lock is held, so no server runs here: what an old one left would only mislead the new one, above all when its
 * number meanwhile belongs to another process. On Windows there is no lock, and PostgreSQL has to judge by itself.
 */
function takeOver({ cluster, account, starter, log }: Place): void {
  if (process.platform !== 'win32') rmSync(join(cluster, 'postmaster.pid'), { force: true })
  if (account.other && statSync(cluster).uid !== account.other.uid) handOverAll(cluster, account)
  writeFileSync(starter, String(process.pid), { mode: 0o600 })
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  if (size > 1_000_000) truncateSync(log)
}

/** The program may end by itself although the server still runs. */
function letGo(server: ChildProcess): ChildProcess {
  server.unref()
  if (server.stdin instanceof Socket) server.stdin.unref()
  return server
}

async function settings(place: Place, port: number | undefined): Promise<Record<string, string>> {
  return {
    ...(process.platform === 'win32'
      ? { listen_addresses: '127.0.0.1', port: String(port ?? (await freePort())) }
      : socketSettings(place)),
    max_connections: '30',
    shared_buffers: '32MB',
    // One small machine: no processes for reading ahead, nor for copying to other servers.
    io_method: 'sync',
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_logical_replication_workers: '0',
    jit: 'off',
    // What was acknowledged is on disk. Off, a crash loses thousands of answers already given.
    synchronous_commit: 'on',
    timezone: 'UTC',
    // Errors quote values, and no personal data goes into logs; the program sees every error itself.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
  }
}

function socketSettings(place: Place): Record<string, string> {
  const folder = makeSocketFolder(place)
  return {
    listen_addresses: '',
    port: '5432',
    unix_socket_permissions: '0700',
    // The setting is a list of names with commas; in quotes, anything goes.
    unix_socket_directories: `"${folder.replaceAll('"', '""')}"`,
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })
}

function logSince({ log }: Place, start: number): string {
  return readFileSync(log).subarray(start).toString('utf8')
}
