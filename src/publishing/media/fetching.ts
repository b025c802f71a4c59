import { request as requestPlainly, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as requestSafely } from 'node:https'
import { LARGEST_PICTURE } from '../pictures.ts'
import { addressOn } from './oldWebsite.ts'
import { pinnedTo, type Reach, theInternet } from '../../platform/reach.ts'
import { addressesOf } from './reach.ts'
import { Trouble } from './trouble.ts'

/** Milliseconds until a connection stands, and until all of a file is here with every redirect; bytes of one file. */
export interface Limits {
  readonly connect: number
  readonly whole: number
  readonly bytes: number
}

export const LIMITS: Limits = { connect: 10_000, whole: 60_000, bytes: LARGEST_PICTURE }
const MOST_REDIRECTS = 3
const HEADERS = {
  accept: 'image/*,*/*;q=0.1',
  'accept-encoding': 'identity', // what is not packed cannot unfold into gigabytes
  'user-agent': 'Backbench (a website moves and brings its pictures)',
}

export interface Fetching {
  /** The old website's address. Nothing is fetched from anywhere else. */
  readonly site: string
  readonly reach?: Reach
  readonly limits?: Limits
}

/**
 * Fetches one file from the old website, which may be anybody's and mean harm. Every name is resolved here and each of its
 * addresses checked, the connection goes to what was checked, redirects stay on the website and are checked again, and
 * what comes is counted while it comes. What the file is, its bytes must say later. Throws a Trouble.
 */
export async function fetchFile(
  address: string,
  { site, reach = theInternet, limits = LIMITS }: Fetching,
): Promise<Buffer> {
  const signal = AbortSignal.timeout(limits.whole)
  let url = addressOn(site, address)
  try {
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      const addresses = await Promise.race([addressesOf(url.hostname, reach), aborted(signal)])
      const answer = await ask(url, { lookup: pinnedTo(addresses), signal }, limits)
      const next = redirectOf(answer)
      if (next === null) return await bytesOf(answer, limits, signal)
      answer.destroy()
      url = addressOn(site, next, url)
    }
  } catch (error) {
    throw asTrouble(error, signal)
  }
  throw new Trouble('The old website leads from one address to the next without end.')
}

function ask(url: URL, options: RequestOptions, { connect }: Limits): Promise<IncomingMessage> {
  const safe = url.protocol === 'https:'
  return new Promise((resolve, reject) => {
    const request = (safe ? requestSafely : requestPlainly)(url, {
      ...options,
      agent: false, // a connection of its own, which nothing else uses
      headers: HEADERS,
      maxHeaderSize: 16 * 1024,
    })
    const timer = setTimeout(() => request.destroy(new Trouble(SILENT, 'unreachable')), connect)
    request.once('socket', (socket) => socket.once(safe ? 'secureConnect' : 'connect', () => clearTimeout(timer)))
    request.once('close', () => clearTimeout(timer))
    request.once('response', resolve)
    request.on('error', reject)
    request.end()
  })
}

/** Where it leads on; null when this is the answer. */
function redirectOf({ statusCode = 0, headers }: IncomingMessage): string | null {
  return [301, 302, 303, 307, 308].includes(statusCode) ? (headers.location ?? '') : null
}

async function bytesOf(answer: IncomingMessage, { bytes: most }: Limits, signal: AbortSignal): Promise<Buffer> {
  try {
    refuseByHead(answer, most)
    const parts: Buffer[] = []
    let bytes = 0
    for await (const part of answer as AsyncIterable<Buffer>) {
      bytes += part.length
      if (bytes > most) throw new Trouble(TOO_LARGE)
      parts.push(part)
    }
    signal.throwIfAborted() // an answer without a length ends with its connection, as if that were all
    if (!bytes) throw new Trouble('The old website sent an empty file.')
    return Buffer.concat(parts)
  } finally {
    answer.destroy()
  }
}

const SILENT = 'The old website does not answer.'
const TOO_LARGE = 'It is larger than 20 MB.'

function refuseByHead({ statusCode = 0, headers }: IncomingMessage, most: number): void {
  if (statusCode === 404 || statusCode === 410) throw new Trouble('The old website says that it has no such file.')
  if (statusCode === 401 || statusCode === 403) throw new Trouble('The old website does not hand it to strangers.')
  if (statusCode === 429 || statusCode >= 500)
    throw new Trouble('The old website says that it is out of order or too busy.', 'passing')
  if (statusCode !== 200) throw new Trouble('The old website answered with something other than a file.')
  if (!['', 'identity'].includes(headers['content-encoding']?.trim().toLowerCase() ?? ''))
    throw new Trouble('The old website sent it packed, though it was asked not to.')
  if (Number(headers['content-length'] ?? 0) > most) throw new Trouble(TOO_LARGE)
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })

/** Node's own words for what can go wrong on the way, said plainly. */
function asTrouble(error: unknown, signal: AbortSignal): unknown {
  if (error instanceof Trouble) return error
  if (signal.aborted) return new Trouble('The old website took longer than a minute for it.', 'passing')
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/.test(code)) return new Trouble(SILENT, 'unreachable')
  if (/CERT|SELF_SIGNED|ERR_TLS|UNABLE_TO/.test(code))
    return new Trouble('The old website’s certificate is not valid, so nobody can tell whether it is the old website.')
  if (/^(?:HPE_|ECONN|EPIPE|EPROTO|ERR_SSL|ERR_STREAM_PREMATURE_CLOSE)/.test(code))
    return new Trouble('The old website broke off in the middle.', 'passing')
  return error
}
