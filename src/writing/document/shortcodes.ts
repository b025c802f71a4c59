/** A shortcode of WordPress: `[name attribute="value"]`, and for some the words up to `[/name]`. */
export interface Shortcode {
  readonly name: string
  readonly kind: 'open' | 'close'
  readonly attributes: ReadonlyMap<string, string>
  /** What stands between the two halves; null for those read as single marks. */
  readonly inner: string | null
  readonly source: string
}

/** Read whole, with what they enclose. */
const ENCLOSING: ReadonlySet<string> = new Set(['embed', 'video', 'audio', 'youtube', 'vimeo'])
const KNOWN: ReadonlySet<string> = new Set([...ENCLOSING, 'caption', 'wp_caption', 'gallery', 'playlist'])
const CANDIDATE = /(\[?)\[(\/?)([A-Za-z][\w-]{0,60})((?:[\s=/][^[\]]*)?)\](\]?)/g

/**
 * The text in pieces: plain words and shortcodes (WordPress Shortcode API). `[[gallery]]` is an escaped one, hence
 * words. Square brackets are common in quotations ("[sic]"), so an unknown name counts only when it looks like code:
 * with `name=`, a second half, a closing slash, or a name no word has.
 */
export function splitShortcodes(text: string): (string | Shortcode)[] {
  const result: (string | Shortcode)[] = []
  let from = 0
  for (const match of text.matchAll(CANDIDATE)) {
    if (match.index < from) continue
    const piece = readCandidate(match, text)
    if (piece === null) continue
    result.push(text.slice(from, match.index), piece.found)
    from = match.index + piece.length
  }
  return [...result, text.slice(from)].filter((piece) => piece !== '')
}

function readCandidate(match: RegExpExecArray, text: string): { found: string | Shortcode; length: number } | null {
  const [source, before = '', slash = '', written = '', rest = '', after = ''] = match
  const name = written.toLowerCase()
  if (before !== '' && after !== '') return { found: source.slice(1, -1), length: source.length }
  if (before !== '' || !(KNOWN.has(name) || looksLikeCode(written, slash, rest))) return null

  const length = source.length - after.length
  const code = { name, attributes: shortcodeAttributes(rest), source: source.slice(0, length) }
  if (slash !== '') return { found: { ...code, kind: 'close', inner: null }, length }
  const end = ENCLOSING.has(name) ? enclosedEnd(text, name, match.index + length) : -1
  if (end < 0) return { found: { ...code, kind: 'open', inner: null }, length }
  const inner = text.slice(match.index + length, end)
  return { found: { ...code, kind: 'open', inner }, length: end + name.length + 3 - match.index }
}

/** Within reach only: looking for each through the whole text would take time by its square. */
function enclosedEnd(text: string, name: string, from: number): number {
  const at = text
    .slice(from, from + 4_000)
    .toLowerCase()
    .indexOf(`[/${name}]`)
  return at < 0 ? -1 : from + at
}

function looksLikeCode(name: string, slash: string, rest: string): boolean {
  return slash !== '' || /=|\/\s*$/.test(rest) || (/[_-]/.test(name) && rest.trim() === '')
}

function shortcodeAttributes(source: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  let unnamed = 0
  for (const match of source.matchAll(
    /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|([^\s"'=/][^\s"']*)|=\s*"?([^\s"]+)/g,
  )) {
    const [, name, double, single, bare, positional, only] = match
    if (name === undefined) attributes.set(String(unnamed++), positional ?? only ?? '')
    else attributes.set(name.toLowerCase(), double ?? single ?? bare ?? '')
  }
  return attributes
}
