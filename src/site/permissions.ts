import { type Actor, holdsAny } from '../platform/actor.ts'

/** Who may change what the group says of itself on every page. */
export const mayChangeSettings = (actor: Actor): boolean =>
  holdsAny(actor, 'chair', 'vice_chair', 'secretary', 'editor')

/** Who may take out everything the group keeps, people included. The host may at the terminal. */
export const mayTakeOut = (actor: Actor): boolean => holdsAny(actor, 'chair', 'secretary')

/** People take back what they did themselves; the chair and the secretary also what others did. `doneBy`: a person, or null. */
export const mayUndo = (actor: Actor, doneBy: string | null): boolean =>
  (doneBy !== null && doneBy === actor.personId) || holdsAny(actor, 'chair', 'vice_chair', 'secretary')
