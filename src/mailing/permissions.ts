import { type Actor, holdsAny } from '../platform/actor.ts'

/** Who writes letters to many, and sees what became of them. */
export const mayWrite = (actor: Actor): boolean =>
  actor.kind === 'host' || holdsAny(actor, 'chair', 'vice_chair', 'secretary', 'editor')

/** Who decides that one goes out. */
export const maySend = (actor: Actor): boolean =>
  actor.kind === 'host' || holdsAny(actor, 'chair', 'vice_chair', 'secretary')

export const writersOnly = 'Only the chair, the vice-chair, the secretary and the editor write letters.'
export const sendersOnly = 'Only the chair, the vice-chair and the secretary send letters.'
