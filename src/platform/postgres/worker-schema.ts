import { runMigrations } from 'graphile-worker'
import { Client, Pool } from 'pg'
import type { DatabaseHandle } from './index.ts'
import { DatabaseTrouble } from './trouble.ts'

/**
 * Makes or updates graphile-worker's tables in a schema that the app role owns: they have row security, which with
 * grants alone would keep the app out. Its migrations begin with `create schema if not exists`, so the app role may
 * create schemas while they run and not afterwards. Safe to repeat, and in several processes at once.
 */
export async function prepareWorkerSchema({
  superuser,
  owner,
  app,
}: Pick<DatabaseHandle, 'superuser' | 'owner' | 'app'>): Promise<void> {
  const administrator = new Client(superuser ?? owner)
  const worker = new Pool({ ...app, max: 1 })
  // graphile-worker asks for both: a pool's own errors come from idle connections, a client's from those in use.
  worker.on('error', () => {})
  worker.on('connect', (client) => client.on('error', () => {}))
  await administrator.connect()
  try {
    // Two processes may start at once: neither may take away the right while the other still needs it.
    await administrator.query('select pg_advisory_lock($1)', [lockNumber])
    const names = await namesOf(administrator, worker)
    if (names.administrator === names.app) return await runMigrations({ pgPool: worker })
    await allowSchema(administrator, names)
    try {
      await runMigrations({ pgPool: worker })
    } finally {
      await administrator.query(`revoke create on database ${names.database} from ${names.app}`)
    }
  } finally {
    await worker.end()
    await administrator.end()
  }
}

/** Any number that no other advisory lock of this database uses. */
const lockNumber = 7_204_318

interface Names {
  readonly administrator: string
  readonly app: string
  readonly database: string
}

/** Quoted as identifiers by the server itself. */
async function namesOf(administrator: Client, worker: Pool): Promise<Names> {
  const ask = `select quote_ident(current_user) as role, quote_ident(current_database()) as database`
  const [first, second] = await Promise.all([
    administrator.query<{ role: string; database: string }>(ask),
    worker.query<{ role: string }>(ask),
  ])
  return { administrator: first.rows[0]!.role, database: first.rows[0]!.database, app: second.rows[0]!.role }
}

async function allowSchema(administrator: Client, { app, database }: Names): Promise<void> {
  const statements = [
    `create schema if not exists graphile_worker authorization ${app}`,
    `grant create on database ${database} to ${app}`,
  ]
  try {
    for (const statement of statements) await administrator.query(statement)
  } catch (error) {
    throw new DatabaseTrouble(
      `The role of DATABASE_OWNER_URL may not prepare the job queue: ask the server's administrator to run once "grant ${app} to" that role and to make it the owner of ${database}.`,
      { cause: error },
    )
  }
}
