import { type Actor, holdsAny } from '../../platform/actor.ts'

/** What a session has seen besides the mailbox. */
export type SecondFactor = 'passkey' | 'authenticator' | 'recovery code'

/** Officers who see the register or money need a second factor (DESIGN-SYSTEM §10). */
export const mustHaveSecondFactor = (actor: Pick<Actor, 'roles'>): boolean =>
  holdsAny(actor as Actor, 'chair', 'vice_chair', 'secretary', 'treasurer', 'membership')

/** Whether a session is as good as two factors. A host's link counts as the second (ARCHITECTURE §8). */
export const isStrong = (session: { readonly by_host: boolean; readonly second_factor: string | null }): boolean =>
  session.by_host || session.second_factor !== null
