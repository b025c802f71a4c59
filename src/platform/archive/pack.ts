import { createReadStream, createWriteStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { constants, zstdCompress } from 'node:zlib'
import { type Pack, pack } from 'tar-stream'
import { fileName, partName, sumOf } from './format.ts'

const compress = promisify(zstdCompress)
/** Level 1: three times as fast as the usual 3, and a tenth larger. */
const FAST = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }
/** Up to this size a file is read once, into memory; a larger one twice. */
const SMALL_FILE = 4 * 1024 * 1024

export interface PackedTable {
  readonly rows: number
  readonly parts: readonly string[]
}

/** An archive being written: entries one after another, never more of them in memory than a few parts. */
export class Packing {
  readonly #tar: Pack = pack()
  readonly #mtime: Date
  /** Resolves when everything is on the disk. Rejects when it cannot be written. */
  readonly written: Promise<void>

  constructor(path: string, madeAt: Date) {
    this.#mtime = madeAt
    this.written = pipeline(this.#tar, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }))
    this.written.catch(() => {}) // whoever adds entries hears of it too
  }

  async json(name: string, value: unknown): Promise<string> {
    const bytes = Buffer.from(`${JSON.stringify(value, null, 1)}\n`)
    await this.#add(name, bytes)
    return sumOf(bytes)
  }

  /** Rows as COPY writes them, in parts of the size an archive has: one is compressed while the next is read. */
  async table(name: string, rows: AsyncIterable<Buffer>): Promise<PackedTable> {
    const parts: string[] = []
    let [lines, waiting] = [0, Promise.resolve()]
    for await (const part of rows) {
      lines += countLines(part)
      await waiting
      const compressed = compress(part, FAST)
      waiting = compressed.then((bytes) => {
        parts.push(sumOf(bytes))
        return this.#add(partName(name, parts.length), bytes)
      })
      waiting.catch(() => {}) // awaited at the next turn
    }
    await waiting
    return { rows: lines, parts }
  }

  /** Adds a stored file. Says false when it is not there, or is no longer what its name says. */
  async file(path: string, { group, sha256 }: { group: number; sha256: string }): Promise<number | false> {
    const size = await stat(path).then(
      (found) => found.size,
      () => -1,
    )
    if (size < 0) return false
    const name = fileName(group, sha256)
    if (size <= SMALL_FILE) {
      const bytes = await readFile(path)
      if (sumOf(bytes) !== sha256) return false
      await this.#add(name, bytes)
      return bytes.length
    }
    if ((await sumOfFile(path)) !== sha256) return false
    await this.#stream({ name, size }, createReadStream(path))
    return size
  }

  finish(): Promise<void> {
    this.#tar.finalize()
    return this.written
  }

  abandon(): void {
    this.#tar.destroy()
  }

  #add(name: string, bytes: Buffer): Promise<void> {
    return new Promise((resolve, reject) => {
      const entry = this.#tar.entry(this.#header({ name, size: bytes.length }), bytes, (error) =>
        error ? reject(error) : resolve(),
      )
      entry.on('error', reject) // told to the callback too; unheard, it would end the program
    })
  }

  async #stream(header: { name: string; size: number }, source: AsyncIterable<Buffer>): Promise<void> {
    await pipeline(source, this.#tar.entry(this.#header(header)))
  }

  #header(given: { name: string; size: number }): { name: string; size: number; mode: number; mtime: Date } {
    return { ...given, mode: 0o600, mtime: this.#mtime }
  }
}

/** COPY escapes line breaks within values, so each is a row's end. */
function countLines(part: Buffer): number {
  let count = 0
  for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, at + 1)) count += 1
  return count
}

async function sumOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
