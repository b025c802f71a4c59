/** So long after a letter went out its questions can be answered. */
export const ANSWERED_FOR_DAYS = 60
export const LONGEST_WORDS = 500

/** With fewer answers from one council, they are told under its region only: where few live, a number names somebody. */
export const FEWEST_IN_COUNCIL = 5

const DAY = 86_400_000

export interface Asking {
  /** When the letter began to go out. */
  readonly sentAt: Date
  readonly closedAt: Date | null
}

/** The moment from which on no answer is taken. */
export const closesAt = ({ sentAt, closedAt }: Asking): Date =>
  closedAt ?? new Date(sentAt.getTime() + ANSWERED_FOR_DAYS * DAY)

export const takesAnswers = (asking: Asking, at: Date): boolean => at < closesAt(asking)

/** One reader's answer, with where they live. */
export interface PlacedAnswer {
  readonly says: 'yes' | 'no' | null
  readonly words: string
  readonly region: string | null
  readonly council: string | null
}
export interface AreaCount {
  readonly area: string
  /** A council stands under its region. */
  readonly within: string | null
  readonly yes: number
  readonly no: number
  readonly words: number
}

export const NOWHERE = 'Not known where'

/** Answers by region, those from most first; and within each by council, as far as enough came from there. */
export function byArea(answers: readonly PlacedAnswer[]): readonly AreaCount[] {
  const regions = Map.groupBy(answers, ({ region }) => region ?? NOWHERE)
  return mostFirst(regions).flatMap(([region, those]) => {
    const councils = Map.groupBy(
      those.filter(({ council }) => council !== null),
      ({ council }) => council!,
    )
    const many = mostFirst(councils).filter(([, some]) => some.length >= FEWEST_IN_COUNCIL)
    return [
      counted({ area: region, within: null }, those),
      ...many.map(([council, some]) => counted({ area: council, within: region }, some)),
    ]
  })
}

const mostFirst = <T>(groups: ReadonlyMap<string, readonly T[]>): [string, readonly T[]][] =>
  [...groups].toSorted(([a, one], [b, other]) => other.length - one.length || a.localeCompare(b, 'en-GB'))

export const counted = (
  of: Pick<AreaCount, 'area' | 'within'>,
  answers: readonly Pick<PlacedAnswer, 'says' | 'words'>[],
): AreaCount => ({
  ...of,
  yes: answers.filter(({ says }) => says === 'yes').length,
  no: answers.filter(({ says }) => says === 'no').length,
  words: answers.filter(({ words }) => words !== '').length,
})
