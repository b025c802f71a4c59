import type { Job } from '../platform/jobs.ts'
import { sweep as sweepFactors } from './factors/factors.ts'
import type { Timed } from '../platform/slice.ts'
import * as retention from './rights/retention.ts'
import { bringList, forgetLists, readList } from './import/sending.ts'
import { sweep as sweepSessions } from './sessions.ts'

export const endOldSessions: Job<Record<never, never>> = {
  name: 'people.end_old_sessions',
  run: ({ act }) =>
    act(async (a) => {
      await sweepSessions(a)
      await sweepFactors(a)
    }),
}

/** Nightly: what has been kept long enough is proposed to the officers. Nothing goes by itself. */
export const proposeRetention: Job<Record<never, never>> = {
  name: 'people.propose_retention',
  run: async ({ act }) => void (await act(retention.propose)),
}

export const jobs: readonly Job<never>[] = [readList, bringList]

export const timetable: readonly Timed[] = [
  { job: endOldSessions, cron: '17 3 * * *' },
  { job: forgetLists, cron: '37 3 * * *' },
  { job: proposeRetention, cron: '41 3 * * *' },
]
