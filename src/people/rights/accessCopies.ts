import type { Tx } from '../../platform/database.ts'
import { heldBy } from '../../platform/personRecords.ts'
import type { Holding, Slice } from '../../platform/slice.ts'
import { idsOf } from '../persons.ts'

/** Everything held about somebody, by what it is. */
export interface AccessCopy {
  readonly sections: readonly { readonly what: string; readonly entries: readonly Omit<Holding, 'what'>[] }[]
}

/** From every slice, and from records merged into theirs. Several slices may say the same of one: it is told once. */
export async function make(
  tx: Tx,
  { slices, personId }: { slices: readonly Slice[]; personId: string },
): Promise<AccessCopy> {
  const held: Holding[] = []
  for (const id of await idsOf(tx, personId)) held.push(...(await heldBy(slices, tx, id)))
  const once = new Map(held.map((one) => [JSON.stringify(one), one]))
  const byWhat = Map.groupBy(once.values(), ({ what }) => what)
  return {
    sections: [...byWhat].map(([what, found]) => ({ what, entries: found.map(({ value, why }) => ({ value, why })) })),
  }
}

/** The same for machines. */
export const asJson = (
  { sections }: AccessCopy,
  { group, madeAt }: { group: string; madeAt: Date },
): Record<string, unknown> => ({ group, madeAt: madeAt.toISOString(), held: sections })
