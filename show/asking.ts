import { request } from 'node:http'
import type { BrowserContext } from 'playwright-core'
import { Miss } from './walk.ts'

/** What a web server answered. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * Asks for an address as an anonymous visitor does, without following redirects. Names under `localhost` are looked up by
 * nobody: they go to this machine with the name in the Host header, as browsers do (RFC 6761 §6.3).
 */
export function ask(address: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { host, port, pathname, search } = new URL(address)
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        path: pathname + search,
        headers: { host, ...headers },
        agent: false,
        timeout: 60_000,
      },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers as Record<string, string>,
            body: Buffer.concat(parts).toString('utf8'),
          }),
        )
      },
    )
    asked.on('timeout', () => asked.destroy(new Miss(`${address} gave no answer within a minute`)))
    asked.on('error', reject)
    asked.end()
  })
}

/** Asks as whoever is signed in in a browser, whose own requests would look names under `localhost` up. */
export async function askAs(context: BrowserContext, address: string): Promise<Answer> {
  const cookies = await context.cookies(address)
  return ask(address, { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') })
}

/** The page at an address, which must be there. */
export async function page(address: string): Promise<string> {
  const { status, body } = await ask(address)
  if (status !== 200) throw new Miss(`${address} answered ${status}, not 200`)
  return body
}
