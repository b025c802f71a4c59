import { Client, type ClientConfig } from 'pg'
import { provideAppRole } from './appRole.ts'
import { roles } from './cluster.ts'
import type { DatabaseHandle } from './index.ts'
import { DatabaseTrouble } from './trouble.ts'

/** The oldest PostgreSQL that has everything the migrations use (`uuidv7()` came with 18). */
const oldest = 18

/** Addresses are PostgreSQL connection URIs (libpq, "Connection URIs"). */
export interface Addresses {
  readonly databaseUrl: string
  /** With it, `databaseUrl` is the app role's; without it, `databaseUrl` is the owner's and the app role is made. */
  readonly databaseOwnerUrl?: string
  /** The app role's password, where the program makes that role itself. */
  readonly appPassword: string
}

/**
 * Uses a server that the host runs. The owner's role makes the tables; the app's, `backbench_app`, must be another one,
 * because row security does not hold for whoever owns a table.
 */
export async function openExternal(addresses: Addresses): Promise<DatabaseHandle> {
  const { databaseUrl, databaseOwnerUrl, appPassword } = addresses
  const owner = { connectionString: databaseOwnerUrl ?? databaseUrl }
  const ownerSetting = databaseOwnerUrl ? 'DATABASE_OWNER_URL' : 'DATABASE_URL'
  const known = await greet(ownerSetting, owner)
  refuseOldServer(ownerSetting, known.version)
  refuseOwner(ownerSetting, known)
  const app = databaseOwnerUrl
    ? { connectionString: databaseUrl }
    : await provideAppRole(owner.connectionString, appPassword)
  refuseApp(await greet('DATABASE_URL', app))
  return { superuser: null, owner, app, attached: true, stop: () => Promise.resolve() }
}

/** `version` as in `server_version_num`: 180004 for 18.4. Sentences name the setting, never the address: it holds a password. */
export function refuseOldServer(setting: string, version: number): void {
  const major = Math.floor(version / 10_000)
  if (major >= oldest) return
  throw new DatabaseTrouble(
    `The database server of ${setting} is PostgreSQL ${major}: Backbench needs ${oldest} or newer.`,
  )
}

interface Known {
  readonly version: number
  readonly role: string
  readonly database: string
  readonly encoding: string
  readonly creates: boolean
  readonly unbounded: boolean
  readonly mayBecomeOwner: boolean
}

const ASK = `
  select current_setting('server_version_num')::int as version, current_user as role, datname as database,
    pg_encoding_to_char(encoding) as encoding, has_database_privilege(datname, 'create') as creates,
    (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as unbounded,
    coalesce((select pg_has_role(nspowner, 'usage') from pg_namespace where nspname = 'platform'), false) as "mayBecomeOwner"
  from pg_database where datname = current_database()`

async function greet(setting: string, connection: ClientConfig): Promise<Known> {
  try {
    const client = new Client({ ...connection, connectionTimeoutMillis: 10_000 })
    client.on('error', () => {})
    await client.connect()
    const { rows } = await client.query<Known>(ASK)
    await client.end()
    return rows[0]!
  } catch (error) {
    throw new DatabaseTrouble(`The database server of ${setting} cannot be used: ${reasonOf(error)}.`, { cause: error })
  }
}

function refuseOwner(setting: string, { role, database, creates, encoding }: Known): void {
  if (encoding !== 'UTF8')
    throw new DatabaseTrouble(`The database of ${setting} is kept in ${encoding}: make one with “encoding 'UTF8'”.`)
  if (creates) return
  throw new DatabaseTrouble(
    `The role of ${setting} may not make schemas: ask the server's administrator to run once “alter database ${database} owner to ${role}”.`,
  )
}

function refuseApp({ role, unbounded, mayBecomeOwner }: Known): void {
  const why =
    role !== roles.app
      ? `is called ${role}`
      : unbounded
        ? 'may pass by row security'
        : mayBecomeOwner
          ? 'has the rights of the owner'
          : null
  if (why === null) return
  throw new DatabaseTrouble(
    `The role of DATABASE_URL ${why}: beside DATABASE_OWNER_URL it must be ${roles.app}, an ordinary role that owns nothing, or groups would not be kept apart.`,
  )
}

/** A name that stands for several addresses fails with one error for each (AggregateError) and no message. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ')
  return error instanceof Error ? error.message : String(error)
}
