import { type Place, type Reference, type Region, reference } from './reference.ts'

/** The 650 constituencies of the House of Commons since July 2024, by name. */
export function constituencies(): readonly Place[] {
  return lists().constituencies
}

/** The 218 councils that answer for social care, with the eleven of Northern Ireland (where trusts do), by name. */
export function councils(): readonly Place[] {
  return lists().councils
}

/** England's nine regions, then Scotland, Wales and Northern Ireland. */
export function regions(): readonly Region[] {
  return reference().regions
}

/** A constituency or council by its code. Codes that are old or unknown give null. */
export function placeOf(code: string): Place | null {
  return lists().byCode.get(code) ?? null
}

/** The name of a constituency, a council or a region, or null. */
export function nameOf(code: string): string | null {
  return placeOf(code)?.name ?? regions().find((region) => region.code === code)?.name ?? null
}

/** A region in words; those without one, or with a code we do not know, are "Not known". */
export const regionName = (code: string | null): string => (code && nameOf(code)) || 'Not known'

export interface CouncilOfConstituency {
  readonly council: Place
  /** Of the constituency's people, from 0 to 1. */
  readonly share: number
}

/** The councils a constituency reaches into, most people first: for choosing by hand. Empty for an unknown code. */
export function councilsOf(constituencyCode: string): readonly CouncilOfConstituency[] {
  const all = reference()
  const at = all.constituencies.findIndex(({ code }) => code === constituencyCode)
  if (at < 0) return []
  const people = new Map<number, number>()
  for (const [district, more] of all.peopleByDistrict[at]!) {
    const council = all.councilOfDistrict[district]!
    people.set(council, (people.get(council) ?? 0) + more)
  }
  const total = [...people.values()].reduce((sum, more) => sum + more, 0)
  return [...people]
    .toSorted(([, a], [, b]) => b - a)
    .map(([council, more]) => ({ council: all.councils[council]!, share: more / total }))
}

interface Lists {
  readonly constituencies: readonly Place[]
  readonly councils: readonly Place[]
  readonly byCode: ReadonlyMap<string, Place>
}

let kept: Lists | undefined

function lists(): Lists {
  return (kept ??= makeLists(reference()))
}

function makeLists(all: Reference): Lists {
  const names = new Intl.Collator('en-GB')
  const byName = (places: readonly Place[]) => places.toSorted((a, b) => names.compare(a.name, b.name))
  const byCode = new Map([...all.constituencies, ...all.councils].map((place) => [place.code, place]))
  return { constituencies: byName(all.constituencies), councils: byName(all.councils), byCode }
}
