import type { Act } from '../../platform/act.ts'
import type { Classified } from '../incoming/classes.ts'
import { deadBecause } from '../incoming/refusals.ts'
import { cameBack } from '../toOne/handedLetters.ts'
import type { Proof } from './outcomes.ts'

/**
 * A report of what became of a letter to one person is believed when our signature names the letter. Whatever else comes back,
 * such as an answer, stays in the mailbox for whoever reads it.
 */
export const isAboutOne = (found: Classified, proof: Proof): boolean =>
  proof === 'signature' && ['hard', 'soft', 'delivered'].includes(found.class)

/** Only a dead address has a consequence. */
export async function oneCameBack(
  act: Act,
  { id, found, secret }: { readonly id: string; readonly found: Classified; readonly secret: string },
): Promise<void> {
  if (found.class === 'hard') await cameBack(act, { id, why: deadBecause(found.reason), secret })
}
