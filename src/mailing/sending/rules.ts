export type LetterKind = 'newsletter' | 'notice' | 'still_right'

/** By which right a letter of a kind is sent. */
export const purposeOf = {
  newsletter: 'newsletter',
  notice: 'notices',
  still_right: 'still_right',
} as const satisfies Record<LetterKind, string>

const [MINUTE, HOUR] = [60_000, 3_600_000]

/** A letter can be called back for this long after the decision. */
export const GRACE = 5 * MINUTE

/** A letter goes out no sooner than the grace allows. Moments are compared, not times of day: no clock change matters. */
export const sendAt = (decidedAt: Date, wished?: Date): Date =>
  new Date(Math.max(decidedAt.getTime() + GRACE, wished?.getTime() ?? 0))

const DELAYS = [5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, 12 * HOUR, 24 * HOUR]

/**
 * When to try an address again that was told "later" so many times (RFC 5321 §4.5.4.1); null: it was tried for two days. A line that
 * broke says nothing about the address: the first time, it is tried again at once.
 */
export function tryAgainAt(attempts: number, at: Date, { broke = false } = {}): Date | null {
  if (broke && attempts === 1) return at
  const delay = DELAYS[attempts - 1]
  return delay === undefined ? null : new Date(at.getTime() + delay)
}

/** When to try a server again that could not be used so many times in a row. */
export const serverAgainAt = (setbacks: number, at: Date): Date =>
  new Date(at.getTime() + Math.min(MINUTE * 2 ** Math.min(setbacks, 10), HOUR))

/** So many of the last letters are looked at, and so few do not tell anything yet. */
export const [LOOKED_AT, TOO_FEW] = [50, 10]

/** One in five refused is no list of people who asked for it, or a server that does not want us. */
export const tooManyRefused = ({ ended, refused }: { ended: number; refused: number }): boolean =>
  refused >= TOO_FEW / 2 && ended >= TOO_FEW && refused * 5 >= ended

const [FOR_A_PAGE, LONGEST_WAIT] = [1, 100]

/**
 * How long letters stand back for those who read the website: a millisecond for each page asked for since the last time, ms. A
 * few pages a second delay nothing; when the processor is full, letters take an eighth of it and pages the rest.
 */
export const standBack = (requests: number): number => Math.min(requests * FOR_A_PAGE, LONGEST_WAIT)

export interface Caps {
  readonly per_second: number | null
  readonly per_hour: number | null
  readonly per_day: number | null
}
/** What was handed over within the last second, hour and day, and when the first of each was. */
export interface Handed {
  readonly in_second: number
  readonly in_hour: number
  readonly in_day: number
  readonly first_in_hour: Date | null
  readonly first_in_day: Date | null
}

export const hasCaps = (caps: Caps): boolean =>
  [caps.per_second, caps.per_hour, caps.per_day].some((cap) => cap !== null)

/** How many may be handed over now, and, if none, when to ask again. */
export function allowance(caps: Caps, handed: Handed, at: Date): { readonly now: number; readonly again: Date | null } {
  const windows = [
    { left: (caps.per_second ?? Infinity) - handed.in_second, opens: at.getTime() + 1000 },
    { left: (caps.per_hour ?? Infinity) - handed.in_hour, opens: (handed.first_in_hour ?? at).getTime() + HOUR },
    { left: (caps.per_day ?? Infinity) - handed.in_day, opens: (handed.first_in_day ?? at).getTime() + 24 * HOUR },
  ]
  const shut = windows.filter(({ left }) => left <= 0)
  if (!shut.length) return { now: Math.min(...windows.map(({ left }) => left)), again: null }
  return { now: 0, again: new Date(Math.max(...shut.map(({ opens }) => opens))) }
}
