import type { MiddlewareHandler } from 'hono'
import { isOfficer } from './actor.ts'
import { Refusal } from './refusal.ts'
import type { Env } from './web.ts'

/** Before every page of the office: a visitor is led to sign in, a person without an office is told so. */
export const officeOnly: MiddlewareHandler<Env> = async (c, next) => {
  if (c.var.actor.kind === 'visitor') return c.redirect('/sign-in', 303)
  if (!isOfficer(c.var.actor)) throw new Refusal('Only officers of the group work here.', 403)
  return next()
}
