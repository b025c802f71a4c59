import type pg from 'pg'
import { expect } from 'vitest'

/** Waits until so many others wait for a lock somebody holds: the way to know that a race has begun. */
export const waitingForLock = (pool: pg.Pool, count = 1): Promise<void> =>
  expect.poll(async () => (await pool.query<{ n: number }>(WAITING)).rows[0]!.n).toBe(count)

const WAITING = `select count(distinct pid)::int as n from pg_locks where not granted and pid in
  (select pid from pg_stat_activity where datname = current_database())`
