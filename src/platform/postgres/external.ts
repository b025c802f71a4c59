import { Client } from 'pg'
import type { DatabaseHandle } from './index.ts'
import { DatabaseTrouble } from './trouble.ts'

/** The oldest PostgreSQL that has everything the migrations use (`uuidv7()` came with 18). */
const oldest = 18

/** Uses a server that the host runs. Addresses are PostgreSQL connection URIs (libpq, "Connection URIs"). */
export async function openExternal(appUrl: string, ownerUrl: string): Promise<DatabaseHandle> {
  await greet('DATABASE_URL', appUrl)
  if (ownerUrl !== appUrl) await greet('DATABASE_OWNER_URL', ownerUrl)
  return {
    superuser: null,
    owner: { connectionString: ownerUrl },
    app: { connectionString: appUrl },
    attached: true,
    stop: () => Promise.resolve(),
  }
}

/** `version` as in `server_version_num`: 180004 for 18.4. Sentences name the setting, never the address: it holds a password. */
export function refuseOldServer(setting: string, version: number): void {
  const major = Math.floor(version / 10_000)
  if (major >= oldest) return
  throw new DatabaseTrouble(
    `The database server of ${setting} is PostgreSQL ${major}: Backbench needs ${oldest} or newer.`,
  )
}

async function greet(setting: string, connectionString: string): Promise<void> {
  refuseOldServer(setting, await askVersion(setting, connectionString))
}

async function askVersion(setting: string, connectionString: string): Promise<number> {
  try {
    const client = new Client({ connectionString, connectionTimeoutMillis: 10_000 })
    client.on('error', () => {})
    await client.connect()
    const { rows } = await client.query<{ version: string }>(`select current_setting('server_version_num') as version`)
    await client.end()
    return Number(rows[0]?.version)
  } catch (error) {
    throw new DatabaseTrouble(`The database server of ${setting} cannot be used: ${reasonOf(error)}.`, { cause: error })
  }
}

/** A name that stands for several addresses fails with one error for each (AggregateError) and no message. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ')
  return error instanceof Error ? error.message : String(error)
}
