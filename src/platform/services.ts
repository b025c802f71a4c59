import type pg from 'pg'
import type { Config } from './config.ts'
import type { Files } from './files.ts'
import type { Groups } from './groups.ts'
import type { GroupDatabases } from './group.ts'
import type { Log } from './log.ts'
import type { Meter } from './meter.ts'

/** What the installation lends to every group. Made once at start. */
export interface Services {
  readonly config: Config
  /** The installation's secret, for keyed hashes. */
  readonly secret: string
  readonly pool: pg.Pool
  readonly groups: Groups
  readonly databases: GroupDatabases
  readonly files: Files
  readonly log: Log
  /** What this process has answered so far. */
  readonly meter: Meter
}
