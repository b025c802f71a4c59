import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import type { Env, Flash } from './web.ts'

const NAME = 'flash'
const shape = z.object({ sentence: z.string().max(300), undo: z.uuid().optional() })

/** Leaves a sentence (and what Undo would take back) for the next page: `afterChange(c, '/office/posts', { … })`. */
export function afterChange(c: Context<Env>, location: string, flash?: Flash): Response {
  if (flash) {
    setCookie(c, NAME, Buffer.from(JSON.stringify(flash)).toString('base64url'), {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      maxAge: 300,
      secure: c.var.origin.startsWith('https:'),
    })
  }
  return c.redirect(location, 303)
}

/** Takes the sentence the last change left. It is text to be escaped, never markup: the cookie is not signed. */
export function takeFlash(c: Context<Env>): Flash | null {
  const cookie = getCookie(c, NAME)
  if (!cookie) return null
  deleteCookie(c, NAME, { path: '/' })
  try {
    const { sentence, undo } = shape.parse(JSON.parse(Buffer.from(cookie, 'base64url').toString()))
    return undo ? { sentence, undo } : { sentence }
  } catch {
    return null
  }
}
