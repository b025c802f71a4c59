import type { Job } from '../../platform/jobs.ts'
import type { Timed } from '../../platform/slice.ts'
import { askOthers, forget } from './asking.ts'
import { KEPT_DAYS } from './rules.ts'

const forgetIntroductions: Job<Record<never, never>> = {
  name: 'people.forget_introductions',
  run: ({ act }) => act(forget),
}

export const introductionJobs = [askOthers]

export const introductionTimetable: readonly Timed[] = [
  {
    job: forgetIntroductions,
    cron: '27 3 * * *',
    onlyWhere: `exists (select from people.introduction where ends_at <= now() - interval '${KEPT_DAYS} days')`,
  },
]
