import iconv from 'iconv-lite'
import type { OpenFile } from './table.ts'

export type Charset = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macroman'

/**
 * The character set of a text, from all of its bytes: a byte order mark says it; else UTF-8 when it is valid UTF-8 to its
 * end (RFC 3629); else one of the two single-byte sets in which Excel saves "CSV", whichever makes likelier words.
 */
export async function charsetOf(open: OpenFile): Promise<Charset> {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  const likeness = { 'windows-1252': 0, macroman: 0 }
  let valid = true
  let first = true
  for await (const chunk of open()) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    const marked = first ? sixteenBits(bytes) : null
    if (marked) return marked
    first = false
    valid &&= isValid(utf8, bytes)
    if (!valid) for (const name of SINGLE_BYTE) likeness[name] += likelinessOf(bytes, name)
  }
  if (valid && isValid(utf8)) return 'utf-8'
  return likeness.macroman > likeness['windows-1252'] ? 'macroman' : 'windows-1252'
}

/** The text of a file, piece by piece, without its byte order mark. */
export async function* decoded(open: OpenFile, charset: Charset): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(charset)
  let first = true
  for await (const chunk of open()) {
    const text = decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
    if (!text) continue
    yield first && text.startsWith('\uFEFF') ? text.slice(1) : text
    first = false
  }
  yield decoder.end() ?? ''
}

const SINGLE_BYTE = ['windows-1252', 'macroman'] as const

/** UTF-16 by its mark, or because every other byte of the beginning is nothing. */
function sixteenBits(bytes: Buffer): Charset | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const pairs = Math.min(bytes.length, 400) >> 1
  if (pairs < 4) return null
  let [even, odd] = [0, 0]
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) even++
    if (bytes[2 * i + 1] === 0) odd++
  }
  if (odd > pairs * 0.8 && even < pairs * 0.2) return 'utf-16le'
  return even > pairs * 0.8 && odd < pairs * 0.2 ? 'utf-16be' : null
}

function isValid(decoder: TextDecoder, bytes?: Buffer): boolean {
  try {
    decoder.decode(bytes, { stream: bytes !== undefined })
    return true
  } catch {
    return false
  }
}

/** How many characters beyond ASCII stand where such characters stand in names and prices. */
function likelinessOf(bytes: Buffer, charset: Charset): number {
  const text = iconv.decode(bytes, charset)
  return (text.match(LIKELY)?.length ?? 0) - (text.match(UNLIKELY)?.length ?? 0)
}

/** A small letter beside a letter, a capital that begins a word, ’ within one, £ before a figure. */
const LIKELY =
  /(?<=\p{L})[à-öø-ÿœžš]|[à-öø-ÿœžš](?=\p{L})|(?<![\p{L}\p{N}])[À-ÖØ-ÞŒŠŽ](?=\p{Ll})|(?<=\p{L})’(?=\p{L})|£(?=\d)/gu
/** A capital after a small letter, or a sign amid a word. */
const UNLIKELY = /(?<=\p{Ll})[À-ÖØ-ÞŸ]|(?<=\p{L})[^\p{ASCII}\p{L}\p{M}’‘‐–](?=\p{L})|[\u0080-\u009f]/gu
