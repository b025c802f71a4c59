import { civilDay } from '../../platform/time.ts'
import { clockSentence, wallTime } from '../../publishing/index.ts'
import { longDay, time } from '../../ui/words.ts'
import { sendAt } from '../sending/rules.ts'

/** When an officer wishes a letter to go out, as they typed it; nothing typed is now. */
export type When =
  | { readonly ok: true; readonly wished: Date | undefined; readonly at: Date; readonly clock: string }
  | { readonly ok: false; readonly error: string }

const YEAR = 366 * 86_400_000

/** @param typed by the group's clock: '2026-12-03T19:00', or '' for now */
export function readWhen(typed: string, { now, zone }: { readonly now: Date; readonly zone: string }): When {
  if (typed === '') return { ok: true, wished: undefined, at: sendAt(now), clock: '' }
  const meant = wallTime(typed, zone)
  if (!meant) return { ok: false, error: 'Enter the day and the time at which it should go out.' }
  if (meant.moment <= now) return { ok: false, error: 'That is over. Enter a coming day and time, or send it now.' }
  if (meant.moment.getTime() > now.getTime() + YEAR) return { ok: false, error: 'Enter a day within the coming year.' }
  return {
    ok: true,
    wished: meant.moment,
    at: sendAt(now, meant.moment),
    clock: clockSentence(meant, { typed, zone }),
  }
}

/** "at 7.05pm", "on Thursday 3 December 2026 at 7pm" */
export const whenWords = (at: Date, { now, zone }: { readonly now: Date; readonly zone: string }): string =>
  civilDay(at, zone) === civilDay(now, zone) ? `at ${time(at, zone)}` : `on ${longDay(at, zone)} at ${time(at, zone)}`
