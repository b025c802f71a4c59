import { findPlaces, type FoundPlaces } from '../places/places.ts'
import type { Place } from '../places/reference.ts'
import type { ProposedPerson } from './understanding/proposal.ts'

/** The places of a postcode when there is no doubt about them, or when the list itself says which of several. */
export function placesOf({ postcode, constituency, council }: ProposedPerson) {
  if (!postcode) return {}
  const found = placesOfPostcode(postcode)
  const seat = oneOf(found.constituencies, constituency)
  const authority = oneOf(found.councils, council)
  return { postcode, constituency: seat?.code, council: authority?.code, region: (seat ?? authority)?.region.code }
}

const known = new Map<string, FoundPlaces>()
const MOST_KNOWN = 5000

/** Neighbours share a postcode, and lists are long: each is looked up once in a while. */
function placesOfPostcode(postcode: string): FoundPlaces {
  let found = known.get(postcode)
  if (!found) {
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(postcode, (found = findPlaces(postcode)))
  }
  return found
}

function oneOf(places: readonly Place[], named: string | undefined): Place | undefined {
  if (places.length === 1) return places[0]
  return named ? places.find(({ name }) => plain(name) === plain(named)) : undefined
}

const plain = (name: string): string =>
  name.toLowerCase().replace(/\b(?:council|county|borough|city|of|the|london|metropolitan)\b|[^a-z]/g, '')
