import type { Actor } from '../../platform/actor.ts'
import { maySeeRegister } from '../permissions.ts'

/** What a session has seen besides the mailbox. */
export type SecondFactor = 'passkey' | 'authenticator' | 'recovery code'

/** Officers who see the register need a second factor, and so will those who see money (DESIGN-SYSTEM §10): the treasurer is both. */
export const mustHaveSecondFactor = (actor: Pick<Actor, 'roles'>): boolean =>
  maySeeRegister({ kind: 'person', groupId: 0, personId: null, ...actor })

/** Whether a session is as good as two factors. A host's link counts as the second (ARCHITECTURE §8). */
export const isStrong = (session: { readonly by_host: boolean; readonly second_factor: string | null }): boolean =>
  session.by_host || session.second_factor !== null
