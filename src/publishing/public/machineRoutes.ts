import { router, type Web } from '../../platform/web.ts'
import { markFile } from '../../ui/Mark.tsx'
import { brandRamp } from '../../ui/theme.ts'
import { type Sitemap, sitemapOf } from './sitemapFiles.ts'

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

/** Everything that may be read; an index of such files where one cannot hold it. */
machineRoutes.get('/sitemap.xml', async (c) => xml(c, (await sitemapFor(c)).first))
machineRoutes.get('/sitemap/:file{[1-9][0-9]{0,3}\\.xml}', async (c) => {
  const number = Number(/\d+/.exec(c.req.param('file')))
  const file = (await sitemapFor(c)).files[number - 1]
  return file === undefined ? c.notFound() : xml(c, file)
})

async function sitemapFor(c: Web): Promise<Sitemap> {
  const contributions = c.var.slices.flatMap(({ sitemap }) => sitemap ?? [])
  const entries = await c.var.read(async (tx) => {
    const lists = []
    for (const sitemap of contributions) lists.push(await sitemap(tx)) // one connection: one after the other
    return lists.flat()
  })
  return sitemapOf(c.var.origin, entries)
}

const xml = (c: Web, file: string): Response => c.body(file, 200, { 'content-type': 'application/xml; charset=utf-8' })
