import type { Job } from '../../platform/jobs.ts'
import { homeOf } from '../../platform/origin.ts'
import type { Timed } from '../../platform/slice.ts'
import { forgetHanded } from './handedLetters.ts'
import { handOver } from './handingOver.ts'
import { forgetUncertain } from './uncertainLetters.ts'
import { giveTo, readersDue } from './waitingNotices.ts'

/** Each reader's notices in a transaction of their own: one that fails keeps nobody else from theirs. */
export const giveNotices: Job<Record<never, never>> = {
  name: 'mailing.give_notices',
  async run({ read, act, group, services }) {
    const page = `${homeOf(services, group)}/my/letters`
    for (const person of await read((tx) => readersDue(tx, new Date()))) await act((a) => giveTo(a, person, page))
  },
}

const forgetHandedLetters: Job<Record<never, never>> = {
  name: 'mailing.forget_handed_letters',
  run: ({ act }) =>
    act(async (a) => {
      await forgetHanded(a)
      await forgetUncertain(a)
    }),
}

const FORGETTABLE = `exists (select from mailing.handed_letter) or exists (select from platform.letter where state = 'uncertain')`

export const toOneJobs: readonly Job<never>[] = [handOver]
export const toOneTimetable: readonly Timed[] = [
  {
    job: giveNotices,
    cron: '* * * * *',
    onlyWhere: 'exists (select from mailing.waiting_notice where due_at <= now())',
  },
  { job: forgetHandedLetters, cron: '43 3 * * *', onlyWhere: FORGETTABLE },
]
