import { promisify } from 'node:util'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { Refusal } from './refusal.ts'

export interface ZipEntry {
  /** With '/' between its parts, never climbing out ('..') and never absolute: yauzl refuses those. */
  readonly name: string
}

/** A zip file that is read where it lies; nothing is ever unpacked to the disk. */
export interface Zip {
  /** Without folders. */
  readonly entries: readonly ZipEntry[]
  /** Ends in a Refusal where the file is damaged, or holds more than it says. */
  read(entry: ZipEntry): AsyncIterable<Uint8Array>
  close(): Promise<void>
}

const MOST_ENTRIES = 300_000

/** Opens a zip file and reads the list of what it holds; a Refusal when it is none, or damaged. */
export async function openZip(place: string): Promise<Zip> {
  const zip = await promisify<string, yauzl.Options, ZipFile>(yauzl.open)(place, {
    lazyEntries: true,
    autoClose: false,
  }).catch(() => {
    throw damaged()
  })
  try {
    const known = await listEntries(zip)
    return {
      entries: [...known.keys()],
      read: (entry) => readEntry(zip, known.get(entry)),
      close: async () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function listEntries(zip: ZipFile): Promise<ReadonlyMap<ZipEntry, Entry>> {
  const entries = new Map<ZipEntry, Entry>()
  if (zip.entryCount > MOST_ENTRIES)
    throw new Refusal(
      `The zip file holds more than ${MOST_ENTRIES.toLocaleString('en-GB')} files. Send a part of it.`,
      422,
    )
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      if (!entry.fileName.endsWith('/')) entries.set({ name: entry.fileName }, entry)
      zip.readEntry()
    })
    zip.on('end', resolve)
    zip.on('error', () => reject(damaged()))
    zip.readEntry()
  })
  return entries
}

async function* readEntry(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<Uint8Array> {
  if (!entry) return
  try {
    const stream = await openStream(zip, entry)
    for await (const part of stream as AsyncIterable<Buffer>) yield part
  } catch {
    throw damaged()
  }
}

const openStream = (zip: ZipFile, entry: Entry): Promise<NodeJS.ReadableStream> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
  })

const damaged = (): Refusal =>
  new Refusal('The zip file is damaged and cannot be read. Make it again and send that.', 415)
