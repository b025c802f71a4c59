import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { newToken } from '../platform/secret.ts'
import type { Web } from '../platform/web.ts'

export const SESSION_COOKIE = 'session'
const BROWSER_COOKIE = 'sign-in'
const SECOND_STEP_COOKIE = 'second-step'

/** The token that ties a request to sign in to this browser, made when first needed. */
export function browserToken(c: Web): string {
  const token = getCookie(c, BROWSER_COOKIE) ?? newToken()
  setCookie(c, BROWSER_COOKIE, token, { ...settings(c), maxAge: 3600 })
  return token
}

export const askingBrowser = (c: Web): string | undefined => getCookie(c, BROWSER_COOKIE)

export const keepSession = (c: Web, token: string): void =>
  setCookie(c, SESSION_COOKIE, token, { ...settings(c), maxAge: 30 * 86_400 })

/** Between the letter and the session. */
export const keepSecondStep = (c: Web, token: string): void =>
  setCookie(c, SECOND_STEP_COOKIE, token, { ...settings(c), maxAge: 15 * 60 })

export const secondStepToken = (c: Web): string | undefined => getCookie(c, SECOND_STEP_COOKIE)

export const forgetSecondStep = (c: Web): void =>
  void (secondStepToken(c) && deleteCookie(c, SECOND_STEP_COOKIE, { path: '/' }))

/** Lax, so that the link in a letter opens signed in; a post from another site is refused by its origin. */
const settings = (c: Web) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: c.var.origin.startsWith('https:') }) as const
