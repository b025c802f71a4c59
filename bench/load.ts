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

/** Sends them. Gives how long that took, in seconds, without the start of a process; throws at an answer that is not 200. */
export async function sendLoad(load: Load): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections })
  let next = 0
  const since = performance.now()
  const line = async () => {
    while (next < load.requests) {
      const number = next++
      const path = load.distinctFrom === undefined ? load.path : `${load.path}?n=${load.distinctFrom + number}`
      const host = load.hosts?.[number % load.hosts.length] ?? load.host
      await one(agent, { ...load, host, path })
    }
  }
  await Promise.all(Array.from({ length: load.connections }, line))
  agent.destroy()
  return (performance.now() - since) / 1000
}

function one(agent: Agent, { port, host, path, headers }: Load): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request({ agent, host: '127.0.0.1', port, path, headers: { host, ...headers } }, (answer) => {
      answer.resume()
      answer.on('error', reject)
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve()
        else reject(new Error(`${host}${path} answered ${answer.statusCode}`))
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}
