import { allow } from '../../platform/refusal.ts'
import { todayOf, type Web } from '../../platform/web.ts'
import { strong } from '../factors/strong.ts'
import { mayKeepRegister, maySeeRegister } from '../permissions.ts'
import { eyesOf } from './eyes.ts'
import type { Asking } from './list.ts'

export const HOME = '/office/register'

/** Lets on only officers who see the register, with a second factor; gives what they see of it today. */
export function allowSeeing(c: Web): Asking {
  allow(maySeeRegister(c.var.actor), 'Only officers whose work needs it see the register.')
  strong(c)
  return { eyes: eyesOf(c.var.actor), today: todayOf(c) }
}

/** Lets on only officers who change the register. */
export function allowKeeping(c: Web): Asking {
  allow(mayKeepRegister(c.var.actor), 'Only the chair, the secretary and the membership secretary change the register.')
  return allowSeeing(c)
}
