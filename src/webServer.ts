import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { type AppParts, createApp } from './app.tsx'
import { viaIn } from './platform/cameFrom.ts'
import { type PageCache, withoutFollowing } from './platform/pageCache.ts'
import type { ReadCounter } from './publishing/index.ts'

/** Half an hour: a large website's pictures over a slow line. Headers still have a minute only. */
const LONGEST_UPLOAD = 30 * 60_000

interface ServerParts extends AppParts {
  readonly cache: PageCache
  /** Told of every answer, from the cache or not. */
  readonly reads?: ReadCounter
}

/** The program's HTTP server, not listening yet: kept pages first, everything else through the app. */
export function webServer(parts: ServerParts): Server {
  const { cache, reads } = parts
  const { meter } = parts.services
  const answer = getRequestListener(createApp(parts).fetch, { overrideGlobalObjects: false })
  const server = createServer((request, response) => {
    const via = viaIn(request.url)
    request.url = withoutFollowing(request.url ?? '/')
    if (cache.answer(request, response)) {
      meter.count(response.statusCode, true)
      reads?.count(request, response.statusCode, { via })
    } else {
      response.once('finish', () => {
        meter.count(response.statusCode, false)
        reads?.count(request, response.statusCode, { via })
      })
      void answer(request, response)
    }
  })
  server.requestTimeout = LONGEST_UPLOAD
  return server
}
