import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { hasUnknownEncoding, isEmpty, isPacked } from './refusals.ts'

/** Text and bytes travel in pieces of at most this many bytes, whatever the source hands over. */
const PIECE = 64 * 1024
/** Enough to hold any XML declaration, and blank lines before it. */
const HEAD = 4096

/**
 * An export's text, decoded as it streams by. The encoding is told by a byte order mark, else by the zero bytes of
 * UTF-16, else by the XML declaration (XML 1.0, appendix F), else it is UTF-8. ISO-8859-1 is read as Windows-1252, as
 * browsers do (WHATWG Encoding Standard). Bytes of a UTF-8 file that are no UTF-8 are read as Windows-1252 and counted.
 */
export class ExportText implements AsyncIterable<string> {
  /** What the file said it was, or what its bytes show; known once reading has begun. */
  declared = ''
  repairedBytes = 0
  readonly #source: AsyncIterable<Uint8Array>

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    let decoder: Decoder | null = null
    for await (const piece of pieces(this.#source)) {
      decoder ??= this.#decoderFor(piece)
      yield withoutControls(decoder.write(piece))
    }
    if (decoder === null) throw isEmpty()
    yield withoutControls(decoder.end())
  }

  #decoderFor(head: Buffer): Decoder {
    if (startsWith(head, [0x50, 0x4b, 3, 4]) || startsWith(head, [0x1f, 0x8b])) throw isPacked()
    this.declared = encodingOf(head)
    if (this.declared === 'UTF-8') return mixedUtf8((bytes) => (this.repairedBytes += bytes))
    if (/^utf-16[lb]e$/.test(this.declared)) return utf16(this.declared)
    return singleByte(this.declared)
  }
}

interface Decoder {
  write(bytes: Buffer): string
  end(): string
}

/** The source cut into pieces: the first holds the whole head of the file, none is larger than it need be. */
async function* pieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0)
  for await (const chunk of source) {
    let bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    if (head !== null) {
      head = Buffer.concat([head, bytes])
      if (head.length < HEAD) continue
      bytes = head
      head = null
    }
    for (let start = 0; start < bytes.length; start += PIECE) yield bytes.subarray(start, start + PIECE)
  }
  if (head !== null && head.length > 0) yield head
}

function encodingOf(head: Buffer): string {
  if (startsWith(head, [0xff, 0xfe, 0, 0]) || startsWith(head, [0, 0, 0xfe, 0xff])) throw hasUnknownEncoding('UTF-32')
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return 'UTF-8'
  const ascii = head.subarray(0, HEAD).toString('latin1')
  if (startsWith(head, [0xff, 0xfe]) || /^(?:\s\0)*<\0/.test(ascii)) return 'utf-16le'
  if (startsWith(head, [0xfe, 0xff]) || /^(?:\0\s)*\0</.test(ascii)) return 'utf-16be'

  const declared = /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']\s*([^"'>]*?)\s*["']/i.exec(ascii)?.[1] ?? 'UTF-8'
  // A file that has got this far has one byte to a character, so it cannot be the UTF-16 that it says.
  return /^(?:utf-?8|utf-?16.*|unicode|ucs-?2)$/i.test(declared) ? 'UTF-8' : declared
}

function singleByte(declared: string): Decoder {
  const label = /^(?:iso[-_]?8859[-_]?1|latin-?1|l1|us-ascii|ascii)$/i.test(declared) ? 'windows-1252' : declared
  if (
    !/^(?:iso|windows|cp|mac|koi8|gb|big5|shift|sjis|euc|latin)[-\w]*$/i.test(label) ||
    !iconv.encodingExists(label)
  ) {
    throw hasUnknownEncoding(declared)
  }
  const stream = iconv.getDecoder(label)
  return { write: (bytes) => stream.write(bytes), end: () => stream.end() ?? '' }
}

function utf16(label: string): Decoder {
  const stream = new TextDecoder(label)
  return { write: (bytes) => stream.decode(bytes, { stream: true }), end: () => stream.decode() }
}

function mixedUtf8(repaired: (bytes: number) => void): Decoder {
  let carried = Buffer.alloc(0)
  const decode = (bytes: Buffer): string => (isUtf8(bytes) ? bytes.toString('utf8') : repair(bytes, repaired))
  return {
    write(bytes) {
      const all = carried.length > 0 ? Buffer.concat([carried, bytes]) : bytes
      const whole = all.length - unfinished(all)
      carried = Buffer.from(all.subarray(whole))
      return decode(all.subarray(0, whole))
    },
    end: () => decode(carried),
  }
}

/** How many bytes at the end begin a character that the next piece may finish: 0 to 3. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0
  }
  return 0
}

function repair(bytes: Buffer, repaired: (bytes: number) => void): string {
  const parts: string[] = []
  let good = 0
  let at = 0
  let bad = 0
  while (at < bytes.length) {
    const length = sequenceLength(bytes[at] ?? 0)
    if (length === 1 || (length > 1 && isUtf8(bytes.subarray(at, at + length)))) {
      at += length
      continue
    }
    parts.push(bytes.toString('utf8', good, at), WINDOWS_1252.charAt((bytes[at] ?? 0) - 0x80))
    bad += 1
    at += 1
    good = at
  }
  repaired(bad)
  return parts.join('') + bytes.toString('utf8', good)
}

/** Length of the UTF-8 sequence that this byte begins (RFC 3629), 0 if it begins none. */
function sequenceLength(byte: number): number {
  if (byte < 0x80) return 1
  if (byte >= 0xc2 && byte <= 0xdf) return 2
  if (byte >= 0xe0 && byte <= 0xef) return 3
  if (byte >= 0xf0 && byte <= 0xf4) return 4
  return 0
}

/** The characters of the bytes from 0x80 on, one code unit each. */
const WINDOWS_1252 = iconv.decode(Buffer.from(Array.from({ length: 128 }, (_, i) => 0x80 + i)), 'windows-1252')

/** XML allows no control characters (XML 1.0, §2.2); WordPress writes them all the same, its importer drops them. */
function withoutControls(text: string): string {
  return text.replace(NOT_XML, '')
}

// oxlint-disable-next-line no-control-regex -- finding them is its purpose
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

function startsWith(bytes: Buffer, signature: readonly number[]): boolean {
  return bytes.length >= signature.length && signature.every((byte, i) => bytes[i] === byte)
}
