import type { MiddlewareHandler } from 'hono'
import { Refusal } from './refusal.ts'
import type { Env } from './web.ts'

const POLICY = [
  "default-src 'self'",
  "img-src 'self' data:", // the arrow of a select is an image in the stylesheet
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** On every answer. Nothing inline is allowed: no script, no style (ARCHITECTURE §8). */
export const safeHeaders: MiddlewareHandler<Env> = async (c, next) => {
  c.header('content-security-policy', POLICY)
  c.header('x-content-type-options', 'nosniff')
  c.header('referrer-policy', 'same-origin')
  c.header('cross-origin-opener-policy', 'same-origin')
  await next()
}

/**
 * Refuses a change asked for by a page of another site. Browsers say so in Sec-Fetch-Site or Origin; a request with
 * neither is no browser's form and is refused too. Our own rule rather than hono's: it covers every type of body.
 * @param fromAnywhere addresses that a mail program posts to for its reader (RFC 8058): what counts is the token in them, so
 *   only a request without any cookie is let through
 */
export const sameOriginOnly =
  (fromAnywhere: readonly RegExp[] = []): MiddlewareHandler<Env> =>
  async (c, next) => {
    const { method, path } = c.req
    if (method === 'GET' || method === 'HEAD') return next()
    if (method === 'POST' && c.req.header('cookie') === undefined && fromAnywhere.some((one) => one.test(path)))
      return next()
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    const fromHere = site
      ? site === 'same-origin'
      : origin !== undefined && hostOf(origin) === (c.req.header('host') ?? new URL(c.req.url).host)
    if (!fromHere) throw new Refusal('This form was sent from another website, so it was not accepted.', 403)
    return next()
  }

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null)
