import type { Act } from './act.ts'
import { recordErasure } from './archive/index.ts'
import type { Tx } from './database.ts'
import { forgetStatistics } from './statistics.ts'
import type { Erasing, Erasure, Holding, Slice } from './slice.ts'

/** Everything that is held about a person, slice by slice. */
export async function heldBy(slices: readonly Slice[], tx: Tx, personId: string): Promise<readonly Holding[]> {
  const held: Holding[] = []
  for (const { holds } of slices) if (holds) held.push(...(await holds(tx, personId)))
  return held
}

/**
 * Erases a person from every slice, the last one first: it may need what those above it hold. The erasure is recorded, so
 * that no archive made before brings them back for long. A dry run only tells what would go and what would stay.
 */
export async function eraseFrom(
  slices: readonly Slice[],
  act: Act,
  { personId, ...how }: Erasing & { readonly personId: string },
): Promise<readonly Erasure[]> {
  const found: Erasure[] = []
  for (const { erase } of slices.toReversed()) if (erase) found.push(...(await erase(act, personId, how)))
  if (how.dryRun) return found
  await recordErasure(act, personId)
  await forgetStatistics(act)
  return found
}
