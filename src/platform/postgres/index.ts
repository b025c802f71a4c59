import type pg from 'pg'
import { openEmbedded } from './embedded.ts'
import { type Addresses, openExternal } from './external.ts'

export { DatabaseTrouble } from './trouble.ts'
export { prepareWorkerSchema } from './worker-schema.ts'

/** An open database and the settings with which each role (ARCHITECTURE §3) connects to it. */
export interface DatabaseHandle {
  /** embedded only: creates databases and roles */
  readonly superuser: pg.ClientConfig | null
  /** runs migrations */
  readonly owner: pg.ClientConfig
  /** everything else; owns nothing but the schema graphile_worker */
  readonly app: pg.ClientConfig
  /** true when another process started the server */
  readonly attached: boolean
  /** stops the server when this process started it; may be called twice */
  stop(): Promise<void>
}

/**
 * Opens the database: the server of `databaseUrl` if given, else PostgreSQL embedded in `dataDir`. Two processes may
 * open one folder; the first starts the server, the other uses it, and it stops with the first.
 *
 * Throws `DatabaseTrouble`, one sentence for the host, when it cannot be had.
 */
export function openDatabase(options: { dataDir: string } | Addresses): Promise<DatabaseHandle> {
  return 'databaseUrl' in options ? openExternal(options) : openEmbedded(options.dataDir)
}
