import type { Tx } from '../../platform/database.ts'
import type { Holding, Slice } from '../../platform/slice.ts'

/** What is held under one heading, in the order in which the slices tell it. */
export interface HeldUnder {
  readonly what: string
  readonly holdings: readonly Holding[]
}

/** Everything every slice holds about a person. */
export async function allHeld(tx: Tx, slices: readonly Slice[], personId: string): Promise<readonly Holding[]> {
  const held: Holding[] = []
  for (const { holds } of slices) if (holds) held.push(...(await holds(tx, personId)))
  return held
}

/** The same with what is of one kind together: ten sessions are one entry of ten lines. */
export const together = (holdings: readonly Holding[]): readonly HeldUnder[] =>
  [...Map.groupBy(holdings, ({ what }) => what)].map(([what, under]) => ({ what, holdings: under }))
