import { writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'pg'
import { type DatabaseHandle, DatabaseTrouble, openDatabase } from '../../src/platform/postgres/index.ts'

/**
 * A program of its own for the tests to start and to kill: `node writer.ts <data folder> [--write]`. It opens the
 * database there, says so, and with --write adds rows and says which of them were acknowledged, one line of JSON each.
 */
const [dataDir = '', mode] = process.argv.slice(2)

try {
  const database = await openDatabase({ dataDir })
  const pool = await makeTable(database)
  process.once('SIGTERM', () => void end(database, pool))
  say({ ready: process.pid, attached: database.attached })
  if (mode === '--write') await Promise.all([1, 2, 3, 4].map(() => write(pool)))
} catch (error) {
  if (!(error instanceof DatabaseTrouble)) throw error
  say({ trouble: error.message })
  process.exitCode = 1
}

async function makeTable(database: DatabaseHandle): Promise<Pool> {
  const pool = new Pool({ ...database.owner, max: 4 })
  pool.on('error', () => {})
  // Two writers may start at once: in one transaction, so that the lock ends with it.
  await pool.query(
    'select pg_advisory_xact_lock(1); create table if not exists written (id int generated always as identity primary key)',
  )
  return pool
}

async function write(pool: Pool): Promise<void> {
  while (!pool.ending) {
    try {
      const { rows } = await pool.query<{ id: number }>('insert into written default values returning id')
      say({ written: rows[0]?.id })
    } catch {
      await sleep(20)
    }
  }
}

async function end(database: DatabaseHandle, pool: Pool): Promise<void> {
  await pool.end()
  await database.stop()
  process.exit()
}

/** Written at once, so that whoever kills this process has what it said. */
function say(line: object): void {
  writeSync(1, `${JSON.stringify(line)}\n`)
}
