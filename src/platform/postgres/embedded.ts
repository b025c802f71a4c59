import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ClientConfig } from 'pg'
import { type Passwords, databaseName, readPasswords, roles } from './cluster.ts'
import type { DatabaseHandle } from './index.ts'
import { Keeper, startUnlessLocked } from './keeper.ts'
import { mayConnect } from './mayConnect.ts'
import { type Place, preparePlace } from './place.ts'
import { type Postmaster, isAlive, isPostgres, readPostmaster } from './postmaster.ts'
import { DatabaseTrouble } from './trouble.ts'

/**
 * Opens the database in `dataDir`: attaches to the server that runs there, or makes and starts one. `patience` is how
 * long somebody else may take to start or stop a server in this folder, in milliseconds.
 */
export async function openEmbedded(dataDir: string, patience = 60_000): Promise<DatabaseHandle> {
  const place = preparePlace(dataDir)
  const until = Date.now() + patience
  for (;;) {
    const running = await findRunning(place)
    if (running) return handleFor(running, readPasswords(place))
    const server = await startUnlessLocked(place)
    if (server) return handleFor(server.postmaster, readPasswords(place), new Keeper(place, server))
    if (Date.now() > until) {
      throw new DatabaseTrouble(
        `The folder ${place.dataDir} is in use by another Backbench that cannot be reached from here: stop that one first.`,
      )
    }
    await sleep(20)
  }
}

/**
 * A server that is ready, whose starter lives and which lets us in. One whose starter has died is stopping; should it
 * not (it was started in the very moment of that death), it is told to.
 */
async function findRunning(place: Place): Promise<Postmaster | undefined> {
  const postmaster = readPostmaster(place.cluster)
  if (!postmaster?.ready || !isPostgres(postmaster.pid)) return undefined
  if (!isAlive(starterOf(place))) {
    stopOrphan(postmaster)
    return undefined
  }
  return (await mayConnect(settingsFor('app', postmaster, readPasswords(place)), 5_000)) ? postmaster : undefined
}

function starterOf(place: Place): number {
  return Number(readFileSync(place.starter, 'utf8'))
}

function stopOrphan({ pid }: Postmaster): void {
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    // It has ended meanwhile, or belongs to somebody else; the lock will tell.
  }
}

function handleFor(postmaster: Postmaster, passwords: Passwords, keeper?: Keeper): DatabaseHandle {
  let stopped: Promise<void> | undefined
  return {
    superuser: settingsFor('superuser', postmaster, passwords),
    owner: settingsFor('owner', postmaster, passwords),
    app: settingsFor('app', postmaster, passwords),
    attached: keeper === undefined,
    stop: () => (stopped ??= keeper ? keeper.stop() : Promise.resolve()),
  }
}

function settingsFor(role: keyof Passwords, { port, socketFolder }: Postmaster, passwords: Passwords): ClientConfig {
  return {
    host: socketFolder || '127.0.0.1',
    port,
    database: databaseName,
    user: roles[role],
    password: passwords[role],
  }
}
