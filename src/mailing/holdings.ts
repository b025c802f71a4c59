import type { Act } from '../platform/act.ts'
import type { Tx } from '../platform/database.ts'
import type { Erasing, Erasure, Holding } from '../platform/slice.ts'
import { eraseChoices, heldOfChoices } from './readers/holdings.ts'
import { eraseReader, heldOfReader } from './sending/readerRows.ts'

/** Which letters were sent to a person, and what they answered. */
export async function holds(tx: Tx, personId: string): Promise<readonly Holding[]> {
  return [...(await heldOfReader(tx, personId)), ...(await heldOfChoices(tx, personId))]
}

export async function erase(act: Act, personId: string, how: Erasing): Promise<readonly Erasure[]> {
  return [...(await eraseReader(act, personId, how)), ...(await eraseChoices(act, personId, how))]
}
