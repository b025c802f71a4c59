import type pg from 'pg'
import { CopyParts } from './copyParts.ts'
import { OneBufferSocket } from './oneBuffer.ts'

export interface CopyOrder {
  /** `copy … to stdout` */
  readonly text: string
  readonly partBytes: number
}

/**
 * What a COPY gives, in parts of one size, the last one shorter. The server is let send on only while fewer than two parts
 * wait to be taken. Whoever leaves before the end loses the connection, because a COPY cannot be asked to stop.
 */
export async function* copyOut(client: pg.Client, order: CopyOrder): AsyncGenerator<Buffer> {
  const copy = new CopyOut(order)
  client.query(copy)
  try {
    for (let part = await copy.next(); part; part = await copy.next()) yield part
  } finally {
    copy.leave()
  }
}

/** A query of pg that reads the connection itself while rows come, and leaves everything else to pg's own reader. */
class CopyOut implements pg.Submittable {
  readonly #text: string
  readonly #parts: CopyParts
  readonly #ready: Buffer[] = []
  #stream: pg.Connection['stream'] | undefined
  #itsReader: ((sent: Buffer) => void) | undefined
  #ended = false
  #error: Error | undefined
  #wake = (): void => {}

  constructor({ text, partBytes }: CopyOrder) {
    this.#text = text
    this.#parts = new CopyParts(partBytes, (part) => this.#ready.push(part))
  }

  submit(connection: pg.Connection): void {
    const stream = (this.#stream = connection.stream)
    this.#itsReader = stream.listeners('data')[0] as (sent: Buffer) => void
    stream.off('data', this.#itsReader)
    stream.on(eventOf(stream), this.#read)
    connection.query(this.#text)
  }

  /** The next part, or nothing at the end. */
  async next(): Promise<Buffer | undefined> {
    if (!this.#ready.length && !this.#ended && !this.#error) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
        this.#stream?.resume()
      })
    }
    if (this.#error) throw this.#error
    return this.#ready.shift()
  }

  leave(): void {
    if (!this.#ended && !this.#error) this.#stream?.destroy()
  }

  readonly #read = (sent: Buffer): void => {
    const over = this.#cut(sent)
    if (over >= 0) this.#handBack(sent.subarray(over))
    else if (this.#ready.length > 1) this.#stream!.pause()
    if (this.#ready.length) this.#wake()
  }

  #cut(sent: Buffer): number {
    try {
      return this.#parts.take(sent)
    } catch (error) {
      this.#stream!.destroy(error as Error)
      return -1
    }
  }

  #handBack(sent: Buffer): void {
    this.#stream!.off(eventOf(this.#stream!), this.#read)
    this.#stream!.on('data', this.#itsReader!)
    this.#itsReader!(Buffer.from(sent)) // the buffer may be shared, and it may keep a piece
  }

  // What pg tells whoever asked, by the names that it gives it.

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    const rest = this.#parts.rest()
    if (rest && !this.#error) this.#ready.push(rest)
    this.#ended = true
    this.#wake()
  }

  handleError(error: Error): void {
    this.#error = error
    this.#wake()
  }
}

const eventOf = (stream: pg.Connection['stream']): string => (stream instanceof OneBufferSocket ? 'shared' : 'data')
