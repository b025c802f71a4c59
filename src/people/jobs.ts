import type { Job } from '../platform/jobs.ts'
import { sweep as sweepFactors } from './factors/factors.ts'
import { sweep as sweepSessions } from './sessions.ts'

export const endOldSessions: Job<Record<never, never>> = {
  name: 'people.end_old_sessions',
  run: ({ act }) =>
    act(async (a) => {
      await sweepSessions(a)
      await sweepFactors(a)
    }),
}
