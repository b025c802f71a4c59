import type { Job } from '../../platform/jobs.ts'
import type { Timed } from '../../platform/slice.ts'
import { clear, dueThisHour, findOutdated, tend } from './clearing.ts'
import { tellOfficers } from './notices.ts'
import { ADDRESS_DAYS, UNCONFIRMED_DAYS } from './rules.ts'
import { commentsSetting } from './settings.ts'

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

const someAreUnconfirmed = `exists (select from publishing.unconfirmed_comment where sent_at <= now() - interval '${UNCONFIRMED_DAYS} days')`
const ruled = (rule: string): string =>
  `exists (select from platform.setting where name = '${commentsSetting.name}' and ${rule})`
const someMayBeOutdated = `exists (select from publishing.comment where status in ('spam', 'trash')
  or (status = 'approved' and state_since <= now() - interval '${ADDRESS_DAYS} days' and author_email is not null))`

export const commentTimetable: readonly Timed[] = [
  {
    job: tendComments,
    cron: '11 * * * *',
    onlyWhere: `${someAreUnconfirmed} or ${ruled(`value ->> 'closeAfterDays' is not null`)}`,
  },
  { job: clearComments, cron: '31 3 * * *', onlyWhere: someMayBeOutdated },
]
