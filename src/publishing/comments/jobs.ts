import type { Job } from '../../platform/jobs.ts'
import type { Timed } from '../../platform/slice.ts'
import { clear, dueThisHour, findOutdated, tend } from './clearing.ts'
import { tellOfficers, tellOfficersDaily } from './notices.ts'

/** Hourly: nothing is changed for a group that has nothing due, so its kept pages stay. */
export const tendComments: Job<Record<never, never>> = {
  name: 'publishing.tend_comments',
  async run({ read, act }) {
    const due = await read((tx) => dueThisHour(tx, new Date()))
    if (due.unconfirmed || due.closing) await act((a) => tend(a, due))
  },
}

/** Nightly. More than a thousand go in several nights. */
export const clearComments: Job<Record<never, never>> = {
  name: 'publishing.clear_comments',
  async run({ read, act }) {
    const outdated = await read((tx) => findOutdated(tx, new Date()))
    if (outdated.rubbish.length || outdated.addresses.length) await act((a) => clear(a, outdated))
  },
}

export const commentJobs = [tellOfficers]

export const commentTimetable: readonly Timed[] = [
  { job: tendComments, cron: '11 * * * *' },
  { job: clearComments, cron: '31 3 * * *' },
  { job: tellOfficersDaily, cron: '0 7 * * *' },
]
