import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresDialect,
  PostgresDriver,
  type PostgresPool,
  type Transaction,
  type TransactionSettings,
} from 'kysely'
import pg from 'pg'
import { prepareStatements } from './preparedStatements.ts'
import type { DB } from './tables.gen.ts'
import type { Views } from './views.ts'

/** Every table (generated from the catalogue) and every view (declared by its slice). */
export type Database = DB & Views
export type Tx = Transaction<Database>

/** Days stay 'YYYY-MM-DD': pg's own Date is a day out in summer. Counts and pence are safe integers. */
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/**
 * A pool of connections for the app's role. A connection that dies says so twice: to whoever waits for its answer, and as
 * an event of its own, which would end the program if nobody listened. The pool drops it, and the next query opens another.
 */
export function openPool(connection: pg.ClientConfig, max = 10): pg.Pool {
  const pool = new pg.Pool({ ...connection, max, options: SESSION })
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', () => {})
    prepareStatements(client)
  })
  return pool
}

/**
 * UTC, so that a row's JSON (which undo compares) does not depend on where the server thinks it is. One plan for a prepared
 * statement whatever its values: every one goes by keys, and where a list is given (`= any`) the server would else plan anew
 * each time, which takes longer than running.
 */
const SESSION = [
  'statement_timeout=10s',
  'idle_in_transaction_session_timeout=60s',
  'timezone=UTC',
  'plan_cache_mode=force_generic_plan',
]
  .map((setting) => `-c ${setting}`)
  .join(' ')

/**
 * One Kysely for one group: each of its transactions names the group in its `begin`, so row security holds whatever the
 * query says. Keep one per group (a new one costs 45 µs a request).
 */
export function forGroup(pool: pg.Pool, groupId: number): Kysely<Database> {
  if (!Number.isSafeInteger(groupId) || groupId < 1)
    throw new RangeError('A group is named by a positive whole number.')
  return new Kysely<Database>({ dialect: new GroupDialect(pool, groupId) })
}

/** For the few shared tables. Sees no row of any group. */
export const withoutGroup = (pool: pg.Pool): Kysely<Database> =>
  new Kysely<Database>({ dialect: new PostgresDialect({ pool: borrowed(pool) }) })

class GroupDialect extends PostgresDialect {
  readonly #pool: pg.Pool
  readonly #groupId: number

  constructor(pool: pg.Pool, groupId: number) {
    super({ pool: borrowed(pool) })
    this.#pool = pool
    this.#groupId = groupId
  }

  override createDriver(): PostgresDriver {
    return new GroupDriver(this.#pool, this.#groupId)
  }
}

class GroupDriver extends PostgresDriver {
  readonly #groupId: number

  constructor(pool: pg.Pool, groupId: number) {
    super({ pool: borrowed(pool) })
    this.#groupId = groupId
  }

  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const mode = `${settings.isolationLevel ? ` isolation level ${settings.isolationLevel}` : ''}${settings.accessMode ? ` ${settings.accessMode}` : ''}`
    await connection.executeQuery(CompiledQuery.raw(`begin${mode}; set local app.group_id = '${this.#groupId}'`))
  }
}

/** The pool is shared by all groups: destroying one group's Kysely must not end it. */
const borrowed = (pool: pg.Pool): PostgresPool => ({
  options: pool.options,
  connect: () => pool.connect(),
  end: async () => {},
})
