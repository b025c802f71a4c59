import type { Act } from '../platform/act.ts'
import type { Tx } from '../platform/database.ts'
import type { Erasing, Erasure, Holding } from '../platform/slice.ts'
import { eraseWriter, heldOfWriter } from './mailbox/held.ts'
import { eraseChoices, heldOfChoices } from './readers/holdings.ts'
import { eraseLetters, heldOfLetters } from './toOne/held.ts'
import { eraseReader, heldOfReader } from './sending/readerRows.ts'

/** Which letters were sent to a person, what they answered, and what came back. */
export async function holds(tx: Tx, personId: string): Promise<readonly Holding[]> {
  return [
    ...(await heldOfReader(tx, personId)), //
    ...(await heldOfChoices(tx, personId)),
    ...(await heldOfWriter(tx, personId)),
    ...(await heldOfLetters(tx, personId)),
  ]
}

export async function erase(act: Act, personId: string, how: Erasing): Promise<readonly Erasure[]> {
  return [
    ...(await eraseWriter(act, personId, how)), // they know the person by the deliveries
    ...(await eraseChoices(act, personId, how)),
    ...(await eraseReader(act, personId, how)),
    ...(await eraseLetters(act, personId, how)),
  ]
}
