import { promisify } from 'node:util'
import yauzl, { type Entry, type Options, type ZipFile } from 'yauzl'

/** What a zip holds: the bytes of each file by its name. */
export async function unzip(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await promisify<Buffer, Options, ZipFile>(yauzl.fromBuffer)(bytes, { lazyEntries: true })
  const files = new Map<string, Buffer>()
  const opened = promisify(zip.openReadStream.bind(zip)) as (entry: Entry) => Promise<AsyncIterable<Buffer>>
  const read = async (entry: Entry): Promise<void> => {
    const parts: Buffer[] = []
    for await (const part of await opened(entry)) parts.push(part)
    files.set(entry.fileName, Buffer.concat(parts))
    zip.readEntry()
  }
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => void read(entry).catch(reject))
    zip.once('end', resolve).once('error', reject)
    zip.readEntry()
  })
  return files
}
