import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Act } from './act.ts'
import * as exports from './exports.ts'
import type { Stored } from './files.ts'
import { Refusal } from './refusal.ts'
import type { GroupContext } from './slice.ts'
import type { Web } from './web.ts'

export interface Delivery {
  readonly id: string
  readonly make: (asked: exports.Export) => Promise<Stored>
  /** In the act by which it becomes ready. */
  readonly whenReady?: (act: Act, asked: exports.Export) => Promise<void>
}

/** Makes what was asked for. One that was killed half-way begins anew; one that has ended does nothing. */
export async function deliverExport(context: GroupContext, { id, make, whenReady }: Delivery): Promise<void> {
  const asked = await context.read((tx) => exports.find(tx, id))
  if (asked?.state !== 'waiting') return
  try {
    const stored = await make(asked)
    await context.act(async (act) => {
      await exports.markReady(act, { id, ...stored })
      await whenReady?.(act, asked)
    })
  } catch (error) {
    if (!(error instanceof Refusal)) context.services.log.fault('export', error)
    await context.act((act) => exports.markFailed(act, id)) // should the database be away, the job comes again
  }
}

/** Sends a finished export to whoever asked for it, and to nobody else. */
export async function sendExport(
  c: Web,
  found: exports.Export | undefined,
  { fileName, mediaType }: { fileName: string; mediaType: string },
): Promise<Response> {
  const { personId } = c.var.actor
  const { storedAs } = exports.checkFetchable(found, { personId, now: new Date() })
  const path = c.var.services.files.path(c.var.group.id, storedAs)
  const lying = await stat(path).catch(() => null)
  if (!lying) throw new Refusal('This file is no longer here. Ask for a new one.', 410)
  return c.body(Readable.toWeb(createReadStream(path)) as ReadableStream, 200, {
    'content-type': mediaType,
    'content-length': String(lying.size),
    'content-disposition': `attachment; filename="${fileName}"`,
    'cache-control': 'private, no-store',
  })
}
