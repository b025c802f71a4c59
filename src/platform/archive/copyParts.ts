/** PostgreSQL, "Message Formats": a letter, then the length with itself but without the letter, then the content. */
const [LETTER, LENGTH] = [1, 4]
const letters = (some: string): ReadonlySet<number> => new Set(Array.from(some, (one) => one.charCodeAt(0)))
const ROW = letters('d')
/** What tells of the copying, or may come at any time. */
const ASIDE = letters('HNSA')
/** The end, or an error. */
const OVER = letters('cE')

/**
 * Cuts what a server sends while it copies out into parts of this many bytes, the last one shorter. A row is a message of
 * its own, often of a hundred bytes: each is written straight into its part, because an object for each would cost more
 * than all the rest.
 */
export class CopyParts {
  readonly #bytes: number
  readonly #whole: (part: Buffer) => void
  #part: Buffer | undefined
  #filled = 0
  /** The beginning of a message whose length is not known yet. */
  #begun: Buffer | undefined
  /** How much of the message under way is still to come, and whether it is a row. */
  #left = 0
  #isRow = false

  constructor(bytes: number, whole: (part: Buffer) => void) {
    this.#bytes = bytes
    this.#whole = whole
  }

  /** Takes what the server sent. Answers where in it the copying is over; -1 when more is to come. */
  take(sent: Buffer): number {
    const begun = this.#begun
    this.#begun = undefined
    if (!begun) return this.#walk(sent)
    const over = this.#walk(Buffer.concat([begun, sent]))
    return over < 0 ? over : over - begun.length
  }

  /** What no part was filled with, once it is over. */
  rest(): Buffer | undefined {
    return this.#filled ? this.#part!.subarray(0, this.#filled) : undefined
  }

  #walk(sent: Buffer): number {
    let at = 0
    while (at < sent.length) {
      if (this.#left > 0) {
        const end = Math.min(at + this.#left, sent.length)
        this.#left -= end - at
        if (this.#isRow) this.#write(sent, { at, end })
        at = end
      } else if (OVER.has(sent[at]!)) return at
      else if (sent.length - at < LETTER + LENGTH) {
        this.#begun = Buffer.from(sent.subarray(at))
        return -1
      } else {
        this.#begin(sent[at]!, sent.readUInt32BE(at + LETTER))
        at += LETTER + LENGTH
      }
    }
    return -1
  }

  #begin(letter: number, length: number): void {
    this.#isRow = ROW.has(letter)
    if ((!this.#isRow && !ASIDE.has(letter)) || length < LENGTH)
      throw new Error(`The database sent “${String.fromCharCode(letter)}” while it copied rows out.`)
    this.#left = length - LENGTH
  }

  #write(sent: Buffer, { at, end }: { at: number; end: number }): void {
    for (let from = at; from < end;) {
      this.#part ??= Buffer.allocUnsafe(this.#bytes)
      const copied = sent.copy(this.#part, this.#filled, from, end)
      from += copied
      this.#filled += copied
      if (this.#filled === this.#bytes) {
        this.#whole(this.#part)
        ;[this.#part, this.#filled] = [undefined, 0]
      }
    }
  }
}
