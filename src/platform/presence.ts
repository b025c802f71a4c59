import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'

/** Any class of advisory locks that nothing else in this database uses. */
const LOCK_CLASS = 7_241_903
/** A pool takes its first jobs a moment before its lock is there. */
const GRACE = '15 seconds'
const ROUND = 20_000

/** How long a silent line to the database may be broken before the server lets go of what was held over it: 30 s and three tries. */
const NOTICE_DEATH =
  'set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3; set statement_timeout = 0'

/**
 * A worker's heartbeat: it holds a lock in the database for as long as its connection lives, so the lock ends with the
 * process, however that ends, and no clock has to be compared. Every worker looks now and then whose jobs are locked while
 * nobody holds that lock, and frees them. Runs until `signal` says stop; a lost connection is made anew.
 */
export async function keepPresence(pool: pg.Pool, workerId: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await beat(pool, workerId, signal).catch(() => sleep(1000, undefined, { signal }).catch(() => {}))
  }
}

async function beat(pool: pg.Pool, workerId: string, signal: AbortSignal): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query(NOTICE_DEATH)
    await client.query('select pg_advisory_lock($1, hashtext($2))', [LOCK_CLASS, workerId])
    while (!signal.aborted) {
      await freeAbandoned(client, workerId)
      await sleep(ROUND, undefined, { signal }).catch(() => {})
    }
  } finally {
    client.release(true) // ends the session, and its lock and settings with it
  }
}

async function freeAbandoned(client: pg.PoolClient, self: string): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `select distinct locked_by as id from graphile_worker._private_jobs
     where locked_by <> $1 and locked_at < now() - interval '${GRACE}'`,
    [self],
  )
  for (const { id } of rows) {
    const { rows: asked } = await client.query<{ gone: boolean }>(
      'select pg_try_advisory_lock($1, hashtext($2)) as gone',
      [LOCK_CLASS, id],
    )
    if (!asked[0]?.gone) continue
    await client.query('select graphile_worker.force_unlock_workers(array[$1])', [id])
    await client.query('select pg_advisory_unlock($1, hashtext($2))', [LOCK_CLASS, id])
  }
}

/** At the start of the only process there is: whatever is locked belonged to one that died. */
export async function freeAll(pool: pg.Pool): Promise<void> {
  await pool.query(`select graphile_worker.force_unlock_workers(held) from
    (select array_agg(distinct locked_by) as held from graphile_worker._private_jobs where locked_by is not null) as jobs
    where held is not null`)
}
