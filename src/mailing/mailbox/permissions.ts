import { register } from '../../people/index.ts'
import type { Actor } from '../../platform/actor.ts'
import { mayWrite } from '../permissions.ts'

/** Who writes letters and sees who people are: an answer names its writer. */
export const maySeeReplies = (actor: Actor): boolean => mayWrite(actor) && register.maySeeRegister(actor)
