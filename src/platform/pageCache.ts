import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Groups, KnownGroup } from './groups.ts'

/** Query keys that choose a page. Any other but these and the ignored ones makes a request one of a kind, never kept. */
const CHOOSING = new Set(['p', 'page_id', 'paged', 'cat', 'tag', 'author', 'm', 'feed', 'page'])
const IGNORED = /^(utm_\w+|fbclid|gclid|mc_cid|mc_eid)$/
const KEPT_STATUS = new Set([200, 301, 410])
const LARGEST = 1024 * 1024

interface Page {
  readonly version: number
  readonly status: number
  readonly etag: string
  readonly bytes: number
  readonly identity: Form
  gzip?: Form
  brotli?: Form
}
interface Form {
  readonly body: Buffer
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
    if (!group) return false
    const key = pageKey(group, headers.host, url)
    const page = key === null ? undefined : this.#pages.get(key)
    if (!page || page.version !== group.contentVersion) return false
    this.#touch(key!, page)
    if (headers['if-none-match']?.includes(page.etag)) {
      response.writeHead(304, notModified(page)).end()
      return true
    }
    const { body, headers: ready } = bestForm(page, headers['accept-encoding'])
    response.writeHead(page.status, ready as string[])
    response.end(method === 'HEAD' ? undefined : body)
    return true
  }

  /** Keeps an answer if it may be kept and nothing public changed since `version` was read, before rendering. */
  keep(key: string, { group, version, rendered }: { group: KnownGroup; version: number; rendered: Rendered }): void {
    if (!KEPT_STATUS.has(rendered.status) || rendered.body.length > LARGEST) return
    if (rendered.headers.some(([name, value]) => name === 'set-cookie' || (name === 'cache-control' && /no-store|private/.test(value)))) return
    if (this.#groups.byId(group.id)?.contentVersion !== version) return
    const page = pageOf(version, rendered)
    this.#drop(key)
    this.#pages.set(key, page)
    this.#bytes += page.bytes
    this.#shrink()
    void this.#compress(page, rendered)
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

  /** Off the main thread; until it is done the page is served plain. */
  async #compress(page: Page, rendered: Rendered): Promise<void> {
    if (rendered.body.length < 500) return
    const [zipped, packed] = await Promise.all([gzipped(rendered.body, { level: 6 }), brotlied(rendered.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })])
    page.gzip = formOf(rendered, page.etag, { body: zipped, encoding: 'gzip' })
    page.brotli = formOf(rendered, page.etag, { body: packed, encoding: 'br' })
  }
}

const gzipped = promisify(gzip)
const brotlied = promisify(brotliCompress)

/** The key of an anonymous GET, or null when it is one of a kind. */
export function pageKey(group: KnownGroup, host: string, url: string): string | null {
  const mark = url.indexOf('?')
  if (mark === -1) return `${group.id} ${host} ${url}`
  const chosen = [...new URLSearchParams(url.slice(mark))].filter(([name]) => !IGNORED.test(name))
  if (chosen.some(([name]) => !CHOOSING.has(name))) return null
  return `${group.id} ${host} ${url.slice(0, mark)} ${chosen.sort().map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`
}

function pageOf(version: number, rendered: Rendered): Page {
  const etag = `"${createHash('sha256').update(rendered.body).digest('base64url').slice(0, 22)}"`
  return { version, status: rendered.status, etag, bytes: rendered.body.length * 1.6 + 1000, identity: formOf(rendered, etag, { body: rendered.body }) }
}

function formOf(rendered: Rendered, etag: string, { body, encoding }: { body: Buffer; encoding?: string }): Form {
  const own = rendered.headers.filter(([name]) => name !== 'content-length' && name !== 'content-encoding' && name !== 'vary')
  const headers = [...own, ['content-length', String(body.length)], ['etag', etag], ['vary', 'accept-encoding, cookie'], ...(encoding ? [['content-encoding', encoding]] : [])]
  return { body, headers: headers.flat() as string[] }
}

const notModified = (page: Page) => ({ etag: page.etag, vary: 'accept-encoding, cookie', 'cache-control': 'public, max-age=0, must-revalidate' })

function bestForm(page: Page, accepted: string | string[] | undefined): Form {
  const wish = String(accepted ?? '')
  if (page.brotli && /\bbr\b(?!;q=0(\.0*)?(,|$))/.test(wish)) return page.brotli
  if (page.gzip && /\bgzip\b(?!;q=0(\.0*)?(,|$))/.test(wish)) return page.gzip
  return page.identity
}
