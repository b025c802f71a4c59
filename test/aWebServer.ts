import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { PageCache } from '../src/platform/pageCache.ts'
import type { Services } from '../src/platform/services.ts'
import { makeSetUp } from '../src/site/index.ts'
import { webServer } from '../src/webServer.ts'

/** The program's web server at a free port of this machine. */
export interface WebServer {
  readonly port: number
  close(): Promise<void>
}

export async function aWebServer(
  services: Services,
  parts: Partial<Parameters<typeof webServer>[0]> = {},
): Promise<WebServer> {
  const server = webServer({ services, setUp: makeSetUp(services), cache: new PageCache(services.groups), ...parts })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = async (): Promise<void> => {
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }
  return { port, close }
}
