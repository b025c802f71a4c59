/** Longer than any name the register keeps; a cap on the work for text that is none. */
const LONGEST = 300

/**
 * A name as words for comparing, never for showing: "Seán MacDonald-O’Neill" is sean, mcdonald, oneill. Case, accents,
 * apostrophes and characters without width go; hyphens divide. Letters of all scripts stay.
 */
export function wordsOf(name: string): readonly string[] {
  return plain(name)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.replace(/^mac(?=\p{L}{3})/u, 'mc'))
}

function plain(name: string): string {
  return name
    .slice(0, LONGEST)
    .toLowerCase()
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(/[łđøıðħæœßþ]/g, (letter) => LETTERS[letter]!)
    .replace(/['’‘ʼʻ`´]|\p{Cf}/gu, '')
    .normalize('NFKC')
}

/** Combining accents, and the vowel signs and stretching that Arabic may leave out. Vowel signs of Indian scripts are letters. */
const ACCENTS = /[\u0300-\u036F\u0640\u064B-\u065F\u0670]/g
/** Letters that Unicode does not take apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ı: 'i',
  ð: 'd',
  ħ: 'h',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
}
