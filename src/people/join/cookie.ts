import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { newToken } from '../../platform/secret.ts'
import type { Web } from '../../platform/web.ts'
import { UNSENT_HOURS } from './rules.ts'

const COOKIE = 'join'

/** The token by which a browser's answers are found again. It ends with the answers. */
export const applicationToken = (c: Web): string | undefined => getCookie(c, COOKIE)

export function keepApplication(c: Web): string {
  const token = newToken()
  setCookie(c, COOKIE, token, {
    path: '/join',
    httpOnly: true,
    sameSite: 'Lax',
    secure: c.var.origin.startsWith('https:'),
    maxAge: UNSENT_HOURS * 3600,
  })
  return token
}

export const forgetApplication = (c: Web): void => void deleteCookie(c, COOKIE, { path: '/join' })
