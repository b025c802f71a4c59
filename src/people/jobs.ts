import type { Job } from '../platform/jobs.ts'
import type { Timed } from '../platform/slice.ts'
import { sweep as sweepFactors } from './factors/factors.ts'
import { findDuplicates } from './duplicates/jobs.ts'
import { bringList, forgetLists, readList } from './import/sending.ts'
import { introductionJobs, introductionTimetable } from './introductions/jobs.ts'
import { answerApplication } from './join/answering.ts'
import { SOME_ARE_OVER, sweep as sweepApplications } from './join/applications.ts'
import { sweep as sweepEmailChanges } from './my/emailChanges.ts'
import * as retention from './rights/retention.ts'
import { sweep as sweepSessions } from './sessions.ts'
import { answerSignIn } from './signInAnswers.ts'
import { vacancyJobs, vacancyTimetable } from './vacancies/jobs.ts'

export const endOldSessions: Job<Record<never, never>> = {
  name: 'people.end_old_sessions',
  run: ({ act }) =>
    act(async (a) => {
      await sweepSessions(a)
      await sweepFactors(a)
      await sweepEmailChanges(a)
    }),
}

/** Nightly: what has been kept long enough is proposed to the officers. Nothing goes by itself. */
export const proposeRetention: Job<Record<never, never>> = {
  name: 'people.propose_retention',
  run: async ({ act }) => void (await act(retention.propose)),
}

/** Answers that were not sent, or that nobody confirmed. */
export const endOldApplications: Job<Record<never, never>> = {
  name: 'people.end_old_applications',
  run: ({ act }) => act(sweepApplications),
}

/** What is done later. */
export const jobs: readonly Job<never>[] = [
  readList,
  bringList,
  answerApplication,
  answerSignIn,
  ...vacancyJobs,
  ...introductionJobs,
]

export const timetable: readonly Timed[] = [
  { job: endOldSessions, cron: '17 3 * * *' },
  { job: endOldApplications, cron: '23 * * * *', onlyWhere: SOME_ARE_OVER },
  { job: forgetLists, cron: '37 3 * * *' },
  { job: proposeRetention, cron: '41 3 * * *' },
  { job: findDuplicates, cron: '53 3 * * *' },
  ...vacancyTimetable,
  ...introductionTimetable,
]
