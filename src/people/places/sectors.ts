import { keyOf, lastAtOrBefore } from './ranges.ts'

/**
 * The postcode sectors ("SY1 1") of Code-Point Open with their districts and how many postcodes of the sector each has. Those of
 * the i-th sector are at `from[i]` to `from[i + 1]`. A sector without any is known, but nowhere on the map.
 */
export interface Sectors {
  readonly keys: Uint32Array
  readonly from: Uint16Array
  readonly districts: Uint16Array
  readonly postcodes: Uint16Array
}

export interface DistrictOfSector {
  readonly district: number
  readonly postcodes: number
}

/** Reads `reference/sectors.txt`: `AB12 3=325:286,326:8 4=325:1`, an outward code and its sectors with district and count. */
export function readSectors(text: string): Sectors {
  const sectors = text
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      const [outward, ...rest] = line.split(' ')
      return rest.map((written) => readSector(outward!, written))
    })
    .toSorted((a, b) => a.key - b.key)
  const all = sectors.flatMap(({ found }) => found)
  let end = 0
  return {
    keys: Uint32Array.from(sectors, ({ key }) => key),
    from: Uint16Array.from([0, ...sectors.map(({ found }) => (end += found.length))]),
    districts: Uint16Array.from(all, ([district]) => district!),
    postcodes: Uint16Array.from(all, ([, postcodes]) => postcodes!),
  }
}

function readSector(outward: string, written: string): { key: number; found: number[][] } {
  const [digit, found = ''] = written.split('=')
  const pairs = found.split(',').filter((pair) => pair !== '')
  return { key: keyOf(`${outward}${digit}`), found: pairs.map((pair) => pair.split(':').map(Number)) }
}

/** The districts of a sector, or null when there is no such sector. */
export function districtsOfSector(sectors: Sectors, sector: string): readonly DistrictOfSector[] | null {
  const key = keyOf(sector)
  const i = lastAtOrBefore(sectors.keys, key)
  if (i < 0 || sectors.keys[i] !== key) return null
  const found: DistrictOfSector[] = []
  for (let at = sectors.from[i]!; at < sectors.from[i + 1]!; at++)
    found.push({ district: sectors.districts[at]!, postcodes: sectors.postcodes[at]! })
  return found
}
