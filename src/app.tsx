import { Hono, type MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { assetRoutes } from './assetRoutes.ts'
import { galleryRoutes } from './galleryRoutes.tsx'
import { themeRoutes } from './themeRoutes.ts'
import { sameOriginOnly, safeHeaders } from './platform/headers.ts'
import { visitor } from './platform/actor.ts'
import { contextOf } from './platform/installation.ts'
import { officeOnly } from './platform/officeOnly.ts'
import { isPaused } from './platform/groups.ts'
import { mayRead, METRICS_TYPE, metricsText } from './platform/metrics.ts'
import { originOf } from './platform/origin.ts'
import { keepPages } from './platform/keepPages.ts'
import type { PageCache } from './platform/pageCache.ts'
import { Refusal } from './platform/refusal.ts'
import type { Services } from './platform/services.ts'
import type { Env } from './platform/web.ts'
import { SESSION_COOKIE, sessions } from './people/index.ts'
import { lookOf, officeFrameOf, publicSiteOf } from './frame.ts'
import { answerFault, answerRefusal } from './faults.tsx'
import { answerWithoutGroup } from './hostPages.tsx'
import { readOnlyTrial, type SetUp, setUpRoutes, trialHere, trialRoutes } from './site/index.ts'
import { slices } from './slices.ts'

export interface AppParts {
  readonly services: Services
  readonly setUp: SetUp
  readonly cache?: PageCache
}

/** The whole web side: who asks, for which group, then the slices' routes, then addresses that are data. */
export function createApp({ services, setUp, cache }: AppParts): Hono<Env> {
  const app = new Hono<Env>()
  app.onError((error, c) => (error instanceof Refusal ? answerRefusal(c, error) : answerFault(c, error)))
  app.notFound((c) => answerRefusal(c, new Refusal('There is no page at this address.', 404)))
  app.use(safeHeaders)
  app.use(async (c, next) => {
    c.set('services', services)
    c.set('slices', slices)
    c.set('origin', originOf(c, services.config))
    if (c.req.url.includes('%00')) throw new Refusal('There is no page at this address.', 404) // PostgreSQL holds no NUL
    await next()
  })
  app.route('/', assetRoutes)
  app.get('/healthz', async (c) => {
    await services.pool.query('select 1')
    return c.text('ok\n', 200, { 'cache-control': 'no-store' })
  })
  // For proxies that ask before they get a certificate (Caddy's `on_demand_tls`); it says no more than asking for / would.
  app.get('/healthz/name', (c) =>
    services.groups.byHost(c.req.query('domain') ?? '') ? c.text('ours\n') : c.text('not ours\n', 404),
  )
  app.get('/metrics', async (c) => {
    if (!cache || !mayRead(c, services.config.metricsToken)) return c.notFound()
    const text = await metricsText({ services, cache })
    return c.body(text, 200, { 'content-type': METRICS_TYPE, 'cache-control': 'no-store' })
  })
  if (services.config.development) app.route('/gallery', galleryRoutes)
  app.use(sameOriginOnly(slices.flatMap((slice) => slice.takesFromAnywhere ?? [])))
  app.route('/', setUpRoutes(setUp))
  app.route('/', trialRoutes)
  app.use(async (c, next) => {
    const host = c.req.header('host') ?? new URL(c.req.url).host
    const group = trialHere(c) ?? services.groups.byHost(host)
    if (!group || isPaused(group)) return answerWithoutGroup(c, group)
    c.set('group', group)
    return next()
  })
  app.use(readOnlyTrial)
  app.use(keepPages(cache))
  app.use(identify)
  app.route('/', themeRoutes)
  app.use('/office/*', officeOnly)
  for (const { routes } of slices) if (routes) app.route('/', routes)
  for (const { addresses } of slices) if (addresses) app.route('/', addresses)
  return app
}

/** Sets the actor, and the doors through which this request reads and writes its group. */
const identify: MiddlewareHandler<Env> = async (c, next) => {
  const { services, group } = c.var
  const { read } = contextOf(services, group)
  const token = getCookie(c, SESSION_COOKIE)
  const holder = token ? await read((tx) => sessions.holder(tx, { token, group, at: new Date() })) : null
  const actor = holder?.actor ?? visitor(group.id)
  c.set('actor', actor)
  c.set('session', holder?.session ?? null)
  c.set('personName', holder?.name ?? null)
  c.set('read', read)
  c.set('act', contextOf(services, group, actor).act)
  if (holder?.firstToday) await c.var.act((act) => sessions.seen(act, holder.session.id))
  c.set('look', lookOf(group))
  c.set('publicSite', (tx) => publicSiteOf(c, tx))
  c.set('officeFrame', () => officeFrameOf(c))
  await next()
}
