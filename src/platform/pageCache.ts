import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { acceptedCodings, type Coding } from './encoding.ts'
import { type Groups, isPaused, type KnownGroup } from './groups.ts'

/** Query keys that choose a page. Any other makes a request one of a kind, never kept. */
const CHOOSING = new Set(['p', 'page_id', 'paged', 'cat', 'tag', 'author', 'm', 'feed', 'page'])
/** Other sites add these to links, and our letters `via`. They choose nothing and are taken off before anybody reads the address. */
const FOLLOWING = /^(utm_\w+|fbclid|gclid|mc_cid|mc_eid|via)$/
const KEPT_STATUS = new Set([200, 301, 410])
const KEPT_TYPE = /^(text\/|application\/([\w.-]+\+)?(json|xml)\b)/
const LARGEST = 1024 * 1024
const VARY = 'accept-encoding, cookie'
/** RFC 9110 §15.4.5 asks for these in a 304; the rest of a kept answer's headers are still true of what the browser has. */
const LEFT_OUT_OF_304 = new Set(['content-type', 'content-length', 'content-encoding'])

interface Page {
  readonly version: number
  readonly status: number
  /** Without W/ in front: what the browser's copy is compared by. */
  readonly tag: string
  readonly bytes: number
  readonly identity: Form
  readonly notModified: readonly string[]
  gzip?: Form
  br?: Form
}
interface Form {
  readonly body: Buffer
  /** Name, value, name, value: as `writeHead` takes them without looking twice. */
  readonly headers: readonly string[]
}

/** What a rendered answer looks like to the cache. */
export interface Rendered {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Buffer
}

/**
 * Rendered public pages as ready buffers, answered before the router wakes. A page is good for one content version of its
 * group: any act that changes something public makes all of the group's pages stale at once, without tags.
 */
export class PageCache {
  readonly #pages = new Map<string, Page>()
  readonly #groups: Groups
  readonly #capacity: number
  #bytes = 0

  constructor(groups: Groups, capacity = 64 * 1024 * 1024) {
    this.#groups = groups
    this.#capacity = capacity
  }

  /** Answers from the cache and says true, or does nothing and says false. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const { headers, method, url } = request
    if ((method !== 'GET' && method !== 'HEAD') || headers.cookie !== undefined || !headers.host || !url) return false
    const group = this.#groups.byHost(headers.host)
    if (!group || isPaused(group)) return false
    const key = pageKey(group, site(headers.host, headers['x-forwarded-proto']), url)
    const page = key === null ? undefined : this.#pages.get(key)
    if (!page || page.version !== group.contentVersion) return false
    this.#touch(key!, page)
    const known = headers['if-none-match']
    if (known !== undefined && page.status === 200 && (known.includes(page.tag) || known === '*')) {
      response.writeHead(304, page.notModified as string[]).end()
      return true
    }
    const { body, headers: ready } = bestForm(page, acceptedCodings(headers['accept-encoding']))
    response.writeHead(page.status, ready as string[])
    response.end(method === 'HEAD' ? undefined : body)
    return true
  }

  /** Keeps an answer if it may be kept and nothing public changed since `version` was read, before rendering. */
  keep(key: string, { group, version, rendered }: { group: KnownGroup; version: number; rendered: Rendered }): void {
    if (!mayKeep(rendered) || rendered.body.length > LARGEST) return
    if (this.#groups.byId(group.id)?.contentVersion !== version) return
    const page = pageOf(version, rendered)
    this.#drop(key)
    this.#pages.set(key, page)
    this.#bytes += page.bytes
    this.#shrink()
    void compress(page, rendered)
  }

  get size(): { readonly pages: number; readonly bytes: number } {
    return { pages: this.#pages.size, bytes: this.#bytes }
  }

  #touch(key: string, page: Page): void {
    this.#pages.delete(key)
    this.#pages.set(key, page)
  }

  #drop(key: string): void {
    this.#bytes -= this.#pages.get(key)?.bytes ?? 0
    this.#pages.delete(key)
  }

  #shrink(): void {
    for (const key of this.#pages.keys()) {
      if (this.#bytes <= this.#capacity) return
      this.#drop(key)
    }
  }
}

