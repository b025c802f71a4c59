import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { type AppParts, createApp } from './app.tsx'
import { type PageCache, withoutFollowing } from './platform/pageCache.ts'

/** Half an hour: a large website's pictures over a slow line. Headers still have a minute only. */
const LONGEST_UPLOAD = 30 * 60_000

/** The program's HTTP server, not listening yet: kept pages first, everything else through the app. */
export function webServer(parts: AppParts & { readonly cache: PageCache }): Server {
  const { cache } = parts
  const answer = getRequestListener(createApp(parts).fetch, { overrideGlobalObjects: false })
  const server = createServer((request, response) => {
    request.url = withoutFollowing(request.url ?? '/')
    if (!cache.answer(request, response)) void answer(request, response)
  })
  server.requestTimeout = LONGEST_UPLOAD
  return server
}
