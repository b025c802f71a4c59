import { openAsBlob } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, join, normalize, sep } from 'node:path'
import { promisify } from 'node:util'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { Refusal } from '../../platform/refusal.ts'
import { LARGEST_PICTURE } from '../pictures.ts'

/** The old site's `wp-content/uploads`: a folder, or a zip of it. Paths are as WordPress has them: '2017/11/x.jpg'. */
export interface Uploads {
  read(path: string): Promise<File | null>
  close(): Promise<void>
}

/** Opens a folder or a zip file; a Refusal when it is neither. */
export async function openUploads(place: string): Promise<Uploads> {
  const found = await stat(place).catch(() => null)
  if (!found) throw new Refusal(`There is no folder or zip file at ${place}.`, 404)
  return found.isDirectory() ? folderUploads(place) : zipUploads(place)
}

function folderUploads(folder: string): Uploads {
  return {
    async read(path) {
      const inside = normalize(path)
      if (inside.startsWith('..') || inside.startsWith(sep)) return null
      const place = join(folder, inside)
      const found = await stat(place).catch(() => null)
      if (!found?.isFile()) return null
      return new File([await openAsBlob(place)], basename(place))
    },
    close: async () => {},
  }
}

/** Entries are found by how their names end, because some zips hold 'wp-content/uploads/' or a folder above it. */
async function zipUploads(place: string): Promise<Uploads> {
  const zip = await promisify<string, yauzl.Options, ZipFile>(yauzl.open)(place, { lazyEntries: true, autoClose: false }).catch(() => {
    throw new Refusal('The pictures are no zip file that can be read. Make the zip again and send that.', 415)
  })
  const entries = await listEntries(zip)
  return {
    read: async (path) => {
      const entry = entries.get(path)
      if (!entry || entry.uncompressedSize > LARGEST_PICTURE) return null
      return new File([await readEntry(zip, entry)], basename(path))
    },
    close: async () => zip.close(),
  }
}

async function listEntries(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>()
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      const inside = /(?:^|\/)(\d{4}\/\d\d\/[^/]+|[^/]+)$/.exec(entry.fileName)?.[1]
      if (inside && !entry.fileName.endsWith('/')) entries.set(inside, entry)
      zip.readEntry()
    })
    zip.on('end', resolve)
    zip.on('error', () => reject(new Refusal('The zip file of pictures is damaged. Make it again and send that.', 415)))
    zip.readEntry()
  })
  return entries
}

/** What an entry really holds is counted while reading: its own word for its size may lie. */
async function readEntry(zip: ZipFile, entry: Entry): Promise<Buffer<ArrayBuffer>> {
  const stream = await promisify(zip.openReadStream.bind(zip) as (entry: Entry, done: (error: Error | null, stream: NodeJS.ReadableStream) => void) => void)(entry)
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of stream as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes > LARGEST_PICTURE) throw new Refusal('A picture in the zip file is larger than 20 MB.', 413)
    parts.push(part)
  }
  return Buffer.concat(parts)
}
