import type { MiddlewareHandler } from 'hono'
import { mayKeep, type PageCache, pageKey, site } from './pageCache.ts'
import type { Env } from './web.ts'

/**
 * Says of every page whether it may be kept, by us and by browsers. Anonymous pages are; whatever a signed-in person sees,
 * whatever carries a cookie, and every answer to a form never is.
 */
export function keepPages(cache: PageCache | undefined): MiddlewareHandler<Env> {
  return async (c, next) => {
    const { group } = c.var // as it was before rendering: what changes meanwhile makes another of it
    await next()
    const { headers } = c.res
    const asks = c.req.method === 'GET' || c.req.method === 'HEAD'
    const personal = !asks || c.req.header('cookie') !== undefined || headers.has('set-cookie')
    if (!headers.has('cache-control'))
      c.header('cache-control', personal ? 'private, no-store' : 'public, max-age=0, must-revalidate')
    if (personal) return
    if (!headers.has('vary')) c.header('vary', 'accept-encoding, cookie')
    if (!cache || c.req.method !== 'GET') return
    const url = new URL(c.req.url)
    const key = pageKey(
      group,
      site(c.req.header('host') ?? url.host, c.req.header('x-forwarded-proto')),
      url.pathname + url.search,
    )
    const { status } = c.res
    const kept = { status, headers: [...c.res.headers] }
    if (key === null || !mayKeep(kept)) return
    const body = Buffer.from(await c.res.clone().arrayBuffer())
    cache.keep(key, { group, version: group.contentVersion, rendered: { ...kept, body } })
  }
}
