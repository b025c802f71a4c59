import type { Job } from '../../platform/jobs.ts'
import type { Timed } from '../../platform/slice.ts'
import { sweep } from './interests.ts'
import { tellMembers } from './letters.ts'
import { INTEREST_DAYS } from './rules.ts'

/** Nightly: what members said in confidence goes once its week is over. */
const forgetInterests: Job<Record<never, never>> = {
  name: 'people.forget_interests',
  run: ({ act }) => act(sweep),
}

export const vacancyJobs = [tellMembers]

export const vacancyTimetable: readonly Timed[] = [
  {
    job: forgetInterests,
    cron: '23 3 * * *',
    onlyWhere: `exists (select from people.vacancy_interest i join people.vacancy v on v.group_id = i.group_id and v.id = i.vacancy_id
      where v.state <> 'open' and v.state_since <= now() - interval '${INTEREST_DAYS} days')`,
  },
]
