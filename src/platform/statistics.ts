import { sql } from 'kysely'
import type { Act } from './act.ts'
import { takeTime } from './bulk.ts'
import { enqueue, type Job } from './jobs.ts'

/**
 * Makes the planner's statistics anew. They keep values from the tables, such as names that are frequent or lie at the edge of a
 * tenth (PostgreSQL 18, 14.2): of somebody who was erased nothing may stay there either. Tables this role may not look after,
 * the server's own and the queue's, hold nothing of people and are passed over.
 */
export const refreshStatistics: Job<Record<never, never>> = {
  name: 'platform.refresh_statistics',
  run: ({ act }) =>
    act(async (a) => {
      await takeTime(a, 0)
      await sql`set local client_min_messages = error`.execute(a.tx)
      await sql`analyze`.execute(a.tx)
    }),
}

/** Once this act is done, and once for many such acts. */
export const forgetStatistics = (act: Act): Promise<void> =>
  enqueue(act, { job: refreshStatistics, payload: {}, key: refreshStatistics.name })
