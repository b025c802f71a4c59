import { Refusal } from '../refusal.ts'

const [TAB, NEWLINE] = [9, 10]
const LONGEST_NUMBER = 10

/** What becomes of a row by its group's number: another number, the same, or null when it is left out. It may refuse. */
export type Becomes = (group: string) => string | null

/**
 * Walks through rows as COPY writes them (PostgreSQL, "COPY, Text Format": one line a row, columns parted by tabs, both
 * escaped within values), whose first column is the group's number, and gives them with the numbers changed. Memory holds
 * one chunk. Counts the rows it lets through.
 */
export class Rows {
  kept = 0
  read = 0
  /** Whether they were walked through to their end. */
  ended = false
  readonly #becomes: Becomes
  /** The beginning of a row whose number is not whole yet. */
  #begun = ''
  /** Within a row: whether it is let through. */
  #within: boolean | null = null

  constructor(becomes: Becomes) {
    this.#becomes = becomes
  }

  async *rewrite(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      const out = this.#walk(chunk)
      if (out.length) yield out.length === 1 ? out[0]! : Buffer.concat(out)
    }
    if (this.#within !== null || this.#begun) throw new Refusal('This archive is damaged: a row breaks off.', 422)
    this.ended = true
  }

  #walk(chunk: Buffer): Buffer[] {
    const out: Buffer[] = []
    let [at, from] = [0, this.#within ? 0 : -1] // from: where what is let through unchanged begins
    while (at < chunk.length) {
      if (this.#within === null) {
        const tab = this.#findTab(chunk, at)
        if (tab < 0) break
        const number = this.#begun + chunk.toString('latin1', at, tab)
        const becomes = this.#becomes(number)
        this.#within = becomes !== null
        const unchanged = becomes === number && !this.#begun
        if (from >= 0 && !unchanged) from = this.#pass(out, chunk.subarray(from, at))
        if (becomes !== null && !unchanged) out.push(Buffer.from(becomes, 'latin1'))
        if (becomes !== null && from < 0) from = unchanged ? at : tab
        this.#begun = ''
        at = tab
      }
      const end = chunk.indexOf(NEWLINE, at)
      if (end < 0) {
        at = chunk.length
        break
      }
      this.read += 1
      if (this.#within) this.kept += 1
      this.#within = null
      at = end + 1
    }
    if (from >= 0) this.#pass(out, chunk.subarray(from, at))
    return out
  }

  #pass(out: Buffer[], piece: Buffer): number {
    if (piece.length) out.push(piece)
    return -1
  }

  /** Where the number ends; -1 when the chunk ends before it. */
  #findTab(chunk: Buffer, at: number): number {
    const tab = chunk.indexOf(TAB, at)
    const length = this.#begun.length + (tab < 0 ? chunk.length : tab) - at
    if (length > LONGEST_NUMBER) throw new Refusal('This archive is damaged: a row does not name its group.', 422)
    if (tab < 0) this.#begun += chunk.toString('latin1', at)
    return tab
  }
}

/** Reads to the end and keeps nothing. */
export async function drain(chunks: AsyncIterable<Buffer>): Promise<void> {
  const source = chunks[Symbol.asyncIterator]()
  while (!(await source.next()).done);
}
