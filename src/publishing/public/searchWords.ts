/** What somebody typed into the search field, made harmless and short. */
export interface SearchWords {
  /** As it is shown and looked for: at most 200 characters, one line. */
  readonly text: string
  /** The single words that could be misspelt. */
  readonly words: readonly string[]
  /** No quotes, no minus, no "or": the last word may be the beginning of one. */
  readonly plain: boolean
}

const LONGEST = 200
const MOST_WORDS = 12

/** Reads a search as typed. Nothing can make it fail: control characters go, what is too long is cut. */
export function readSearch(typed: string): SearchWords {
  const text = typed
    .slice(0, LONGEST * 10)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029\ufffd\\]+/gu, ' ')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/-(?:\s*-)+|-(?=\s|$)/g, ' ') // a hundred minus signs are too deep a question for PostgreSQL
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)
    .toWellFormed()
    .replace(/\ufffd$/, '')
  const plain = !/"|(?:^|\s)-|(?:^|\s)or(?:\s|$)/i.test(text)
  return { text, plain, words: wordsOf(text) }
}

/** Words of at least four letters, in small letters: shorter ones have too many neighbours. Not those after a minus. */
function wordsOf(text: string): readonly string[] {
  const wanted = text.toLowerCase().replace(/(^|\s)-\S+/g, ' ')
  return [...new Set(wanted.match(/\p{L}{4,40}/gu) ?? [])].slice(0, MOST_WORDS)
}

/** The search with each misspelt word replaced, keeping everything around it. */
export function corrected(text: string, meant: ReadonlyMap<string, string>): string {
  return text.replace(/\p{L}{4,40}/gu, (word) => meant.get(word.toLowerCase()) ?? word)
}

/** Where `ts_headline` puts these, a word that was sought begins and ends. No text of ours holds them. */
export const HIT_STARTS = '\u0002'
export const HIT_ENDS = '\u0003'

export interface Piece {
  readonly text: string
  readonly hit: boolean
}

/** A marked extract as pieces, the words sought among them. What was cut out of a sentence says so by "…". */
export function pieces(marked: string): readonly Piece[] {
  const text = marked.replaceAll(HIT_STARTS, '').replaceAll(HIT_ENDS, '').trim()
  const begins = text === '' || /^[\p{Lu}\p{N}"“‘]/u.test(text) ? '' : '… '
  const ends = text === '' || /[.?!…"”’)]$/.test(text) ? '' : ' …'
  return `${begins}${marked.trim()}${ends}`.split(HIT_STARTS).flatMap((part, at) => {
    if (at === 0) return part ? [{ text: part, hit: false }] : []
    const [hit = '', ...rest] = part.split(HIT_ENDS)
    const after = rest.join('')
    return [...(hit ? [{ text: hit, hit: true }] : []), ...(after ? [{ text: after, hit: false }] : [])]
  })
}
