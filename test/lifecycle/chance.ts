/** Random moments that can be had again: set SEED to the number a failed run printed. */
export interface Chance {
  readonly seed: number
  /** a whole number from 0 to below `limit` */
  below(limit: number): number
}

export function aChance(): Chance {
  const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 32))
  console.log(`SEED=${seed}`)
  let state = seed
  return {
    seed,
    // mulberry32, by Tommy Ettinger, in the public domain
    below: (limit) => {
      state = (state + 0x6d2b79f5) | 0
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
      return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
    },
  }
}
