import type { Job } from '../../platform/jobs.ts'
import { enqueue } from '../../platform/jobs.ts'
import type { Timed } from '../../platform/slice.ts'
import { orderOf, sendLetterJob } from './letters.ts'
import { lookForTheDead } from './run.ts'
import { lettersDue, sendLetter } from './sendLetter.ts'

/** A few seconds of one letter; then it orders itself anew, at the moment when there is more to do. */
export const sendLetterOn: Job<{ letter: string }> = {
  ...sendLetterJob,
  async run(context, { letter }) {
    const again = await sendLetter(context, letter)
    if (again) await context.act((act) => enqueue(act, orderOf(letter, again)))
  },
}

/** Nobody is forgotten whose order was lost, and what a dead program had on the wire is noticed. */
export const tendLetters: Job<Record<never, never>> = {
  name: 'mailing.tend_letters',
  async run(context) {
    await lookForTheDead(context)
    await context.act(async (act) => {
      for (const id of await lettersDue(act.tx, act.at)) await enqueue(act, orderOf(id))
    })
  },
}

const UNDER_WAY = `exists (select from mailing.letter where state in ('scheduled', 'sending') and send_at <= now())
  or exists (select from mailing.delivery where state = 'handing_over')`

export const sendingJobs: readonly Job<never>[] = [sendLetterOn]
export const sendingTimetable: readonly Timed[] = [{ job: tendLetters, cron: '* * * * *', onlyWhere: UNDER_WAY }]
