import { once } from 'node:events'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { Files, Stored } from './files.ts'

/** Puts one file into a zip, and resolves once it has been written: so much, and no more, is ever held. */
export type Pack = (name: string, content: string | Buffer | AsyncIterable<string | Uint8Array>) => Promise<void>

export interface Packing {
  readonly groupId: number
  /** The moment every file in the zip bears. */
  readonly at: Date
}

/** Bytes: the most an export may be. */
const LARGEST = 64 * 1024 ** 3

/** Makes a zip of what `fill` packs, and stores it. Whatever goes wrong on the way, nothing is kept. */
export async function storeZip(
  files: Files,
  { groupId, at }: Packing,
  fill: (pack: Pack) => Promise<void>,
): Promise<Stored> {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  const stored = files.store(groupId, output, LARGEST)
  const broken = stored.then(() => new Promise<never>(() => {})) // a full disk ends the packing too
  broken.catch(() => {})
  const pack: Pack = async (name, content) => {
    const stream = Readable.from(typeof content === 'string' || Buffer.isBuffer(content) ? [content] : content, {
      objectMode: false,
    })
    const written = once(stream, 'end')
    zip.addReadStream(stream, name, { mtime: at, compress: true })
    await Promise.race([written, broken])
  }
  try {
    await fill(pack)
    zip.end()
  } catch (error) {
    output.destroy(error as Error)
    await stored.catch(() => {})
    throw error
  }
  return stored
}
