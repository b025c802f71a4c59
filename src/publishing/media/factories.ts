import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { LIMITS } from './fetching.ts'
import type { Manner } from './mediaJob.ts'
import { isPublicAddress } from '../../platform/publicAddresses.ts'
import type { Reach } from '../../platform/reach.ts'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A server on this machine that plays an old website. */
export interface MediaHost {
  /** 'http://allotments.example:40123': a name that only its own `reach` resolves. */
  readonly site: string
  /** The internet, and this server besides. */
  readonly reach: Reach
  /** Paths asked for so far. */
  readonly asked: string[]
  readonly close: () => Promise<void>
}

export async function aMediaHost(answer: Answer): Promise<MediaHost> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.on('error', () => {})
    answer(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    site: `http://allotments.example:${(server.address() as AddressInfo).port}`,
    reach: reachTo(['127.0.0.1']),
    asked,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

/** This machine may be reached, at that one address. Names resolve to the given addresses, one after the other. */
export function reachTo(...answers: readonly (readonly string[])[]): Reach {
  let times = 0
  return {
    resolve: async () => {
      const addresses = answers[Math.min(times++, answers.length - 1)] ?? []
      return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    },
    mayReach: (address) => address === '127.0.0.1' || isPublicAddress(address),
  }
}

/** Without pauses, and patient for a moment only. */
export const inHaste = (reach: Reach): Manner => ({
  reach,
  limits: { ...LIMITS, connect: 1000, whole: 1000 },
  pause: 0,
})

export const aJpeg = (background = '#246'): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .jpeg()
    .toBuffer()

export const PICTURE = '/wp-content/uploads/2019/03/weir.jpg'

/** An old website that means harm, or is broken, and what is said of it. */
export interface HostileHost {
  readonly what: string
  readonly answer: Answer
  readonly sentence: string
  /** To what its name resolves, one answer after the other. */
  readonly resolves?: readonly (readonly string[])[]
}

const PRIVATE = 'The old website’s name leads into a private network, and nothing is fetched from there.'
const ELSEWHERE = 'It lies on another website. Files are fetched from the old website alone.'
const NO_PICTURE = 'This is not a picture we can show. Add a JPEG, PNG, GIF, WebP or AVIF file.'
const BROKEN_OFF = 'The old website broke off in the middle.'
const SLOW = 'The old website took longer than a minute for it.'
const ENDLESS = 'The old website leads from one address to the next without end.'
const BUSY = 'The old website says that it is out of order or too busy.'

const says =
  (status: number, headers: Record<string, string> = {}, body: string | Buffer = ''): Answer =>
  (_, response) =>
    void response.writeHead(status, headers).end(body)
const leadsTo = (location: string): Answer => says(302, { location })
/** Raw, because node would not send what is not true. */
const raw =
  (text: string, after: (response: ServerResponse) => void = ({ socket }) => void socket?.end()): Answer =>
  (_, response) => {
    response.socket?.write(text)
    after(response)
  }
const dripping =
  (every: number, part: string | Buffer): ((response: ServerResponse) => void) =>
  ({ socket }) => {
    const timer = setInterval(() => socket?.write(part), every)
    socket?.once('close', () => clearInterval(timer))
  }
const OK = 'HTTP/1.1 200 OK\r\ncontent-type: image/png\r\n'

export const hostileHosts: readonly HostileHost[] = [
  ...['127.0.0.2', '10.0.0.7', '192.168.1.1', '169.254.169.254', '::1', '::ffff:127.0.0.1', 'fd00:ec2::254'].map(
    (address) => ({
      what: `its name resolves to ${address}`,
      answer: says(200, {}, 'secrets'),
      resolves: [[address]],
      sentence: PRIVATE,
    }),
  ),
  {
    what: 'one of its two addresses is a private one',
    answer: says(200, {}, 'secrets'),
    resolves: [['127.0.0.1', '10.0.0.7']],
    sentence: PRIVATE,
  },
  {
    what: 'its name resolves to a public address first, and to a private one when it is asked for again',
    answer: leadsTo('/wp-content/uploads/again.jpg'),
    resolves: [['127.0.0.1'], ['10.0.0.7']],
    sentence: PRIVATE,
  },
  { what: 'it redirects to an inner address', answer: leadsTo('http://169.254.169.254/latest/'), sentence: ELSEWHERE },
  { what: 'it redirects to an inner address as a number', answer: leadsTo('http://2130706433/'), sentence: ELSEWHERE },
  { what: 'it redirects to another website', answer: leadsTo('https://tracker.example/x.jpg'), sentence: ELSEWHERE },
  {
    what: 'it redirects to another door of its own',
    answer: leadsTo('http://allotments.example:6379/'),
    sentence: ELSEWHERE,
  },
  { what: 'it redirects to a file of ours', answer: leadsTo('file:///etc/passwd'), sentence: ELSEWHERE },
  { what: 'it redirects to itself for ever', answer: leadsTo('?again'), sentence: ENDLESS },
  { what: 'it redirects to nowhere', answer: says(302), sentence: ENDLESS },
  {
    what: 'it streams for ever',
    answer: (_, response) => streamsForEver(response),
    sentence: 'It is larger than 20 MB.',
  },
  { what: 'it sends a byte now and then', answer: raw(`${OK}\r\n`, dripping(50, 'x')), sentence: SLOW },
  {
    what: 'it sends its headers letter by letter',
    answer: raw('HTTP/1.1 200 OK\r\nx: ', dripping(50, 'x')),
    sentence: SLOW,
  },
  {
    what: 'it says a picture and sends a page',
    answer: says(200, { 'content-type': 'image/png' }, '<!doctype html><script>alert(1)</script>'),
    sentence: NO_PICTURE,
  },
  {
    what: 'it says a picture and sends a drawing with a script',
    answer: says(200, { 'content-type': 'image/png' }, '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    sentence: NO_PICTURE,
  },
  {
    what: 'it says fewer bytes than it sends',
    answer: raw(`${OK}content-length: 3\r\n\r\nmore than three`),
    sentence: NO_PICTURE,
  },
  {
    what: 'it says more bytes than it sends',
    answer: raw(`${OK}content-length: 900\r\n\r\nfew`),
    sentence: BROKEN_OFF,
  },
  {
    what: 'it says that it sends more than we take',
    answer: raw(`${OK}content-length: 999999999999\r\n\r\nfew`),
    sentence: 'It is larger than 20 MB.',
  },
  {
    what: 'it sends a bomb that unfolds into gigabytes',
    answer: says(200, { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(1_000_000))),
    sentence: 'The old website sent it packed, though it was asked not to.',
  },
  {
    what: 'it does not say that it sends a bomb',
    answer: says(200, {}, gzipSync(Buffer.alloc(9_999))),
    sentence: NO_PICTURE,
  },
  { what: 'it sends nothing', answer: says(200), sentence: 'The old website sent an empty file.' },
  { what: 'it asks for a password', answer: says(401), sentence: 'The old website does not hand it to strangers.' },
  { what: 'it has no such file', answer: says(404), sentence: 'The old website says that it has no such file.' },
  { what: 'it is out of order', answer: says(500), sentence: BUSY },
  { what: 'it hangs up', answer: (_, { socket }) => void socket?.destroy(), sentence: BROKEN_OFF },
  { what: 'it speaks no HTTP', answer: raw('220 mail.example ESMTP\r\n'), sentence: BROKEN_OFF },
  { what: 'it sends headers without end', answer: raw(`${OK}x: ${'x'.repeat(100_000)}`), sentence: BROKEN_OFF },
]

function streamsForEver(response: ServerResponse): void {
  const part = Buffer.alloc(256 * 1024)
  const more = () => {
    while (!response.destroyed && response.write(part));
  }
  response.writeHead(200, { 'content-type': 'image/png' })
  response.on('drain', more)
  more()
}
