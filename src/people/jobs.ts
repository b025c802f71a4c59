import type { Job } from '../platform/jobs.ts'
import { sweep } from './sessions.ts'

export const endOldSessions: Job<Record<never, never>> = {
  name: 'people.end_old_sessions',
  run: ({ act }) => act(sweep),
}
