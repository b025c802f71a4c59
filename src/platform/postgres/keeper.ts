import { closeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { stderrLog } from '../log.ts'
import { ensureCluster } from './cluster.ts'
import { takeLock } from './lock.ts'
import type { Place } from './place.ts'
import { type Server, startServer, stopServer } from './server.ts'
import { folderTrouble } from './trouble.ts'

/** Starts the server; undefined when another process is about to start one here, or an old one has not quite ended. */
export async function startUnlessLocked(place: Place, port?: number): Promise<Server | undefined> {
  let lock: number | undefined
  try {
    lock = takeLock(place.lock)
    if (lock === undefined) return undefined
    ensureCluster(place, lock)
    return await startServer(place, { lock, port })
  } catch (error) {
    throw folderTrouble(error, place.dataDir)
  } finally {
    if (lock !== undefined) closeSync(lock)
  }
}

/**
 * Starts the server again, at the same address, when it ends without having been told to (the system kills the largest
 * process when memory runs out). Connections break and pools make new ones; what was acknowledged is on disk.
 */
export class Keeper {
  readonly #place: Place
  #current: Promise<Server | undefined>
  #stopping = false

  constructor(place: Place, server: Server) {
    this.#place = place
    this.#current = Promise.resolve(server)
    this.#watch(server)
  }

  async stop(): Promise<void> {
    this.#stopping = true
    const server = await this.#current
    if (server) await stopServer(server)
  }

  #watch({ process, postmaster }: Server): void {
    const ended = (): void => {
      if (!this.#stopping) this.#current = this.#restart(postmaster.port)
    }
    // It may have ended between its first connection and now: then nothing will say so any more.
    if (process.exitCode !== null || process.signalCode !== null) ended()
    else process.once('exit', ended)
  }

  async #restart(port: number): Promise<Server | undefined> {
    stderrLog.info('The database server ended by itself; starting it again.')
    while (!this.#stopping) {
      await sleep(pause)
      const server = await startUnlessLocked(this.#place, port).catch(reportTrouble)
      if (!server) continue
      this.#watch(server)
      return server
    }
    return undefined
  }
}

/** Milliseconds between two attempts: backends of a killed server need a moment to notice. */
const pause = 100

/** A full disk may be emptied: the next attempt can go better. */
function reportTrouble(error: unknown): undefined {
  stderrLog.info(error instanceof Error ? error.message : String(error))
}
