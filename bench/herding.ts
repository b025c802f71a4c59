import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** Readers who open a letter all at once: many in the first moments, fewer and fewer afterwards. */
export interface Herd {
  readonly port: number
  readonly host: string
  /** What each asks for in turn. */
  readonly paths: readonly string[]
  readonly readers: number
  readonly requests: number
  /** In the first moment. */
  readonly peak: number
}

export interface Herded {
  readonly errors: number
  readonly seconds: number
  /** Milliseconds from the moment when each should have been asked for: whoever waits for a connection waits too. */
  readonly took: readonly number[]
}

/** From the peak on the pace falls by e in requests / peak seconds, so that all of them together are `requests`. */
const momentOf = (number: number, { requests, peak }: Herd): number =>
  (requests / peak) * Math.log(requests / (requests - number)) * 1000

export async function sendHerd(herd: Herd): Promise<Herded> {
  const agent = new Agent({ keepAlive: true, maxSockets: herd.readers })
  const since = performance.now()
  const asked: Promise<number | null>[] = []
  for (let number = 0; number < herd.requests; number += 1) {
    const due = since + momentOf(number, herd)
    if (due - performance.now() > 1) await sleep(due - performance.now())
    asked.push(ask(agent, { herd, path: herd.paths[number % herd.paths.length]!, due }))
  }
  const answers = await Promise.all(asked)
  agent.destroy()
  const took = answers.filter((one) => one !== null)
  return { errors: answers.length - took.length, seconds: (performance.now() - since) / 1000, took }
}

/** How long the answer took, or null when it was not one. */
function ask(agent: Agent, { herd, path, due }: { herd: Herd; path: string; due: number }): Promise<number | null> {
  const { port, host } = herd
  return new Promise((resolve) => {
    const asked = request(
      { agent, host: '127.0.0.1', port, path, headers: { host, 'accept-encoding': 'br' } },
      (answer) => {
        answer.resume()
        answer.on('error', () => resolve(null))
        answer.on('end', () => resolve(answer.statusCode === 200 ? performance.now() - due : null))
      },
    )
    asked.on('error', () => resolve(null))
    asked.end()
  })
}
