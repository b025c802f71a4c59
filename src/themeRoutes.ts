import { router } from './platform/web.ts'
import { themeCss } from './ui/theme.ts'

/** The group's eleven colours as a stylesheet, because the content policy allows no inline style. Named by their hash, so kept for ever. */
export const themeRoutes = router()

themeRoutes.get('/theme/:name{[A-Za-z0-9_-]+\\.css}', (c) => {
  const { group } = c.var
  if (c.req.path !== c.var.look.themeHref) return c.notFound()
  return c.body(themeCss(group), 200, {
    'content-type': 'text/css; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  })
})
