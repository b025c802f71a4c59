import type { SitemapEntry } from '../../platform/slice.ts'
import { element, type Xml, xmlDocument } from './feeds/xml.ts'

/** What one file may hold, and how large it may be (https://www.sitemaps.org/protocol.html). */
export const LIMITS = { addresses: 50_000, bytes: 50 * 1024 * 1024 } as const
export type Limits = Readonly<Record<keyof typeof LIMITS, number>>

const SPACE = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }
/** For what stands around the addresses. */
const FRAME = 1024

/** Where one of the files is found, by its number from 1. */
const sitemapPath = (number: number): string => `/sitemap/${number}.xml`

export interface Sitemap {
  /** What robots are told of: the one file, or an index of them. */
  readonly first: string
  /** The files that list the addresses, '/sitemap/1.xml' and so on. */
  readonly files: readonly string[]
}

/** Every address of a website, in as many files as it takes. */
export function sitemapOf(origin: string, entries: readonly SitemapEntry[], limits: Limits = LIMITS): Sitemap {
  const lists = shared(
    entries.map((entry) => addressOf(origin, entry)),
    limits,
  )
  const files = lists.map((urls) => xmlDocument(element('urlset', SPACE, ...urls)))
  if (files.length === 1) return { first: files[0]!, files }
  const named = files.map((_, at) => element('sitemap', {}, element('loc', {}, origin + sitemapPath(at + 1))))
  return { first: xmlDocument(element('sitemapindex', SPACE, ...named)), files }
}

/** In their order, each list as long as it may be; one at least. */
function shared(addresses: readonly Xml[], limits: Limits): Xml[][] {
  let list: Xml[] = []
  const lists = [list]
  let bytes = FRAME
  for (const address of addresses) {
    const size = Buffer.byteLength(address.xml)
    if (list.length === limits.addresses || bytes + size > limits.bytes) {
      lists.push((list = []))
      bytes = FRAME
    }
    list.push(address)
    bytes += size
  }
  return lists
}

const addressOf = (origin: string, { path, changedAt }: SitemapEntry): Xml =>
  element(
    'url',
    {},
    element('loc', {}, origin + path),
    ...(changedAt ? [element('lastmod', {}, changedAt.toISOString())] : []),
  )
