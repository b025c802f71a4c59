import { once } from 'node:events'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { Files, Stored } from './files.ts'

/** Puts one file into a zip, and resolves once it has been written: so much, and no more, is ever held. */
export type Pack = (name: string, content: string | Buffer | AsyncIterable<string | Uint8Array>) => Promise<void>

export interface Packing {
  /** The moment every file in the zip bears. */
  readonly at: Date
  readonly fill: (pack: Pack) => Promise<void>
}

/** Bytes: the most an export may be. */
const LARGEST = 64 * 1024 ** 3

/** Makes a zip of what `fill` packs, and stores it. Whatever goes wrong on the way, nothing is kept. */
export const storeZip = (files: Files, { groupId, ...packing }: Packing & { groupId: number }): Promise<Stored> =>
  makeZip(packing, (zip) => files.store(groupId, zip, LARGEST))

/** Makes a zip of what `fill` packs, for `take` to put somewhere: it fails when the filling does, and the other way round. */
export async function makeZip<T>(
  { at, fill }: Packing,
  take: (zip: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T> {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  const taken = take(output)
  const broken = taken.then(() => new Promise<never>(() => {})) // a full disk ends the packing too
  broken.catch(() => {})
  const pack: Pack = async (name, content) => {
    const whole = typeof content === 'string' || Buffer.isBuffer(content)
    const stream = Readable.from(whole ? [Buffer.from(content)] : content, { objectMode: false })
    const written = once(stream, 'end') // refused when the content is
    zip.addReadStream(stream, name, { mtime: at })
    await Promise.race([written, broken])
  }
  try {
    await fill(pack)
    zip.end()
  } catch (error) {
    output.destroy(error as Error)
    await taken.catch(() => {})
    throw error
  }
  return taken
}
