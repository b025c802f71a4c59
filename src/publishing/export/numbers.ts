/** Something that is to have a number in an export. `wanted`: the one it had in the export it came from. */
export interface Unnumbered {
  readonly id: string
  readonly wanted: number | null
}

/** WordPress keeps its numbers in an unsigned 64-bit column, programs around it in less. */
const HIGHEST = 2_000_000_000

/**
 * A number for each, by id. What came from an export keeps the number it had there, unless another has it; the others
 * follow after the highest, in the order given. So what goes out, comes in elsewhere and goes out again is called the same.
 */
export function numbersFor(all: readonly Unnumbered[]): ReadonlyMap<string, number> {
  const taken = new Set<number>()
  const numbers = new Map<string, number>()
  for (const { id, wanted } of all) {
    if (wanted === null || wanted < 1 || wanted > HIGHEST || taken.has(wanted)) continue
    taken.add(wanted)
    numbers.set(id, wanted)
  }
  let next = highest(taken) + 1
  for (const { id } of all) if (!numbers.has(id)) numbers.set(id, next++)
  return numbers
}

export function highest(numbers: Iterable<number>): number {
  let most = 0
  for (const number of numbers) if (number > most) most = number
  return most
}
