import { open } from 'node:fs/promises'

/**
 * A report's own parts stand before the copy of the letter, so that the first megabyte holds all that is ever looked at.
 * Whatever the size of a mail, this is what it costs.
 */
export const LONGEST_READ = 1 << 20

/** The first bytes of a file. */
export async function beginningOf(place: string): Promise<Uint8Array> {
  const file = await open(place)
  try {
    const buffer = Buffer.alloc(Math.min(LONGEST_READ, (await file.stat()).size || LONGEST_READ))
    let length = 0
    for (let read = -1; read !== 0 && length < buffer.length; length += read)
      read = (await file.read(buffer, length, buffer.length - length)).bytesRead
    return buffer.subarray(0, length)
  } finally {
    await file.close()
  }
}

const [NUL, TAB, LF, CR, SPACE] = [0, 9, 10, 13, 32]

/**
 * The parser keeps every line apart until a part ends: a megabyte of empty lines cost it half a minute. A megabyte of
 * base64 has fewer lines than this, and no part ends with a gap so long.
 */
const MOST_LINES = 15_000
const LONGEST_GAP = 200

/**
 * As a parser likes it: at most a megabyte and so many lines, each ended by LF (some old systems write CR alone), without NULs,
 * without stretches of nothing, blank lines or an mbox's "From " line before the first header.
 */
export function tidied(bytes: Uint8Array): Uint8Array {
  const begun = bytes.subarray(0, LONGEST_READ)
  const tidy = new Uint8Array(begun.length)
  let [length, gap, lines] = [0, 0, 0]
  for (let i = 0; i < begun.length && lines < MOST_LINES; i++) {
    const byte = begun[i]!
    if (byte === NUL || (byte === CR && begun[i + 1] === LF)) continue
    gap = byte === SPACE || byte === TAB || byte === LF || byte === CR ? gap + 1 : 0
    if (gap > LONGEST_GAP) continue
    tidy[length++] = byte === CR ? LF : byte
    if (byte === LF || byte === CR) lines++
  }
  return tidy.subarray(startOf(tidy.subarray(0, length)), length)
}

function startOf(bytes: Uint8Array): number {
  const top = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1')
  return /^(?:[ \t]*\n)*(?:>?From [^\n]*\n)?/.exec(top)![0].length
}
