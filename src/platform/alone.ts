import type pg from 'pg'

/**
 * Works while nobody else holds the lock; 'busy', with nothing done, when somebody does. The lock belongs to a connection of
 * its own, so a crash gives it back.
 * @param lock the number of an advisory lock of the database
 */
export async function alone<T>(pool: pg.Pool, lock: number, work: () => Promise<T>): Promise<T | 'busy'> {
  const client = await pool.connect()
  try {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [lock])
    if (!rows[0]?.taken) return 'busy'
    try {
      return await work()
    } finally {
      await client.query('select pg_advisory_unlock($1)', [lock])
    }
  } finally {
    client.release()
  }
}
