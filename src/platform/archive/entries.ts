import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { type Extract, extract } from 'tar-stream'
import { Refusal } from '../refusal.ts'

/** A file inside an archive. Its content is read before the next one is asked for. */
export interface ArchiveEntry {
  readonly name: string
  readonly size: number
  /** All of it, if it is no larger than `limit`. */
  bytes(limit: number): Promise<Buffer>
  content(): AsyncIterable<Buffer>
}

type Entry = Extract extends AsyncIterable<infer E> ? E : never

/** Looks one entry ahead, because a table ends where something else begins. */
export class Entries {
  readonly #source: AsyncIterator<Entry>
  readonly #reading: Promise<unknown>
  #next: ArchiveEntry | null | undefined

  constructor(path: string) {
    const tar = extract()
    this.#source = tar[Symbol.asyncIterator]()
    this.#reading = pipeline(createReadStream(path, { highWaterMark: 256 * 1024 }), tar).catch(() => {})
  }

  /** The entry that comes next, or null at the end. */
  async peek(): Promise<ArchiveEntry | null> {
    if (this.#next === undefined) this.#next = await this.#read()
    return this.#next
  }

  async take(): Promise<ArchiveEntry | null> {
    const entry = await this.peek()
    this.#next = undefined
    return entry
  }

  async close(): Promise<void> {
    await this.#source.return?.()
    await this.#reading
  }

  async #read(): Promise<ArchiveEntry | null> {
    const { value, done } = await this.#source.next().catch(wrap)
    return done ? null : asEntry(value)
  }
}

function asEntry(entry: Entry): ArchiveEntry {
  const { name, type, size, pax } = entry.header
  if (type !== 'file' || pax)
    throw new Refusal(`This archive holds something that is no plain file: ${shown(name)}.`, 422)
  const content = async function* (): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of entry) yield chunk as Buffer
    } catch (error) {
      wrap(error)
    }
  }
  return {
    name,
    size,
    content,
    async bytes(limit) {
      if (size > limit) throw new Refusal(`This archive is damaged: ${shown(name)} is larger than it may be.`, 422)
      const parts: Buffer[] = []
      for await (const part of content()) parts.push(part)
      return Buffer.concat(parts)
    },
  }
}

/** A name as it may be shown in a sentence, whatever was put in it. */
export const shown = (name: string): string => `“${name.replace(/[\p{Cc}\p{Cf}]/gu, '?').slice(0, 120)}”`

/** tar-stream's own words are for programmers. */
function wrap(error: unknown): never {
  if (error instanceof Refusal) throw error
  const { message, code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') throw new Refusal('There is no such file.', 404)
  if (code?.startsWith('E') && !code.startsWith('ERR_')) throw new Refusal(`This file cannot be read (${code}).`, 422)
  if (/unexpected end|premature close|destroyed/i.test(message))
    throw new Refusal('This archive is cut short: copy it again from where it came from.', 422)
  throw new Refusal('This is not an archive of Backbench, or it is damaged.', 422)
}
