import { createServer } from 'node:http'

/** What the bare server sends to everybody. */
export interface BareAnswer {
  /** Name, value, name, value. */
  readonly headers: readonly string[]
  readonly body: string
}

/** A `node:http` server that knows one answer. Gives its port. */
export function serveBare({ headers, body }: BareAnswer): Promise<number> {
  const bytes = Buffer.from(body, 'base64')
  const server = createServer((_, response) => {
    response.writeHead(200, headers as string[])
    response.end(bytes)
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
  })
}
