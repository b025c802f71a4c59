import { getCookie } from 'hono/cookie'
import { isOfficer } from '../platform/actor.ts'
import { networkOf } from '../platform/origin.ts'
import { Refusal } from '../platform/refusal.ts'
import { keyedHash } from '../platform/secret.ts'
import type { Web } from '../platform/web.ts'
import { browserName } from './browserName.ts'
import { forgetSecondStep, keepSecondStep, keepSession, SESSION_COOKIE } from './cookies.ts'
import type { Entrance } from './entrances.ts'
import * as sessions from './sessions.ts'

/** Leads whoever has shown who they are to the second step, to the office, or to their own page. */
export async function enter(c: Web, entrance: Entrance): Promise<Response> {
  if ('secondStep' in entrance) {
    keepSecondStep(c, entrance.secondStep)
    return c.redirect('/sign-in/second-step', 303)
  }
  const token = entrance.session
  // A session this browser had before ends: whoever signs in leaves no other way in behind.
  const before = getCookie(c, SESSION_COOKIE)
  if (before) await c.var.act((act) => sessions.endSession(act, before))
  keepSession(c, token)
  forgetSecondStep(c)
  const holder = await c.var.read((tx) => sessions.holder(tx, { token, group: c.var.group, at: new Date() }))
  if (!holder) throw new Refusal('This account has just been closed.', 410)
  return c.redirect(isOfficer(holder.actor) ? '/office' : '/my', 303)
}

/** What the asking browser calls itself, roughly. */
export const browserOf = (c: Web): string | null => browserName(c.req.header('user-agent'))

/** A keyed hash of the asking network, for limits. */
export const networkKey = (c: Web): string =>
  keyedHash(c.var.services.secret, 'network', networkOf(c, c.var.services.config))
