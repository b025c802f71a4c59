import type pg from 'pg'
import { FILES_LOCK } from './archive/lock.ts'

/**
 * Does what takes stored files away while nobody copies them. Says false, and does nothing, when an archive or a restore
 * is under way. The lock belongs to a connection of its own, so a crash gives it back.
 */
export async function aloneWithFiles(pool: pg.Pool, work: () => Promise<void>): Promise<boolean> {
  const client = await pool.connect()
  try {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [FILES_LOCK])
    if (!rows[0]?.taken) return false
    try {
      await work()
      return true
    } finally {
      await client.query('select pg_advisory_unlock($1)', [FILES_LOCK])
    }
  } finally {
    client.release()
  }
}
