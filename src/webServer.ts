import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { type AppParts, createApp } from './app.tsx'
import { type PageCache, withoutFollowing } from './platform/pageCache.ts'

/** The program's HTTP server, not listening yet: kept pages first, everything else through the app. */
export function webServer(parts: AppParts & { readonly cache: PageCache }): Server {
  const { cache } = parts
  const answer = getRequestListener(createApp(parts).fetch, { overrideGlobalObjects: false })
  return createServer((request, response) => {
    request.url = withoutFollowing(request.url ?? '/')
    if (!cache.answer(request, response)) void answer(request, response)
  })
}
