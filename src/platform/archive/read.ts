import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { zstdDecompress } from 'node:zlib'
import { Refusal } from '../refusal.ts'
import { type ArchiveEntry, Entries, shown } from './entries.ts'
import { ExpectedFiles } from './expectedFiles.ts'
import {
  LARGEST_JSON,
  LARGEST_PART,
  type Manifest,
  PART_BYTES,
  partName,
  type Sums,
  sumOf,
  sumsForm,
} from './format.ts'
import { parseAs, parseManifest, takeManifest } from './manifest.ts'
import { drain, Rows } from './rows.ts'

const decompress = promisify(zstdDecompress)

/** Who wants what an archive holds. Each gets what it asks for in the order of the archive, and reads it to its end. */
export interface Receiver {
  readonly manifest?: (manifest: Manifest) => Promise<void>
  readonly table?: (name: string, rows: AsyncIterable<Buffer>) => Promise<void>
  readonly file?: (file: { group: number; sha256: string }, content: AsyncIterable<Buffer>) => Promise<void>
}

export interface Contents {
  readonly manifest: Manifest
  readonly sums: Sums
}

/**
 * Reads an archive from its first byte to its last and believes nothing: names, order, sizes, sums, the number of rows,
 * whose they are, and that the files are those that the rows name. A Refusal of one sentence at the first thing that is
 * wrong; whatever was received by then is not to be trusted. Memory holds one part.
 */
export async function readArchive(path: string, receiver: Receiver = {}): Promise<Contents> {
  const entries = new Entries(path)
  try {
    const bytes = await takeManifest(entries)
    const manifest = parseManifest(bytes)
    await receiver.manifest?.(manifest)
    const reading: Reading = { entries, manifest, receiver, expected: new ExpectedFiles() }
    const tables: Sums['tables'] = []
    for (const { name } of manifest.tables) tables.push(await readTable(reading, name))
    const files = await readFiles(reading)
    const sums = await takeSums(entries)
    compare(sums, { ...sums, manifest: sumOf(bytes), tables, files })
    reading.expected.allArrivedBut(sums.missing)
    const left = await entries.take()
    if (left) throw unexpected(left)
    return { manifest, sums }
  } finally {
    await entries.close()
  }
}

interface Reading {
  readonly entries: Entries
  readonly manifest: Manifest
  readonly receiver: Receiver
  readonly expected: ExpectedFiles
}

async function readTable(reading: Reading, name: string): Promise<Sums['tables'][number]> {
  const { manifest, receiver, expected } = reading
  const parts: string[] = []
  const groups = new Set(manifest.groups.map(({ id }) => String(id)))
  const rows = new Rows((group) => {
    if (!groups.has(group)) throw new Refusal('This archive holds rows of a group that it does not name.', 422)
    return group
  })
  let checked = rows.rewrite(partsOf(reading, name, parts))
  if (name === 'platform.file') checked = expected.named(checked, manifest)
  await (receiver.table ?? ((_, chunks) => drain(chunks)))(name, checked)
  if (!rows.ended) throw new Error(`The rows of ${name} were not read to their end.`)
  return { name, rows: rows.read, parts }
}

/** A table's parts one after the other, as they were before they were compressed. Notes their sums. */
async function* partsOf({ entries }: Reading, table: string, sums: string[]): AsyncGenerator<Buffer> {
  for (;;) {
    const next = await entries.peek()
    if (next?.name !== partName(table, sums.length + 1)) return
    const bytes = await (await entries.take())!.bytes(LARGEST_PART)
    sums.push(sumOf(bytes))
    yield await decompress(bytes, { maxOutputLength: PART_BYTES }).catch(() => {
      throw new Refusal(`This archive is damaged: ${shown(next.name)} does not unpack to what a part may be.`, 422)
    })
  }
}

async function readFiles({ entries, receiver, expected }: Reading): Promise<Sums['files']> {
  const files = { count: 0, bytes: 0 }
  for (let next = await entries.peek(); next && next.name !== 'sums.json'; next = await entries.peek()) {
    const entry = (await entries.take())!
    const file = expected.next(entry)
    const hash = createHash('sha256')
    await (receiver.file ?? ((_, chunks) => drain(chunks)))(file, hashed(entry, hash))
    if (hash.digest('hex') !== file.sha256)
      throw new Refusal(`This archive is damaged: ${shown(entry.name)} is not the file its name says.`, 422)
    files.count += 1
    files.bytes += entry.size
  }
  return files
}

async function* hashed(entry: ArchiveEntry, hash: ReturnType<typeof createHash>): AsyncGenerator<Buffer> {
  for await (const chunk of entry.content()) {
    hash.update(chunk)
    yield chunk
  }
}

async function takeSums(entries: Entries): Promise<Sums> {
  const last = await entries.take()
  if (!last) throw new Refusal('This archive is cut short: copy it again from where it came from.', 422)
  return parseAs(sumsForm, await last.bytes(LARGEST_JSON))
}

function compare(said: Sums, found: Sums): void {
  if (said.manifest !== found.manifest) throw altered('what it says of itself')
  for (const [i, table] of found.tables.entries())
    if (JSON.stringify(said.tables[i]) !== JSON.stringify(table)) throw altered(`the rows of ${shown(table.name)}`)
  if (said.tables.length !== found.tables.length) throw altered('its list of tables')
  if (said.files.count !== found.files.count || said.files.bytes !== found.files.bytes) throw altered('its files')
}

const altered = (what: string): Refusal =>
  new Refusal(`This archive was altered or damaged: its sums do not fit ${what}.`, 422)

const unexpected = ({ name }: { name: string }): Refusal =>
  new Refusal(`This archive holds something that does not belong there: ${shown(name)}.`, 422)