/** Whether an answer may be kept at all, whoever asked: its status, its type, and nothing in it for one visitor only. */
export function mayKeep({ status, headers }: Pick<Rendered, 'status' | 'headers'>): boolean {
  if (!KEPT_STATUS.has(status)) return false
  return headers.every(([name, value]) => {
    if (name === 'set-cookie') return false
    if (name === 'cache-control') return !/no-store|private/.test(value)
    return name !== 'content-type' || KEPT_TYPE.test(value)
  })
}

/** The key of an anonymous GET at a site (see `site`), or null when it is one of a kind. */
export function pageKey(group: KnownGroup, at: string, url: string): string | null {
  const mark = url.indexOf('?')
  if (mark === -1) return `${group.id} ${at} ${url}`
  const chosen = [...new URLSearchParams(url.slice(mark))]
  if (chosen.some(([name]) => !CHOOSING.has(name))) return null
  chosen.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)) // of two values of one name the first counts, so their order stays
  return `${group.id} ${at} ${url.slice(0, mark)} ${chosen.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`
}

/** Host and scheme as asked for: both stand in a page's own addresses. Whether the scheme is believed is not the key's affair. */
export const site = (host: string, scheme: string | string[] | undefined): string =>
  scheme === undefined ? host : `${host} ${String(scheme)}`

/** The address without what chooses nothing: what other sites added to follow the visitor, and a letter's plain word. */
export function withoutFollowing(url: string): string {
  const mark = url.indexOf('?')
  if (mark === -1) return url
  const pairs = url.slice(mark + 1).split('&')
  const left = pairs.filter((pair) => !FOLLOWING.test(pair.split('=', 1)[0]!))
  if (left.length === pairs.length) return url
  return left.length ? `${url.slice(0, mark)}?${left.join('&')}` : url.slice(0, mark)
}

function pageOf(version: number, rendered: Rendered): Page {
  const tag = `"${createHash('sha256').update(rendered.body).digest('base64url').slice(0, 22)}"`
  const identity = formOf(rendered, tag, { body: rendered.body })
  return {
    version,
    status: rendered.status,
    tag,
    bytes: Math.ceil(rendered.body.length * 1.6) + 1000, // with its compressed forms
    identity,
    notModified: pairs(identity.headers)
      .filter(([name]) => !LEFT_OUT_OF_304.has(name))
      .flat(),
  }
}

/** One tag for all forms, so it is a weak one: it promises the same page, not the same bytes (RFC 9110 §8.8.1). */
function formOf(rendered: Rendered, tag: string, { body, encoding }: { body: Buffer; encoding?: Coding }): Form {
  const own = rendered.headers.filter(([name]) => !['content-length', 'content-encoding', 'vary'].includes(name))
  const headers = [
    ...own,
    ['content-length', String(body.length)],
    ['etag', `W/${tag}`],
    ['vary', VARY],
    ...(encoding ? [['content-encoding', encoding]] : []),
  ]
  return { body, headers: headers.flat() }
}

const pairs = (flat: readonly string[]): (readonly [string, string])[] =>
  flat.flatMap((name, i) => (i % 2 ? [] : [[name, flat[i + 1]!] as const]))

function bestForm(page: Page, codings: readonly Coding[]): Form {
  for (const coding of codings) {
    const form = page[coding]
    if (form) return form
  }
  return page.identity
}

const gzipped = promisify(gzip)
const brotlied = promisify(brotliCompress)
const WORTH_PACKING = 500

/** Off the main thread; until it is done, or if it fails, the page is served plain. */
async function compress(page: Page, rendered: Rendered): Promise<void> {
  if (rendered.body.length < WORTH_PACKING) return
  const brotli = {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: rendered.body.length },
  }
  const [zipped, packed] = await Promise.allSettled([
    gzipped(rendered.body, { level: 6 }),
    brotlied(rendered.body, brotli),
  ])
  if (zipped.status === 'fulfilled') page.gzip = formOf(rendered, page.tag, { body: zipped.value, encoding: 'gzip' })
  if (packed.status === 'fulfilled') page.br = formOf(rendered, page.tag, { body: packed.value, encoding: 'br' })
}
