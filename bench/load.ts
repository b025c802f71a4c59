import { Agent, request } from 'node:http'

/** Requests that one child process sends, over connections that stay open. */
export interface Load {
  readonly port: number
  readonly host: string
  /** Instead of one host, each of these in turn. */
  readonly hosts?: readonly string[]
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly requests: number
  readonly connections: number
  /** Adds a query key nobody knows, different each time, so that no cache can answer. The number the keys begin with. */
  readonly distinctFrom?: number
}

/** Sends them. Gives the bytes of the bodies; throws at an answer that is not 200. */
export async function sendLoad(load: Load): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections })
  let next = 0
  let bytes = 0
  const line = async () => {
    while (next < load.requests) {
      const number = next++
      const path = load.distinctFrom === undefined ? load.path : `${load.path}?n=${load.distinctFrom + number}`
      const host = load.hosts?.[number % load.hosts.length] ?? load.host
      bytes += await one(agent, { ...load, host, path })
    }
  }
  await Promise.all(Array.from({ length: load.connections }, line))
  agent.destroy()
  return bytes
}

function one(agent: Agent, { port, host, path, headers }: Load): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request({ agent, host: '127.0.0.1', port, path, headers: { host, ...headers } }, (answer) => {
      let bytes = 0
      answer.on('data', (part: Buffer) => (bytes += part.length))
      answer.on('error', reject)
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(bytes)
        else reject(new Error(`${host}${path} answered ${answer.statusCode}`))
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}
