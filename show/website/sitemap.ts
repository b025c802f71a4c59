import { page } from '../asking.ts'
import { expect } from '../walk.ts'

/** The paths that a website's sitemap lists (https://www.sitemaps.org/protocol.html). */
export async function addressesOf(address: string): Promise<readonly string[]> {
  const sitemap = await page(`${address}/sitemap.xml`)
  expect(sitemap.includes('http://www.sitemaps.org/schemas/sitemap/0.9'), 'sitemap.xml is a sitemap')
  return [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => {
    const { origin, pathname, search } = new URL(loc!.replaceAll('&amp;', '&'))
    expect(origin === address, `sitemap.xml of ${address} lists ${loc}`)
    return pathname + search
  })
}
