import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, join, normalize, sep } from 'node:path'
import { Refusal } from '../../platform/refusal.ts'
import { LARGEST_PICTURE } from '../pictures.ts'
import { openZip, type Zip, type ZipEntry } from '../../platform/zip.ts'

/** The old site's `wp-content/uploads`: a folder, or a zip of it. Paths are as WordPress has them: '2017/11/x.jpg'. */
export interface Uploads {
  /** Null when there is no such file. A Refusal for one that is too large or damaged. */
  read(path: string): Promise<File | null>
  close(): Promise<void>
}

/** Opens a folder or a zip file; a Refusal when it is neither. */
export async function openUploads(place: string): Promise<Uploads> {
  const found = await stat(place).catch(() => null)
  if (!found) throw new Refusal(`There is no folder or zip file at ${place}.`, 404)
  return found.isDirectory() ? folderUploads(place) : zipUploads(await openZip(place))
}

/** The folder given may also be one of those above the uploads. */
function folderUploads(folder: string): Uploads {
  const roots = ['', 'uploads', 'wp-content/uploads'].map((inside) => join(folder, inside))
  return {
    async read(path) {
      const inside = normalize(path)
      if (inside.startsWith('..') || inside.startsWith(sep)) return null
      for (const root of roots) {
        const place = join(root, inside)
        const found = await stat(place).catch(() => null)
        if (found?.isFile()) return pictureFile(path, createReadStream(place))
      }
      return null
    },
    close: async () => {},
  }
}

/** Some zips hold the uploads themselves, others 'uploads/', 'wp-content/uploads/' or a folder above it. */
function zipUploads(zip: Zip): Uploads {
  const entries = new Map<string, ZipEntry>()
  for (const entry of zip.entries) {
    for (const name of namesOf(entry.name)) if (!entries.has(name)) entries.set(name, entry)
  }
  return {
    read: async (path) => {
      const entry = entries.get(path)
      return entry ? pictureFile(path, zip.read(entry)) : null
    },
    close: () => zip.close(),
  }
}

/** By what an entry may be asked for: all of its path, what follows 'uploads/', and what begins with a year and month. */
function namesOf(name: string): readonly string[] {
  const below = /(?:^|\/)uploads\/(.+)$/.exec(name)?.[1]
  const dated = /(?:^|\/)(\d{4}\/\d\d\/[^/]+)$/.exec(name)?.[1]
  return [name, below, dated].filter((one) => one !== undefined)
}

/** The bytes are counted while they are read: what a zip says of its sizes may be a lie. */
async function pictureFile(path: string, stream: AsyncIterable<Uint8Array>): Promise<File> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  for await (const part of stream) {
    bytes += part.length
    if (bytes > LARGEST_PICTURE) throw new Refusal('It is larger than 20 MB.', 413)
    parts.push(Uint8Array.from(part))
  }
  return new File(parts, basename(path))
}
