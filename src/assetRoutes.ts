import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { assetsFolder } from './ui/assets.ts'
import type { Env } from './platform/web.ts'

const TYPES: Readonly<Record<string, string>> = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', woff2: 'font/woff2', svg: 'image/svg+xml', png: 'image/png', ico: 'image/x-icon' }
const FOREVER = 'public, max-age=31536000, immutable'

/** Stylesheets, scripts and fonts. Names carry a hash of the content, so they are kept for ever. */
export const assetRoutes = new Hono<Env>()

assetRoutes.get('/assets/:name{[A-Za-z0-9._/-]+}', async (c) => {
  const name = c.req.param('name')
  const type = TYPES[name.split('.').at(-1) ?? '']
  const names = await assetNames()
  if (!type || !names.has(name)) return c.notFound()
  const [suffix, encoding] = bestForm(names, name, c.req.header('accept-encoding') ?? '')
  const path = join(assetsFolder(), name + suffix)
  c.header('content-type', type)
  c.header('content-length', String((await stat(path)).size))
  c.header('cache-control', FOREVER)
  c.header('vary', 'accept-encoding')
  if (encoding) c.header('content-encoding', encoding)
  return c.body(Readable.toWeb(createReadStream(path)) as ReadableStream)
})

/** The files there are, so that a name from outside is only ever compared, never opened. Read anew: a build may have replaced them. */
const assetNames = async (): Promise<ReadonlySet<string>> => new Set(await readdir(assetsFolder(), { recursive: true }).catch(() => []))

function bestForm(names: ReadonlySet<string>, name: string, accepted: string): readonly [string, string | null] {
  if (accepted.includes('br') && names.has(`${name}.br`)) return ['.br', 'br']
  if (accepted.includes('gzip') && names.has(`${name}.gz`)) return ['.gz', 'gzip']
  return ['', null]
}
