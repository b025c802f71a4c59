import { Client, type ClientConfig } from 'pg'
import { migrate } from '../migrations.ts'
import { type DatabaseHandle, prepareWorkerSchema } from '../postgres/index.ts'
import { Refusal } from '../refusal.ts'

export type Server = Pick<DatabaseHandle, 'superuser' | 'owner' | 'app'>

/**
 * Does work in a throw-away database beside the real one, on the same server, in the version of the given migrations. One
 * that a killed restore left is removed first; only whoever holds the restore lock may call this.
 */
export async function inStaging<T>(
  server: Server,
  migrations: ReadonlySet<string>,
  work: (staging: Server) => Promise<T>,
): Promise<T> {
  const name = await createStaging(server)
  const staging: Server = {
    superuser: server.superuser && inDatabase(server.superuser, name),
    owner: inDatabase(server.owner, name),
    app: inDatabase(server.app, name),
  }
  try {
    await prepareWorkerSchema(staging)
    await migrate(staging.owner, migrations)
    return await work(staging)
  } finally {
    await administer(server, (client) => client.query(`drop database if exists ${name} with (force)`))
  }
}

/** What a killed restore may have left. */
export const dropStaging = async (server: Server): Promise<void> =>
  administer(server, async (client) => {
    const name = await stagingName(server)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount) await client.query(`drop database if exists ${name} with (force)`)
  })

async function createStaging(server: Server): Promise<string> {
  return administer(server, async (client) => {
    const name = await stagingName(server)
    const { rows } = await client.query<{ owner: string }>('select quote_ident($1) as owner', [
      await roleOf(server.owner),
    ])
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(`create database ${name} owner ${rows[0]!.owner} template template0`).catch(explain)
    return name
  })
}

/** Several installations may share one server: each has its own name for it. */
const stagingName = ({ owner }: Server): Promise<string> =>
  connected(owner, async (client) => {
    const { rows } = await client.query<{ oid: string }>(
      'select oid::text from pg_database where datname = current_database()',
    )
    return `backbench_restore_${rows[0]!.oid}`
  })

const roleOf = (owner: ClientConfig): Promise<string> =>
  connected(
    owner,
    async (client) => (await client.query<{ name: string }>('select current_user as name')).rows[0]!.name,
  )

const administer = <T>(server: Server, work: (client: Client) => Promise<T>): Promise<T> =>
  connected(server.superuser ?? server.owner, work)

async function connected<T>(config: ClientConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(config)
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The same role in another database. An address (DATABASE_URL) names it in its path. */
function inDatabase(config: ClientConfig, name: string): ClientConfig {
  if (config.connectionString === undefined) return { ...config, database: name }
  const url = new URL(config.connectionString)
  url.pathname = `/${name}`
  return { ...config, connectionString: url.href }
}

function explain(error: unknown): never {
  if ((error as { code?: string }).code !== '42501') throw error
  throw new Refusal(
    'This archive is of an older version, which is brought up to date in a database of its own: allow that to the role of DATABASE_OWNER_URL with “alter role … createdb”.',
  )
}
