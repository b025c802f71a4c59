import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { Refusal } from '../../platform/refusal.ts'
import { router, type Web } from '../../platform/web.ts'
import { askedPath, hrefOf } from './paths.ts'
import { versionOf, type Width, WIDTHS } from './pictures.ts'
import { fileAt, inWidth, type ServedFile } from './servedFiles.ts'

/** Pictures and other files by their address, old ones ('/wp-content/uploads/…') and ours ('/files/…'). */
export const pictureRoutes = router()

for (const path of ['/wp-content/uploads/*', '/files/*'] as const) pictureRoutes.get(path, (c) => answerFile(c))

const FOREVER = 'public, max-age=31536000, immutable'
const ASK_AGAIN = 'public, max-age=0, must-revalidate'

/** What a browser may open by itself. Everything else is handed over as a file to keep. */
const OPENED = /^(image\/(jpeg|png|gif|webp|avif|svg\+xml)|application\/pdf|audio\/\w+|video\/\w+)$/

async function answerFile(c: Web): Promise<Response> {
  const asked = askedPath(c.req.url)
  const width = widthIn(c.req.query('w'))
  if (!asked || width === null) return c.notFound()
  const path = asked.normal.replace(/(.)\/$/, '$1')
  const found = await c.var.read((tx) => fileAt(tx, path))
  if (!found) return c.notFound()
  if (found === 'missing') throw new Refusal('This file has not been brought over to this website yet.', 404)
  if (found.path !== path) return c.redirect(oldCopyHref(found.path, path), 301)
  const { files } = c.var.services
  const file = await inWidth(files, { groupId: c.var.group.id, found, width })
  if (!file) return c.notFound()

  const etag = `"${file.name}"`
  const named = c.req.query('v') === versionOf(found.sha256)
  const headers = { etag, 'cache-control': named ? FOREVER : ASK_AGAIN }
  if (c.req.header('if-none-match')?.includes(etag)) return c.body(null, 304, headers)
  return sendFile(c, file, headers)
}

/** Hands over a stored file so that nothing hidden in it can run. */
export function sendFile(
  c: Web,
  { path, bytes, mediaType, fileName }: ServedFile,
  headers: Record<string, string>,
): Response {
  const opened = OPENED.test(mediaType)
  const all = {
    ...headers,
    'content-type': opened ? mediaType : 'application/octet-stream',
    'content-length': String(bytes),
    // A picture or PDF opened by itself may do nothing at all, whatever was hidden in it.
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'content-disposition': `${opened ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(fileName)}`,
  }
  if (c.req.method === 'HEAD') return c.body(null, 200, all)
  return c.body(Readable.toWeb(createReadStream(path)) as ReadableStream, 200, all)
}

/** '…/march-300x200.jpg' was a smaller copy: the same picture in the nearest width we make that is no smaller. */
function oldCopyHref(path: string, asked: string): string {
  const wanted = Number(/-(\d{1,5})x\d{1,5}\.\w+$/.exec(asked)?.[1] ?? Number.POSITIVE_INFINITY)
  const width = WIDTHS.find((wide) => wide >= wanted)
  return hrefOf(path) + (width ? `?w=${width}` : '')
}

/** Undefined for the whole picture; null for a width we do not make. */
function widthIn(asked: string | undefined): Width | undefined | null {
  return asked === undefined ? undefined : (WIDTHS.find((width) => String(width) === asked) ?? null)
}
