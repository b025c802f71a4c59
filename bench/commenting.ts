import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** Readers who comment at a steady pace, each from a network and with an address of their own, while others read. */
export interface Commenting {
  readonly port: number
  readonly host: string
  /** The post that is commented on and read. */
  readonly path: string
  /** Where its form is sent. */
  readonly action: string
  readonly perSecond: number
  readonly seconds: number
  /** The number the readers begin with. */
  readonly from?: number
}

export interface Commented {
  /** Answered with "we have sent you a letter". */
  readonly accepted: number
  readonly refused: number
  readonly seconds: number
  /** Milliseconds of each page that was read meanwhile. */
  readonly pages: readonly number[]
  readonly pagesFailed: number
}

const READS_A_SECOND = 20

/** Keeps the pace by the clock, whatever the answers take. */
export async function sendComments(load: Commenting): Promise<Commented> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const since = performance.now()
  const writing: Promise<number>[] = []
  const reading: Promise<{ status: number; took: number }>[] = []
  const late = (count: number, rate: number) => since + (count * 1000) / rate - performance.now()
  const pace = async (count: number, rate: number, one: (number: number) => void) => {
    for (let number = 0; number < count; number += 1) {
      await sleep(Math.max(0, late(number, rate)))
      one(number)
    }
  }
  await Promise.all([
    pace(
      load.perSecond * load.seconds,
      load.perSecond,
      (number) => void writing.push(comment(agent, load, (load.from ?? 0) + number)),
    ),
    pace(READS_A_SECOND * load.seconds, READS_A_SECOND, () => void reading.push(read(agent, load))),
  ])
  const [statuses, pages] = [await Promise.all(writing), await Promise.all(reading)]
  const seconds = (performance.now() - since) / 1000
  agent.destroy()
  const accepted = statuses.filter((status) => status === 303).length
  return {
    accepted,
    refused: statuses.length - accepted,
    seconds,
    pages: pages.map(({ took }) => took),
    pagesFailed: pages.filter(({ status }) => status !== 200).length,
  }
}

function comment(agent: Agent, { port, host, action }: Commenting, number: number): Promise<number> {
  const body = new URLSearchParams({
    name: `Reader ${number}`,
    email: `reader${number}@example.org`,
    comment: `Number ${number}: what the table says of our bridge is right, but it leaves out the winter.`,
  }).toString()
  const headers = {
    host,
    'content-type': 'application/x-www-form-urlencoded',
    'sec-fetch-site': 'same-origin',
    'x-forwarded-for': `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`,
  }
  return new Promise((resolve, reject) => {
    const asked = request({ agent, host: '127.0.0.1', port, path: action, method: 'POST', headers }, (answer) => {
      answer.resume()
      answer.on('error', reject)
      answer.on('end', () => resolve(answer.statusCode ?? 0))
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

function read(agent: Agent, { port, host, path }: Commenting): Promise<{ status: number; took: number }> {
  const since = performance.now()
  return new Promise((resolve, reject) => {
    const asked = request({ agent, host: '127.0.0.1', port, path, headers: { host } }, (answer) => {
      answer.resume()
      answer.on('error', reject)
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, took: performance.now() - since }))
    })
    asked.on('error', reject)
    asked.end()
  })
}
