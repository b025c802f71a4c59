import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../platform/root.ts'
import { type Ranges, unpackRanges } from './ranges.ts'
import { readSectors, type Sectors } from './sectors.ts'

export type Nation = 'England' | 'Scotland' | 'Wales' | 'Northern Ireland'

/** A region of England; or Scotland, Wales or Northern Ireland, which have none, with the code of the nation. */
export interface Region {
  readonly code: string
  readonly name: string
}

/** A constituency or a council, with its code of nine characters from the Government Statistical Service (GSS). */
export interface Place {
  readonly code: string
  readonly name: string
  readonly region: Region
  readonly nation: Nation
}

/** Places are known by their index in these lists. */
export interface Reference {
  readonly regions: readonly Region[]
  readonly councils: readonly Place[]
  readonly constituencies: readonly Place[]
  /** The council of each district. */
  readonly councilOfDistrict: readonly number[]
  /** For each constituency, how many of its people live in which district. */
  readonly peopleByDistrict: readonly ReadonlyMap<number, number>[]
  readonly northernIreland: Readonly<Record<'constituencies' | 'councils', readonly Place[]>>
  readonly ranges: Ranges
  readonly sectors: Sectors
}

let kept: Reference | undefined

/** Read when it is first asked for, then kept: 0.65 MB in typed arrays and 0.5 MB of names (measured). */
export function reference(): Reference {
  return (kept ??= read(join(projectRoot, 'reference')))
}

interface PlacesFile {
  readonly regions: readonly (readonly [code: string, name: string])[]
  readonly councils: readonly (readonly [code: string, name: string, region: number])[]
  readonly districts: readonly (readonly [code: string, council: number])[]
  readonly constituencies: readonly (readonly [code: string, name: string, region: number])[]
  readonly overlaps: readonly (readonly [constituency: number, district: number, people: number])[]
}

function read(folder: string): Reference {
  const file = JSON.parse(readFileSync(join(folder, 'places.json'), 'utf8')) as PlacesFile
  const regions = file.regions.map(([code, name]) => ({ code, name }))
  const place = ([code, name, region]: PlacesFile['councils'][number]): Place => ({
    code,
    name,
    region: regions[region]!,
    nation: nationOf(code),
  })
  const [councils, constituencies] = [file.councils.map(place), file.constituencies.map(place)]
  const peopleByDistrict = file.constituencies.map(() => new Map<number, number>())
  for (const [constituency, district, people] of file.overlaps) peopleByDistrict[constituency]!.set(district, people)
  return {
    regions,
    councils,
    constituencies,
    northernIreland: { constituencies: inNorthernIreland(constituencies), councils: inNorthernIreland(councils) },
    councilOfDistrict: file.districts.map(([, council]) => council),
    peopleByDistrict,
    ranges: unpackRanges(readFileSync(join(folder, 'postcode-ranges.bin'))),
    sectors: readSectors(readFileSync(join(folder, 'sectors.txt'), 'utf8')),
  }
}

function inNorthernIreland(places: readonly Place[]): readonly Place[] {
  return places.filter(({ nation }) => nation === 'Northern Ireland')
}

/** The first letter of a GSS code is the nation's. */
function nationOf(code: string): Nation {
  if (code.startsWith('S')) return 'Scotland'
  if (code.startsWith('W')) return 'Wales'
  return code.startsWith('N') ? 'Northern Ireland' : 'England'
}
