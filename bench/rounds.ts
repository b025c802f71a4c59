import { createHash } from 'node:crypto'

/** One run of one thing: what it measured. */
export type Run = () => Promise<number>

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/**
 * Runs each thing once a round, one after the other, a probe before them: what disturbs the machine disturbs all alike.
 * Gives every number, by name, in the order of the rounds.
 */
export async function interleaved(
  rounds: number,
  things: Readonly<Record<string, Run>>,
): Promise<Record<string, number[]>> {
  const measured: Record<string, number[]> = {
    probe: [],
    ...Object.fromEntries(Object.keys(things).map((name) => [name, []])),
  }
  for (let round = 0; round < rounds; round++) {
    measured['probe']!.push(probe())
    for (const [name, run] of Object.entries(things)) measured[name]!.push(await run())
  }
  return measured
}

/** Fixed work, to show how fast the machine is just now: processor time of hashing 32 MB, in ms. */
export function probe(): number {
  const block = Buffer.alloc(1024 * 1024, 7)
  const before = process.cpuUsage()
  for (let turn = 0; turn < 32; turn++) createHash('sha256').update(block).digest()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
