import { router } from '../../platform/web.ts'
import { markFile } from '../../ui/Mark.tsx'
import { brandRamp } from '../../ui/theme.ts'
import { element, xmlDocument } from './feeds/xml.ts'

/** What browsers and search engines ask for by fixed names. */
export const machineRoutes = router()

machineRoutes.get('/favicon.svg', (c) =>
  c.body(markFile(c.var.look.mark ?? 'bench', brandRamp(c.var.group)[700]), 200, { 'content-type': 'image/svg+xml' }),
)
machineRoutes.get('/favicon.ico', (c) => c.redirect('/favicon.svg', 301))

/** Says what is no reading matter, and nothing about who may read (RFC 9309). */
machineRoutes.get('/robots.txt', (c) =>
  c.text(
    [
      'User-agent: *',
      ...['/office', '/my', '/sign-in', '/search'].map((path) => `Disallow: ${path}`),
      '',
      `Sitemap: ${c.var.origin}/sitemap.xml`,
      '',
    ].join('\n'),
  ),
)

/** The most addresses one file may hold (https://www.sitemaps.org/protocol.html). */
const MOST_ADDRESSES = 50_000

machineRoutes.get('/sitemap.xml', async (c) => {
  const contributions = c.var.slices.flatMap(({ sitemap }) => sitemap ?? [])
  const entries = await c.var.read(async (tx) => {
    const lists = []
    for (const sitemap of contributions) lists.push(await sitemap(tx)) // one connection: one after the other
    return lists.flat().slice(0, MOST_ADDRESSES)
  })
  const addresses = entries.map(({ path, changedAt }) =>
    element(
      'url',
      {},
      element('loc', {}, c.var.origin + path),
      ...(changedAt ? [element('lastmod', {}, changedAt.toISOString())] : []),
    ),
  )
  const root = element('urlset', { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }, ...addresses)
  return c.body(xmlDocument(root), 200, { 'content-type': 'application/xml; charset=utf-8' })
})
