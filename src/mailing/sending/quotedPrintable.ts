const LINE = 76

/**
 * Quoted-printable (RFC 2045 §6.7) in the one form that DKIM's relaxed canonical form (RFC 6376 §3.4.4) leaves as it is: no two
 * spaces in a row, none at the end of a line. So the hash of the body is that of the bytes.
 * The text may be any piece of a whole: it begins at the beginning of a line.
 */
export function quotedPrintable(text: string): string {
  const lines = text
    .toWellFormed()
    .replaceAll('\0', '')
    .split(/\r\n|\r|\n/)
  return lines.map(encodeLine).join('\r\n')
}

/** Ends a line that the text did not end, so that the next piece begins a line of its own. */
export const SOFT_BREAK = '=\r\n'

function encodeLine(line: string, index: number, all: readonly string[]): string {
  const ends = index < all.length - 1
  let done = ''
  let room = LINE - 1 // the last column is for a soft break's "="
  const put = (piece: string): void => {
    if (piece.length > room) {
      done += SOFT_BREAK
      room = LINE - 1
    }
    done += piece
    room -= piece.length
  }
  const bytes = Buffer.from(line)
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    const twoSpaces = byte === 32 && (at === 0 || bytes[at - 1] === 32)
    const lastSpace = byte === 32 && ends && at === bytes.length - 1
    if (byte > 126 || byte < 32 || byte === 61 || twoSpaces || lastSpace) put(hex(byte))
    else put(String.fromCharCode(byte))
  }
  return done
}

const HEX = Array.from({ length: 256 }, (_, byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
const hex = (byte: number): string => HEX[byte]!
