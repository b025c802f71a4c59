/**
 * mySociety's packed lookup as [first postcode in base 36, place in our list + 1, or 0 for nowhere][]. In their file the keys
 * are differences; of the values, 0 says "the one before last", and all others are one too high. A value past the end of their
 * list stands for postcodes without a place on the map (PO boxes, large organisations).
 *
 * @param {{ postcode_keys: number[], value_key: number[], value_values: (string | null)[] }} packed
 * @param {(seat: string) => number} placeOf
 */
export function readRanges(packed, placeOf) {
  const values = []
  let start = 0
  return packed.postcode_keys.map((difference, i) => {
    start += difference
    values.push(packed.value_key[i] === 0 ? values[i - 2] : packed.value_key[i])
    const seat = packed.value_values[values[i] - 1]
    return [start, seat ? placeOf(seat) + 1 : 0]
  })
}

/** Difference of the keys and value in turn, each as a variable-length integer: seven bits a byte, lowest first. */
export function packRanges(ranges) {
  const bytes = []
  let before = 0
  for (const [start, place] of ranges) {
    for (let number of [start - before, place]) {
      for (; number > 127; number = Math.floor(number / 128)) bytes.push((number % 128) + 128)
      bytes.push(number)
    }
    before = start
  }
  return Buffer.from(bytes)
}
