import { readFile, readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { Hono } from 'hono'
import { acceptedCodings } from './platform/encoding.ts'
import type { Env } from './platform/web.ts'
import { assetsFolder } from './ui/assets.ts'

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
}
const FOREVER = 'public, max-age=31536000, immutable'
const SUFFIX = { br: '.br', gzip: '.gz' } as const

/** Stylesheets, scripts and fonts. Names carry a hash of the content, so they are kept for ever. */
export const assetRoutes = new Hono<Env>()

assetRoutes.get('/assets/:path{([A-Za-z0-9_-]+/)?[A-Za-z0-9._-]+}', async (c) => {
  const path = c.req.param('path')
  const type = TYPES[path.split('.').at(-1) ?? '']
  if (!kept.has(path)) await readAssets()
  const coding = acceptedCodings(c.req.header('accept-encoding')).find((one) => kept.has(path + SUFFIX[one]))
  const body = kept.get(coding ? path + SUFFIX[coding] : path)
  if (!type || !body) return c.notFound()
  c.header('content-type', type)
  c.header('content-length', String(body.length))
  c.header('cache-control', FOREVER)
  c.header('vary', 'accept-encoding')
  if (coding) c.header('content-encoding', coding)
  return c.body(body)
})

/** A name never changes its content, so each file is read once: some 400 KB in all. */
const kept = new Map<string, Buffer<ArrayBuffer>>()

async function readAssets(): Promise<void> {
  const files = await readdir(assetsFolder(), { recursive: true, withFileTypes: true })
  for (const file of files.filter((entry) => entry.isFile())) {
    const path = join(file.parentPath, file.name)
    const name = relative(assetsFolder(), path).replaceAll(sep, '/')
    if (!kept.has(name)) kept.set(name, await readFile(path))
  }
}
