import type { Kind } from '../kinds.ts'

/** Nobody is asked more often than this in a month, by whomever. */
export const MOST_ASKED_A_MONTH = 3
/** A member asks no more often than this in a month. */
export const MOST_ASKS_A_MONTH = 3
export const MONTH_DAYS = 30
/** An ask ends by itself. */
export const ASK_DAYS = 30
/** Letters one ask sends at most, to those who were asked longest ago first. */
export const MOST_LETTERS = 30
/** With fewer who could match, the asker learns nothing at all: two are too few to hide among. */
export const FEWEST_TO_SPEAK_OF = 3
/** How long answers are kept after the end, so that nobody is asked by the same member again. */
export const KEPT_DAYS = 365

const DAY = 86_400_000
export const daysBefore = (at: Date, days: number): Date => new Date(at.getTime() - days * DAY)
export const daysAfter = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY)

const within = (moments: readonly Date[], at: Date): number =>
  moments.filter((moment) => moment > daysBefore(at, MONTH_DAYS)).length

/** Whether somebody may be asked once more, by the moments at which they were. */
export const mayBeAsked = (askedAt: readonly Date[], at: Date): boolean => within(askedAt, at) < MOST_ASKED_A_MONTH

/** Whether a member may ask once more. */
export const mayAsk = (askedAt: readonly Date[], at: Date): boolean => within(askedAt, at) < MOST_ASKS_A_MONTH

export const ways = ['constituency', 'council', 'region', 'interest'] as const
export type Way = (typeof ways)[number]

/** What the other person reads before they answer: exactly this, and no address. */
export const shownWords = (asker: {
  readonly name: string
  readonly kind: Kind
  readonly group: string
  readonly way: Way
  /** The name of the place, or of the interest. */
  readonly shared: string
  readonly words: string
}): readonly string[] => [
  `${asker.name}, ${asker.kind === 'supporter' ? 'a supporter' : 'a member'} of ${asker.group}, would like to meet you.`,
  asker.way === 'interest' ? `You share an interest: ${asker.shared}.` : `You both live here: ${asker.shared}.`,
  ...(asker.words ? [`They say: “${asker.words}”`] : []),
]

/** What an asker may know of how it goes. Who said no, and who said nothing, look the same. */
export const progressWords = ({ asked, yes, sought }: { asked: number; yes: number; sought: boolean }): string => {
  const whom = sought && asked >= FEWEST_TO_SPEAK_OF ? 'We asked some people.' : 'We ask whoever fits.'
  return yes === 0 ? whom : `${whom} ${yes} said yes.`
}
