import { type Actor, holdsAny } from '../platform/actor.ts'

/** Who may change what the group says of itself on every page. */
export const mayChangeSettings = (actor: Actor): boolean =>
  holdsAny(actor, 'chair', 'vice_chair', 'secretary', 'editor')
