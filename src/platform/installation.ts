import { join } from 'node:path'
import { type Actor, aJob } from './actor.ts'
import { perform } from './act.ts'
import type { Config } from './config.ts'
import { openPool } from './database.ts'
import { filesIn } from './files.ts'
import { GroupDatabases } from './group.ts'
import { Groups, type KnownGroup } from './groups.ts'
import { type Log, stderrLog } from './log.ts'
import { Meter } from './meter.ts'
import { migrate } from './migrations.ts'
import { type DatabaseHandle, openDatabase, prepareWorkerSchema } from './postgres/index.ts'
import { keyedHash, readSecret } from './secret.ts'
import type { Services } from './services.ts'
import type { GroupContext } from './slice.ts'

/** A running installation: its services, its database, and how to leave it cleanly. */
export interface Installation {
  readonly services: Services
  readonly database: DatabaseHandle
  close(): Promise<void>
}

/** Opens the data folder and its database (starting the embedded one if nobody has), and brings the schema up to date. */
export async function openInstallation(config: Config, log: Log = stderrLog): Promise<Installation> {
  const database = await openDatabase(addressesIn(config))
  try {
    await prepareWorkerSchema(database)
    await migrate(database.owner)
    const services = await makeServices(config, database, log)
    return { services, database, close: () => closeBoth(services, database) }
  } catch (error) {
    await database.stop()
    throw error
  }
}

/** Where the settings say that the database is. */
export function addressesIn({
  dataDir,
  secret,
  databaseUrl,
  databaseOwnerUrl,
}: Config): Parameters<typeof openDatabase>[0] {
  if (!databaseUrl) return { dataDir }
  const appPassword = keyedHash(readSecret(dataDir, secret), 'database role', 'app')
  return { databaseUrl, appPassword, ...(databaseOwnerUrl && { databaseOwnerUrl }) }
}

/** The services over a database that is already there and migrated. */
export async function makeServices(config: Config, database: Pick<DatabaseHandle, 'app'>, log: Log): Promise<Services> {
  const pool = openPool(database.app)
  const groups = new Groups(pool)
  await groups.load()
  return {
    config,
    secret: readSecret(config.dataDir, config.secret),
    pool,
    groups,
    databases: new GroupDatabases(pool),
    files: filesIn(join(config.dataDir, 'files')),
    log,
    meter: new Meter(),
  }
}

/** One group's doors for the given actor; a job's unless told otherwise. */
export function contextOf(services: Services, group: KnownGroup, by: Actor = aJob(group.id)): GroupContext {
  const { databases, groups } = services
  return {
    group,
    services,
    read: databases.reader(group.id),
    act: (work) =>
      perform(
        {
          db: databases.of(group.id),
          group,
          by,
          onPublicChange: (version) => groups.contentChanged(group.id, version),
        },
        work,
      ),
  }
}

async function closeBoth(services: Services, database: DatabaseHandle): Promise<void> {
  await services.pool.end()
  await database.stop()
}
