/**
 * Which constituency each postcode is in, as mySociety packs it: postcodes in the order of their base-36 numbers (without the
 * space), in runs that share a constituency. `starts` holds the first of each run, `places` the constituency's place in our list
 * plus one, or 0 for a run that is nowhere on the map. Keys go past 32 bits (36⁷ = 78 thousand million).
 */
export interface Ranges {
  readonly starts: Float64Array
  readonly places: Uint16Array
}

/** Reads `reference/postcode-ranges.bin`: difference and place in turn, seven bits a byte, lowest first (`bin/places/ranges.mjs`). */
export function unpackRanges(bytes: Uint8Array): Ranges {
  const starts = new Float64Array(bytes.length / 2)
  const places = new Uint16Array(bytes.length / 2)
  let [at, runs, start] = [0, 0, 0]
  const next = (): number => {
    let [number, unit] = [0, 1]
    for (; bytes[at]! > 127; unit *= 128) number += (bytes[at++]! - 128) * unit
    return number + bytes[at++]! * unit
  }
  for (; at < bytes.length; runs++) {
    starts[runs] = start += next()
    places[runs] = next()
  }
  return { starts: starts.slice(0, runs), places: places.slice(0, runs) }
}

/** A postcode, or the beginning of one, as a number in the order of the runs. */
export function keyOf(postcode: string): number {
  return Number.parseInt(postcode.replace(' ', ''), 36)
}

/** The constituency of the run a postcode falls into. It always falls into one: whether it exists, the sectors say. */
export function constituencyAt({ starts, places }: Ranges, key: number): number | null {
  const run = lastAtOrBefore(starts, key)
  return run < 0 ? null : places[run]! - 1 < 0 ? null : places[run]! - 1
}

/** All constituencies of a sector, by how many runs they have there: for a postcode that is itself nowhere. */
export function constituenciesIn({ starts, places }: Ranges, sector: string): readonly number[] {
  const [first, last] = [lastAtOrBefore(starts, keyOf(`${sector}AA`)), lastAtOrBefore(starts, keyOf(`${sector}ZZ`))]
  const runs = new Map<number, number>()
  for (let run = Math.max(first, 0); run <= last; run++) {
    const place = places[run]! - 1
    if (place >= 0) runs.set(place, (runs.get(place) ?? 0) + 1)
  }
  return [...runs].toSorted(([, a], [, b]) => b - a).map(([place]) => place)
}

/** The index of the last number that is not above `key`, or -1. */
export function lastAtOrBefore(sorted: Float64Array | Uint32Array, key: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! <= key) low = middle + 1
    else high = middle
  }
  return low - 1
}
