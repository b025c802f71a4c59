import { type Actor, holdsAny } from '../platform/actor.ts'

/** The chair and the secretary appoint and end officers; the host may at the terminal. */
export const mayAppoint = (actor: Actor): boolean =>
  actor.kind === 'host' || holdsAny(actor, 'chair', 'vice_chair', 'secretary')
