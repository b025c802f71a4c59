import { Refusal } from '../../platform/refusal.ts'
import { router } from '../../platform/web.ts'
import { oldAddressQuery } from '../wordpress/addresses.ts'
import { pageHref } from './archiveAddresses.ts'
import { newHref } from './oldAddresses.ts'

/** Addresses that WordPress answered and that stand elsewhere now. */
export const oldAddressRoutes = router()

/** Before the home page: '/?p=12' and its kin. */
oldAddressRoutes.use('/', async (c, next) => {
  const { search, searchParams } = new URL(c.req.url)
  if (search === '') return next()
  const old = oldAddressQuery(search)
  if (old) {
    const href = await c.var.read((tx) => newHref(tx, old))
    return href === null ? c.notFound() : c.redirect(href, 301)
  }
  const page = pageNumber(searchParams.get('paged') ?? '')
  return page ? c.redirect(pageHref('/posts', page), 301) : next()
})

for (const path of ['/page/:page', '/page/:page/'] as const) {
  oldAddressRoutes.get(path, (c) => {
    const page = pageNumber(c.req.param('page'))
    return page ? c.redirect(pageHref('/posts', page), 301) : c.notFound()
  })
}
oldAddressRoutes.get('/feed/:kind{(?:rss2?|rdf|atom)/?}', (c) => c.redirect('/feed/', 301))
for (const path of ['/comments/feed', '/comments/feed/:kind{(?:rss2?|rdf|atom)/?}'] as const) {
  oldAddressRoutes.get(path, (c) => c.redirect('/comments/feed/', 301))
}

const wordpressOnly = (): never => {
  throw new Refusal('This address belonged to the program that ran this website before.', 410)
}
for (const path of ['/xmlrpc.php', '/wp-login.php', '/wp-admin', '/wp-admin/*', '/wp-json/*'] as const) {
  oldAddressRoutes.all(path, wordpressOnly)
}

const pageNumber = (text: string): number | null => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : null)
