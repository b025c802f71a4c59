import { Client, type ClientConfig } from 'pg'
import { roles } from './cluster.ts'
import { mayConnect } from './mayConnect.ts'
import { DatabaseTrouble } from './trouble.ts'

/** Base64url, which needs no escaping in SQL or in an address. */
const PASSWORD = /^[\w-]{20,}$/
/** Where an address names its user; URL cannot change it in one that names a socket's folder. */
const USER = /^(postgres(?:ql)?:\/\/)(?:[^@/?#]*@)?/

/**
 * Makes the app's role on a server of the host's, once, with the owner's right to make roles, and answers how it
 * connects. A role that is there with another password is left as it is: another installation may use it.
 */
export async function provideAppRole(ownerUrl: string, password: string): Promise<ClientConfig> {
  if (!PASSWORD.test(password)) throw new TypeError('The app role needs a password that is safe to quote.')
  const app = { connectionString: ownerUrl.replace(USER, `$1${roles.app}:${password}@`) }
  const owner = new Client({ connectionString: ownerUrl })
  owner.on('error', () => {})
  await owner.connect()
  try {
    await owner.query('select pg_advisory_lock($1)', [LOCK]) // two processes may start at once
    const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [roles.app])
    if (!rowCount) await makeRole(owner, password)
    else if (!(await mayConnect(app, 10_000))) throw taken()
    return app
  } finally {
    await owner.end()
  }
}

/** Any number that no other advisory lock of this database uses. */
const LOCK = 7_204_319

/** The membership lets the owner give the app its own schema for the job queue; it works one way only. */
async function makeRole(owner: Client, password: string): Promise<void> {
  try {
    await owner.query(
      `begin; create role ${roles.app} login password '${password}'; grant ${roles.app} to current_user`,
    )
    const { rows } = await owner.query<{ database: string }>('select quote_ident(current_database()) as database')
    await owner.query(`grant connect, temporary on database ${rows[0]!.database} to ${roles.app}; commit`)
  } catch {
    // The cause would quote the statement, and with it the password.
    await owner.query('rollback').catch(() => {})
    throw new DatabaseTrouble(
      `The role of DATABASE_URL may not make the role ${roles.app}: ask the server's administrator to allow it with “alter role … createrole”, or to make that role and grant it to the owner; then set DATABASE_OWNER_URL to the owner's address and DATABASE_URL to ${roles.app}'s.`,
    )
  }
}

const taken = (): DatabaseTrouble =>
  new DatabaseTrouble(
    `The server of DATABASE_URL has a role ${roles.app} already, with another password: set DATABASE_OWNER_URL to the owner's address and DATABASE_URL to ${roles.app}'s, or start with the BACKBENCH_SECRET of the installation that made it.`,
  )
