import { createReadStream } from 'node:fs'
import { open as openFile } from 'node:fs/promises'
import { Refusal } from '../../platform/refusal.ts'
import type { OpenExport } from './survey.ts'
import { openZip } from '../../platform/zip.ts'

/** An export as it lies on the disk: the XML itself, or a zip with one XML file in it. */
export interface ExportFile {
  readonly open: OpenExport
  close(): Promise<void>
}

/** Bytes of XML; a zip of a few kilobytes could say it holds terabytes. */
const LARGEST = 4 * 1024 ** 3

/** Looks at what a file holds, whatever its name says. A Refusal when it can be no export. */
export async function openExportFile(place: string): Promise<ExportFile> {
  const head = await headOf(place)
  if (isZip(head)) return openZipped(place)
  if (!looksLikeMarkup(head))
    throw new Refusal(
      'This is not an export from WordPress. In WordPress, go to Tools, Export, choose “All content”, and send the file you get.',
      415,
    )
  return { open: () => createReadStream(place), close: async () => {} }
}

/** Whether the file is a zip, by its first bytes (APPNOTE.TXT 4.3.7; an empty one begins with its end, 4.3.16). */
export const isZipFile = async (place: string): Promise<boolean> => isZip(await headOf(place))

const isZip = (head: Buffer): boolean => head.subarray(0, 2).toString('latin1') === 'PK'

/** After a byte order mark, blanks, and the zero bytes of UTF-16, mark-up begins with '<'. Empty and gzipped files have refusals of their own when read. */
const looksLikeMarkup = (head: Buffer): boolean => {
  const text = head.toString('latin1').replace(/^[\s\0\xef\xbb\xbf\xff\xfe]*/, '')
  return text === '' || text.startsWith('<') || head.subarray(0, 2).equals(GZIP)
}

/** RFC 1952, 2.3.1 */
const GZIP = Buffer.from([0x1f, 0x8b])

async function headOf(place: string): Promise<Buffer> {
  const file = await openFile(place, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function openZipped(place: string): Promise<ExportFile> {
  const zip = await openZip(place)
  const found = zip.entries.filter(({ name }) => /\.xml$/i.test(name) && !/(?:^|\/)(?:\.|__MACOSX\/)/.test(name))
  const [entry] = found
  if (!entry || found.length > 1) {
    await zip.close()
    throw new Refusal(
      entry
        ? `The zip file holds ${found.length} .xml files. Unpack it and send them one after the other.`
        : 'The zip file holds no .xml file. Send the export that WordPress made.',
      422,
    )
  }
  return { open: () => bounded(zip.read(entry)), close: () => zip.close() }
}

async function* bounded(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const part of source) {
    bytes += part.length
    if (bytes > LARGEST)
      throw new Refusal('The file inside the zip is larger than 4 GB, which is the most we take.', 413)
    yield part
  }
}
