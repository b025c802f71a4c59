import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { KnownGroup } from '../../platform/groups.ts'
import { trialOf, TRIAL_HOURS } from '../../platform/trials.ts'
import type { Web } from '../../platform/web.ts'

const NAME = 'trial'

/** The browser that began a trial holds its only key, under one host name; scripts cannot read it. */
export const keepTrialKey = (c: Web, token: string): void =>
  setCookie(c, NAME, token, { ...attributes(c), maxAge: TRIAL_HOURS * 3600 })

export const dropTrialKey = (c: Web): void => void deleteCookie(c, NAME, attributes(c))

/** The trial this browser holds the key of, on a name that is no group's own. */
export function trialHere(c: Web): KnownGroup | undefined {
  const { services } = c.var
  const token = services.config.trials && isNobodys(c) ? getCookie(c, NAME) : undefined
  return token ? trialOf(services, token) : undefined
}

/** Trials are offered where no group's website stands. */
export const isNobodys = (c: Web): boolean =>
  !c.var.services.groups.isSomebodys(c.req.header('host') ?? new URL(c.req.url).host)

const attributes = (c: Web) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: c.var.origin.startsWith('https:') }) as const
