import { type Actor, holdsAny } from '../platform/actor.ts'

/** Who writes letters to many, and sees what became of them. */
export const mayWrite = (actor: Actor): boolean =>
  actor.kind === 'host' || holdsAny(actor, 'chair', 'vice_chair', 'secretary', 'editor')

/** Who decides that one goes out. */
export const maySend = (actor: Actor): boolean =>
  actor.kind === 'host' || holdsAny(actor, 'chair', 'vice_chair', 'secretary')

export const writersOnly = 'Only the chair, the vice-chair, the secretary and the editor write letters.'
export const sendersOnly = 'Only the chair, the vice-chair and the secretary send letters.'

/** Who asks people from a list, once, whether it is still right: whoever brings them in. */
export const mayAskOnce = (actor: Actor): boolean =>
  actor.kind === 'host' || holdsAny(actor, 'chair', 'vice_chair', 'secretary', 'membership')
export const askersOnly =
  'Only the chair, the vice-chair, the secretary and the membership secretary ask people whether they may be written to.'
