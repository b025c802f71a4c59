import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { deliverExport } from '../../platform/exportDelivery.ts'
import type { Stored } from '../../platform/files.ts'
import { homeOf } from '../../platform/origin.ts'
import type { Job } from '../../platform/jobs.ts'
import type { GroupContext } from '../../platform/slice.ts'
import { type Pack, storeZip } from '../../platform/zipFile.ts'
import { exportSite } from './siteExport.ts'

/** Bytes: more than WordPress could take in, and than a disk should lose to a mistake. */
const LARGEST = 8 * 1024 ** 3

/** Makes what an officer asked for on the export page: the WordPress export, or the files of the pictures. */
export const takeWebsiteOut: Job<{ export: string }> = {
  name: 'publishing.take_website_out',
  run: (context, { export: id }) =>
    deliverExport(context, {
      id,
      make: ({ kind, askedAt }) =>
        kind === 'pictures' ? storePictures(context, askedAt) : storeSite(context, askedAt),
    }),
}

function storeSite(context: GroupContext, at: Date): Promise<Stored> {
  const { services, group } = context
  const home = homeOf(services, group)
  return services.files.store(group.id, inChunks(exportSite(context, { home, at })), LARGEST)
}

/** Bytes of some size: an export comes in thousands of small pieces. */
export async function* inChunks(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  let waiting: string[] = []
  let length = 0
  for await (const piece of pieces) {
    waiting.push(piece)
    length += piece.length
    if (length < CHUNK) continue
    yield Buffer.from(waiting.join(''))
    waiting = []
    length = 0
  }
  yield Buffer.from(waiting.join(''))
}

const CHUNK = 256 * 1024

const storePictures = (context: GroupContext, at: Date): Promise<Stored> =>
  storeZip(context.services.files, { groupId: context.group.id, at, fill: (pack) => packPictures(context, pack) })

/** Packs the files of the pictures under the names by which an import asks for them: 'uploads/2017/11/x.jpg', 'files/…'. */
export async function packPictures({ services, group, read }: GroupContext, pack: Pack): Promise<void> {
  const rows = await read((tx) =>
    tx
      .selectFrom('publishing.picture')
      .select(['path', 'sha256'])
      .where('sha256', 'is not', null)
      .orderBy('path')
      .execute(),
  )
  for (const { path, sha256 } of rows) {
    const place = services.files.path(group.id, sha256!)
    if (await stat(place).catch(() => null))
      await pack(path.replace(/^\/(?:wp-content\/)?/, ''), createReadStream(place))
  }
}
