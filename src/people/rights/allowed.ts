import { allow } from '../../platform/refusal.ts'
import type { Web } from '../../platform/web.ts'
import { strong } from '../factors/strong.ts'
import { mayKeepRegister } from '../permissions.ts'

/** Requests, erasures and what has been kept long enough are for those who keep the register, with a second factor. */
export function allowKeeping(c: Web): void {
  allow(mayKeepRegister(c.var.actor), 'Only officers who keep the register see this.')
  strong(c)
}
