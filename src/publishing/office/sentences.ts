import type { Flash } from '../../platform/web.ts'
import { longDay, longDayAndTime, time } from '../../ui/words.ts'
import type { WallTime } from '../rules.ts'
import type { Saved } from './entryForms.ts'

/** What a button of the editor did, and where to go next if not back to the editor. */
export interface Done {
  readonly sentence?: string
  readonly location?: string
}

const LONGEST = 290

/** The sentence said on the next page, with what was left out of the text. */
export function sayDone({ sentence }: Done, { leftOut }: Saved, undo: string): Flash | undefined {
  const [first] = leftOut
  const lost = first === undefined ? '' : `Left out, because nobody else can follow it: ${first}`
  const said = [sentence, lost].filter(Boolean).join(' ')
  return said
    ? { sentence: said.length > LONGEST ? `${said.slice(0, LONGEST).toWellFormed()}…` : said, undo }
    : undefined
}

/** "It will appear on Sunday 28 March 2027, 2.30am." with a word on the night the clocks change. */
export const scheduledSentence = (meant: WallTime, how: { typed: string; zone: string }): string =>
  [`It will appear on ${longDayAndTime(meant.moment, how.zone)}.`, clockSentence(meant, how)].filter(Boolean).join(' ')

/** What a typed time means on the night the clocks change; '' on any other. */
export function clockSentence(
  { moment, clock }: WallTime,
  { typed, zone }: { readonly typed: string; readonly zone: string },
): string {
  if (clock === 'plain') return ''
  const typedTime = time(new Date(`${typed.slice(0, 16)}Z`), 'UTC')
  return clock === 'skipped'
    ? `The clocks go forward that night, so there is no ${typedTime}.`
    : twiceSentence(moment, zone)
}

/** For a moment whose wall-clock time comes twice. */
export const twiceSentence = (moment: Date, zone: string): string =>
  `The clocks go back that night, so ${time(moment, zone)} comes twice on ${longDay(moment, zone)}; this is the first.`
