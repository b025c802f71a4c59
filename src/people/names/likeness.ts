import { partsOf } from './parts.ts'
import { spelledNearly } from './spelling.ts'
import { wordsOf } from './words.ts'

/** A name made ready for comparing with many others. */
export interface ComparableName {
  /** All its letters in their order, "Last, First" turned round: the same for Vanderberg and van der Berg. */
  readonly letters: string
  /** Its words in alphabetical order: the same for "Smith John". */
  readonly sorted: string
  readonly family: string
  readonly given: readonly string[]
}

export function comparable(name: string): ComparableName {
  const parts = partsOf(name)
  const [given, family] = [wordsOf(parts.given), wordsOf(parts.family)]
  const words = parts.familyFirst ? [...family, ...given] : [...given, ...family]
  return {
    letters: words.join('') || name.trim().toLowerCase(),
    sorted: words.toSorted((a, b) => (a < b ? -1 : 1)).join(' '),
    family: family.join(''),
    given,
  }
}

/**
 * Whether two names may be one person's: `same` but for accents, case, hyphens, spaces and titles, or `near`, by the spelling of
 * one of the two names, by an initial, a middle name left out, or the order. Nicknames are not guessed. Only ever a suggestion.
 */
export function likeness(a: ComparableName, b: ComparableName): 'same' | 'near' | null {
  if (a.letters === b.letters) return 'same'
  if (a.sorted === b.sorted && a.sorted !== '') return 'near'
  const families = wordLikeness(a.family, b.family)
  if (families === null) return null
  if (a.given.length === 0 || b.given.length === 0)
    return a.given.length === b.given.length && families === 'near' ? 'near' : null
  const givens = givenLikeness(a.given, b.given)
  // Two slips at once are two people more often than one.
  return givens !== null && (families === 'same' || givens === 'same') ? 'near' : null
}

/** `likeness` of two names as they are written. */
export function sameName(a: string, b: string): boolean {
  return likeness(comparable(a), comparable(b)) !== null
}

/** The first names decide; further ones may be missing, but not be others. */
function givenLikeness(a: readonly string[], b: readonly string[]): 'same' | 'near' | null {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const found = short.map((word, i) => (isInitial(word, long[i]!) ? 'near' : wordLikeness(word, long[i]!)))
  if (found.includes(null)) return null
  return found.every((one) => one === 'same') ? 'same' : 'near'
}

function isInitial(a: string, b: string): boolean {
  return a !== b && (a.length === 1 || b.length === 1) && a[0] === b[0]
}

function wordLikeness(a: string, b: string): 'same' | 'near' | null {
  if (a === b) return 'same'
  return spelledNearly(a, b) ? 'near' : null
}
