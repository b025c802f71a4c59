import { wordsOf } from './words.ts'

/** How a name is guessed to be made. Somebody with one name has it as `family`. Written as it was, without titles. */
export interface NameParts {
  readonly given: string
  readonly family: string
  /** Whether it is written so, as in Chinese, Japanese and Korean. */
  readonly familyFirst: boolean
}

const TITLES = new Set(
  'mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron rev revd reverend cllr councillor hon rt the'.split(
    ' ',
  ),
)
/** Only those that are nobody's surname: an MA might be Ms Ma. */
const SUFFIXES = new Set('jr jnr sr snr ii iii iv obe mbe cbe kbe dbe bem kc qc mp msp mla phd esq'.split(' '))
/** They belong to the surname that follows: van der Berg, de la Mare, St John, ap Rhys, Ó Súilleabháin. */
const PARTICLES = new Set(
  'van von der den de la le las los di da do du del della dos das ten ter zu zum bin ibn bint al el ap ab ferch mac mc nic ni o ui st saint'.split(
    ' ',
  ),
)

/**
 * Surname last, with the particles before it, unless a comma says "Last, First". Chinese, Japanese and Korean names stay in
 * their own order, surname first. A guess for sorting and for looking for duplicates: no page addresses anybody by it.
 */
export function partsOf(name: string): NameParts {
  const sides = name.split(',').map((side) => side.trim())
  const [before = '', ...after] = sides.filter((side) => side !== '' && !isOnly(side, SUFFIXES))
  if (after.length > 0)
    return { given: withoutTitles(after.join(' ').split(/\s+/)).join(' '), family: before, familyFirst: false }
  const words = withoutSuffixes(withoutTitles(before.split(/\s+/)))
  const familyFirst = FAMILY_FIRST.test(before)
  if (familyFirst) return { given: words.slice(1).join(' '), family: words[0]!, familyFirst }
  let first = Math.max(words.length - 1, 0)
  while (first > 1 && isOnly(words[first - 1]!, PARTICLES)) first--
  return { given: words.slice(0, first).join(' '), family: words.slice(first).join(' '), familyFirst }
}

const FAMILY_FIRST = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\sー・]+$/u

/** As lists show it: "van der Berg, Mary Jane". */
export function sortedAs(name: string): string {
  const { given, family } = partsOf(name)
  return given === '' ? family : `${family}, ${given}`
}

/** Sorts by plain comparison, in SQL with collation "C" too: surname, then given names, without accents and case. */
export function sortKey(name: string): string {
  const { given, family } = partsOf(name)
  const key = `${wordsOf(family).join('')} ${wordsOf(given).join(' ')}`.trim()
  return key === '' ? name.trim().toLowerCase() : key
}

function isOnly(side: string, words: ReadonlySet<string>): boolean {
  const found = wordsOf(side.replaceAll('.', ''))
  return found.length > 0 && found.every((word) => words.has(word))
}

/** A title alone is a name: somebody is called Dean, and somebody else only "Lady". */
function withoutTitles(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !isOnly(word, TITLES))
  return first < 0 ? words : words.slice(first)
}

function withoutSuffixes(words: readonly string[]): readonly string[] {
  const last = words.findLastIndex((word) => !isOnly(word, SUFFIXES))
  return last < 1 ? words : words.slice(0, last + 1)
}
