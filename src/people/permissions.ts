import { type Actor, holdsAny } from '../platform/actor.ts'
import { sightsOf } from './visibility.ts'

/** The chair and the secretary appoint and end officers; the host may at the terminal. */
export const mayAppoint = (actor: Actor): boolean =>
  actor.kind === 'host' || holdsAny(actor, 'chair', 'vice_chair', 'secretary')

/** Who opens the register at all; how much of it is asked of `visibility.ts`. */
export const maySeeRegister = (actor: Actor): boolean => sightsOf(actor).length > 0

/** Who changes it: adds, imports, merges, answers requests. */
export const mayKeepRegister = (actor: Actor): boolean =>
  actor.kind === 'host' || holdsAny(actor, 'chair', 'vice_chair', 'secretary', 'membership')
