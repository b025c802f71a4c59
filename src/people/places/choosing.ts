import { placeOf } from './lists.ts'
import type { FoundPlaces } from './places.ts'

/** The places of a person, as the register keeps them: codes, or null where they are not known. */
export interface ChosenPlaces {
  readonly constituency: string | null
  readonly council: string | null
  readonly region: string | null
}

/** Nothing is left to ask: one constituency and one council. */
export const isCertain = ({ state, constituencies, councils }: FoundPlaces): boolean =>
  state === 'found' && constituencies.length === 1 && councils.length === 1

/** What is certain of what a postcode gave. */
export const certain = ({ state, constituencies, councils }: FoundPlaces): ChosenPlaces =>
  state === 'found'
    ? chosenPlaces({
        constituency: constituencies.length === 1 ? constituencies[0]!.code : null,
        council: councils.length === 1 ? councils[0]!.code : null,
      })
    : { constituency: null, council: null, region: null }

/** The places of codes somebody chose. A code that is no longer one counts as not chosen; a district's region is its own. */
export function chosenPlaces(codes: { constituency: string | null; council: string | null }): ChosenPlaces {
  const [seat, council] = [placeIn(codes.constituency), placeIn(codes.council)]
  return {
    constituency: seat?.code ?? null,
    council: council?.code ?? null,
    region: (seat ?? council)?.region.code ?? null,
  }
}

const placeIn = (code: string | null) => (code ? placeOf(code) : null)
