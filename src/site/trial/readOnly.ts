import type { MiddlewareHandler } from 'hono'
import { Refusal } from '../../platform/refusal.ts'
import type { Env } from '../../platform/web.ts'
import { dayAndTime } from '../../ui/words.ts'

const toTrial = { label: 'About this trial', href: '/try' }

/** A trial is looked at and nothing else: no forms, no office, no sign-in, so no letters either; and no machine keeps it. */
export const readOnlyTrial: MiddlewareHandler<Env> = async (c, next) => {
  if (!c.var.group.trialUntil) return next()
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD')
    throw new Refusal('This is a trial: it can be read, and nothing can be sent or changed in it.', 403, toTrial)
  if (/^\/(?:office|sign-in|my)(?:\/|$)/.test(c.req.path))
    throw new Refusal('This is a trial: it has a website and a report, and no office to sign in to.', 403, toTrial)
  await next()
  c.header('cache-control', 'private, no-store')
  c.header('x-robots-tag', 'noindex, nofollow')
  return undefined
}

/** At the foot of every page of a trial. */
export const trialReminder = (until: Date, zone: string) => ({
  words: `This is a trial that only you can see. It is erased on ${dayAndTime(until, zone)}.`,
  link: { label: 'Its report, and how to keep it', href: '/try' },
})
