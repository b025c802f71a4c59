import { CompiledQuery, type DatabaseConnection, Kysely, PostgresDialect, PostgresDriver, type Transaction, type TransactionSettings } from 'kysely'
import pg from 'pg'
import type { DB } from './tables.gen.ts'
import type { Views } from './views.ts'

/** Every table (generated from the catalogue) and every view (declared by its slice). */
export type Database = DB & Views
export type Tx = Transaction<Database>

/** Days stay 'YYYY-MM-DD': pg's own Date is a day out in summer. Counts and pence are safe integers. */
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/**
 * A pool of connections for the app's role. Errors of idle connections are the pool's own affair: it drops them, and the
 * next query opens a new one or fails where somebody waits for it.
 */
export function openPool(connection: pg.ClientConfig, max = 10): pg.Pool {
  const pool = new pg.Pool({ ...connection, max, options: '-c statement_timeout=10s -c idle_in_transaction_session_timeout=60s' })
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {})) // also while it is lent out, between two queries
  return pool
}

/**
 * One Kysely for one group: each of its transactions names the group in its `begin`, so row security holds whatever the
 * query says. Keep one per group (a new one costs 45 µs a request).
 */
export function forGroup(pool: pg.Pool, groupId: number): Kysely<Database> {
  if (!Number.isSafeInteger(groupId) || groupId < 1) throw new RangeError('A group is named by a positive whole number.')
  return new Kysely<Database>({ dialect: new GroupDialect(pool, groupId) })
}

/** For the few shared tables. Sees no row of any group. */
export const withoutGroup = (pool: pg.Pool): Kysely<Database> => new Kysely<Database>({ dialect: new PostgresDialect({ pool: borrowed(pool) }) })

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
const borrowed = (pool: pg.Pool): pg.Pool => Object.create(pool, { end: { value: async () => {} } }) as pg.Pool
