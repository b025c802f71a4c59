import { Hono } from 'hono'
import type { Env } from './platform/web.ts'
import { themeCss, themeOfHref } from './ui/theme.ts'

/** A group's eleven colours as a stylesheet, because the content policy allows no inline style. */
export const themeRoutes = new Hono<Env>()

themeRoutes.get('/theme/:name{[a-z0-9.-]+\\.css}', (c) => {
  const theme = themeOfHref(c.req.path)
  if (!theme) return c.notFound()
  return c.body(themeCss(theme), 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' })
})
