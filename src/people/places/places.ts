import { NO_SUCH_SECTOR, NORTHERN_IRELAND, NOT_ON_THE_MAP, whyNoPostcode, whyOutside } from './nowhere.ts'
import { areaOf, readPostcode } from './postcode.ts'
import { constituenciesIn, constituencyAt, keyOf } from './ranges.ts'
import { type Place, type Reference, reference } from './reference.ts'
import { type DistrictOfSector, districtsOfSector } from './sectors.ts'

/** `constituencies` and `councils` have the most likely first, and one each when there is no doubt. */
export interface FoundPlaces {
  readonly state: 'found' | 'unknown' | 'northern_ireland'
  /** In its normal form, or null when it is none. */
  readonly postcode: string | null
  readonly constituencies: readonly Place[]
  readonly councils: readonly Place[]
  /** What to tell the person, unless both were found. */
  readonly note: string | null
}

/**
 * The places of a postcode, in whatever form it was written. The council is the one that answers for social care: a county or
 * unitary authority, London borough or metropolitan district in England, the council area in Scotland and Wales.
 */
export function findPlaces(written: string): FoundPlaces {
  const postcode = readPostcode(written)
  if (!postcode) return unknown(null, whyNoPostcode(written))
  const outside = whyOutside(postcode)
  if (outside) return unknown(postcode, outside)
  const all = reference()
  if (areaOf(postcode) === 'BT') return northernIreland(postcode, all)

  const sector = postcode.slice(0, -2)
  const districts = districtsOfSector(all.sectors, sector)
  if (!districts) return unknown(postcode, NO_SUCH_SECTOR)
  const found = constituencyAt(all.ranges, keyOf(postcode))
  const constituencies = found === null ? constituenciesIn(all.ranges, sector) : [found]
  if (constituencies.length === 0) return unknown(postcode, NOT_ON_THE_MAP)
  return {
    state: 'found',
    postcode,
    constituencies: constituencies.map((i) => all.constituencies[i]!),
    councils: likelyCouncils(all, districts, constituencies).map((i) => all.councils[i]!),
    note: null,
  }
}

function unknown(postcode: string | null, note: string): FoundPlaces {
  return { state: 'unknown', postcode, constituencies: [], councils: [], note }
}

/** Code-Point Open ends at the Irish Sea: all of the nation's places are offered. */
function northernIreland(postcode: string, all: Reference): FoundPlaces {
  return { state: 'northern_ireland', postcode, ...all.northernIreland, note: NORTHERN_IRELAND }
}

/**
 * Wards have moved since the constituencies were drawn, so the overlap misses a few. Where less than this part of a sector lies
 * in districts that the constituency reaches, the others are offered too: over the sample of 5,346 postcodes it is the least
 * that leaves no council out, and 20 postcodes more are asked about.
 */
const TOO_LITTLE = 0.15

/** The councils of a sector that the constituency reaches, those with most of the sector's postcodes first. */
function likelyCouncils(
  { councilOfDistrict, peopleByDistrict }: Reference,
  districts: readonly DistrictOfSector[],
  constituencies: readonly number[],
): readonly number[] {
  if (districts.length === 1) return [councilOfDistrict[districts[0]!.district]!]
  const reached = districts.filter(({ district }) => constituencies.some((i) => peopleByDistrict[i]!.has(district)))
  const possible = sum(reached) < TOO_LITTLE * sum(districts) ? districts : reached
  const postcodes = new Map<number, number>()
  const count = (district: number, more: number) => {
    const council = councilOfDistrict[district]!
    postcodes.set(council, (postcodes.get(council) ?? 0) + more)
  }
  for (const { district, postcodes: more } of possible) count(district, more)
  // A sector that is nowhere on the map, with a constituency: whatever that reaches.
  if (possible.length === 0)
    for (const i of constituencies) peopleByDistrict[i]!.forEach((people, at) => count(at, people))
  return [...postcodes].toSorted(([, a], [, b]) => b - a).map(([council]) => council)
}

function sum(districts: readonly DistrictOfSector[]): number {
  return districts.reduce((total, { postcodes }) => total + postcodes, 0)
}
