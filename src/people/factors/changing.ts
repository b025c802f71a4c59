import type { Act } from '../../platform/act.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Web } from '../../platform/web.ts'
import { holdsFactor } from './factors.ts'

/** The signed-in person and the session they ask in. */
export interface Me {
  readonly personId: string
  readonly sessionId: string
}

export function me(c: Web): Me {
  const { actor, session } = c.var
  if (!actor.personId || !session) throw new Refusal('Sign in first.', 401)
  return { personId: actor.personId, sessionId: session.id }
}

/** An act that changes how somebody signs in: whoever has a factor must have shown it, so that a letter alone takes none away. */
export const changing = <T>(c: Web, work: (act: Act) => Promise<T>): Promise<T> =>
  c.var.act(async (act) => {
    if (!c.var.session?.strong && (await holdsFactor(act.tx, me(c).personId)))
      throw new Refusal('Sign out and sign in again with your passkey or your code first.', 403)
    return work(act)
  })
