import { expect, test } from 'vitest'
import type { SitemapEntry } from '../../platform/slice.ts'
import { LIMITS, sitemapOf } from './sitemapFiles.ts'

const ORIGIN = 'https://group.example.org'
const paths = (count: number, path = (n: number): string => `/posts/${n}`): SitemapEntry[] =>
  Array.from({ length: count }, (_, n) => ({ path: path(n + 1), changedAt: null }))
const listed = (file: string): string[] => [...file.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc]) => loc!)
const expected = (entries: readonly SitemapEntry[]): string[] => entries.map(({ path }) => ORIGIN + path)

test('a website as large as one file may be has one', () => {
  const entries = paths(LIMITS.addresses)

  const { first, files } = sitemapOf(ORIGIN, entries)

  expect(files).toEqual([first])
  expect(first).toContain('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">')
  expect(listed(first)).toEqual(expected(entries))
})

test('a larger one has an index of files, which together list every address once and in order', () => {
  const entries = paths(2 * LIMITS.addresses + 1)

  const { first, files } = sitemapOf(ORIGIN, entries)

  expect(first).toContain('<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">')
  expect(listed(first)).toEqual([1, 2, 3].map((number) => `${ORIGIN}/sitemap/${number}.xml`))
  expect(files.map((file) => listed(file).length)).toEqual([LIMITS.addresses, LIMITS.addresses, 1])
  expect(files.flatMap(listed)).toEqual(expected(entries))
})

test('no file is larger than it may be, however long the addresses are', () => {
  const limits = { addresses: 1000, bytes: 10_000 }
  const entries = paths(100, (n) => `/${'é'.repeat(n * 10)}`)

  const { files } = sitemapOf(ORIGIN, entries, limits)

  expect(Math.max(...files.map((file) => Buffer.byteLength(file)))).toBeLessThanOrEqual(limits.bytes)
  expect(files.flatMap(listed)).toEqual(expected(entries))
})

test('a website without anything to read has an empty list, and days of change stand beside their addresses', () => {
  const { first: empty } = sitemapOf(ORIGIN, [])
  const { first: one } = sitemapOf(ORIGIN, [{ path: '/a&b', changedAt: new Date(0) }])

  expect(empty).toContain('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>')
  expect(one).toContain(`<loc>${ORIGIN}/a&amp;b</loc><lastmod>1970-01-01T00:00:00.000Z</lastmod>`)
})
