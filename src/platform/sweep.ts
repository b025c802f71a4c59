import { sql } from 'kysely'
import type { Job } from './jobs.ts'
import { expiryRound } from './exports.ts'
import { orphanRound } from './orphans.ts'
import type { Timed } from './slice.ts'

const DAY = 86_400_000

/** Nightly: what undo and the rate limits need no more. */
const sweepUp: Job<Record<never, never>> = {
  name: 'platform.sweep_up',
  run: ({ act }) =>
    act(async ({ tx, at }) => {
      await sql`delete from platform.undo where expires_at <= ${at}`.execute(tx)
      await sql`delete from platform.rate where window_at < ${new Date(at.getTime() - 2 * DAY)}`.execute(tx)
    }),
}

export const platformTimetable: readonly Timed[] = [{ job: sweepUp, cron: '23 2 * * *' }, orphanRound, expiryRound]
