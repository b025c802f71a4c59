import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { askDatabase } from './asking.ts'
import { handOver } from '../src/platform/postgres/account.ts'
import { runProgram, spawnServer } from '../src/platform/postgres/launch.ts'
import { takeLock } from '../src/platform/postgres/lock.ts'
import { type Place, preparePlace } from '../src/platform/postgres/place.ts'
import { readPostmaster } from '../src/platform/postgres/postmaster.ts'

const SUPERUSER = { user: 'postgres', password: 'throw-away-superuser' } as const

/** A PostgreSQL server as a host runs one: apart from the program, on TCP, with passwords. It has an owner with a database. */
export interface OwnServer {
  readonly port: number
  /** For DATABASE_URL. */
  readonly url: (role: { user: string; password: string }, database?: string) => string
  /** As the server's administrator. */
  readonly ask: <T extends object>(statement: string, database?: string) => Promise<T[]>
  stop(): Promise<void>
}

export const theOwner = { user: 'campaigns', password: 'throw-away owner/@:' } as const

/** Made of the binaries the program brings, in an empty folder; TLS is off, because nothing leaves the machine. */
export async function startOwnServer(folder: string): Promise<OwnServer> {
  const place = preparePlace(folder)
  const port = await freePort()
  makeCluster(place)
  const lock = openSync(place.lock, 'a')
  const log = openSync(place.log, 'a')
  const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '', fsync: 'off', ssl: 'off' }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawnServer(place, ['-D', place.cluster, ...flags], { log, lock })
  closeSync(log)
  closeSync(lock)
  while (!readPostmaster(place.cluster)?.ready) {
    if (server.exitCode !== null) throw new Error(`The server did not start: see ${place.log}.`)
    await sleep(10)
  }
  const url: OwnServer['url'] = ({ user, password }, database = 'campaigns') =>
    `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
  const ask: OwnServer['ask'] = (statement, database = 'campaigns') =>
    askDatabase({ connectionString: url(SUPERUSER, database) }, statement)
  await ask(`create role ${theOwner.user} login createrole password '${theOwner.password}'`, 'postgres')
  await ask(`create database campaigns owner ${theOwner.user} encoding 'UTF8' template template0`, 'postgres')
  const stop = async (): Promise<void> => {
    const ended = once(server, 'exit')
    process.kill(readPostmaster(place.cluster)!.pid, 'SIGINT')
    await ended
  }
  return { port, url, ask, stop }
}

function makeCluster(place: Place): void {
  const passwords = join(place.dataDir, 'password')
  writeFileSync(passwords, SUPERUSER.password, { mode: 0o600 })
  mkdirSync(place.cluster, { mode: 0o700 })
  for (const path of [passwords, place.cluster]) handOver(path, place.account)
  const lock = takeLock(place.lock)!
  const words = ['--auth=scram-sha-256', `--pwfile=${passwords}`, `--username=${SUPERUSER.user}`, '--no-sync']
  const { ok, output } = runProgram(place, [place.binaries.initdb, '-D', place.cluster, ...words], { lock })
  closeSync(lock)
  if (!ok) throw new Error(output)
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
