import iconv from 'iconv-lite'

/**
 * A text that was UTF-8, taken for Windows-1252 and written as UTF-8 once more ("SiÃ¢n" for "Siân"), put right. Null when it
 * is none. A text that reads as UTF-8 to its end after being turned back is never there by chance.
 */
export function unmangled(text: string): string | null {
  if (!MANGLED.test(text)) return null
  let mended = text
  for (let i = 0; i < 3 && MANGLED.test(mended); i++) {
    const once = turnedBack(mended)
    if (once === null) break
    mended = once
  }
  return mended === text ? null : mended
}

const WINDOWS_1252 = iconv.decode(Buffer.from(Array.from({ length: 128 }, (_, i) => 0x80 + i)), 'windows-1252')

/** Bytes 81, 8D, 8F, 90 and 9D mean nothing in Windows-1252; programs leave them as control characters. */
const byteOf = new Map<string, number>([
  ...Array.from({ length: 128 }, (_, i) => [String.fromCodePoint(0x80 + i), 0x80 + i] as const),
  ...WINDOWS_1252.split('').map((character, i) => [character, 0x80 + i] as const),
])

const continuing = [...byteOf].filter(([, byte]) => byte < 0xc0).map(([character]) => character)
const MANGLED = new RegExp(`[\u00c2-\u00f4][${continuing.join('')}]`)
const strict = new TextDecoder('utf-8', { fatal: true })

/** What is not of Windows-1252 was right before: only runs of what is are looked at. */
function turnedBack(text: string): string | null {
  let changed = false
  const mended = text.replace(MANGLED_RUN, (run) => {
    const bytes = Uint8Array.from(run.split(''), (character) => byteOf.get(character)!)
    try {
      const right = strict.decode(bytes)
      changed = true
      return right
    } catch {
      return run
    }
  })
  return changed ? mended : null
}

const MANGLED_RUN = new RegExp(`[${[...byteOf.keys()].join('')}]+`, 'g')
