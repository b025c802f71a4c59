/** What people write into a cell to say that there is nothing. */
const NOTHING =
  /^(?:n\/?a|none|nil|null|undefined|unknown|not known|not given|tbc|tba|-+|–|—|\?+|\.+|#n\/a|ex[- ]?dir(?:ectory)?)$/i

/** A cell as it is understood: composed letters (NFC), plain spaces, nothing invisible; '' for the words that say nothing. */
export function textIn(cell: string): string {
  const text = cell
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[\p{Zs}\t]+/gu, ' ')
    .replace(/\r\n?/g, '\n')
    .trim()
  return NOTHING.test(text) ? '' : text
}

/** The same on one line. */
export const lineIn = (cell: string): string => textIn(cell).replace(/\s*\n\s*/g, ', ')

/** Control characters, marks of direction and of zero width; not the joiners that scripts of India and Iran need. */
const INVISIBLE = /[\p{Cc}--[\n\r\t]]|[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Cs}/gv

/** What begins as a formula does (OWASP, "CSV injection"): kept as text, but worth a look. */
export const looksLikeFormula = (text: string): boolean => /^[=@]|^[+-](?!\d[\d ()-]*$)/.test(text)

/** A value in a sentence, not too long. */
export const quoted = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 57)}…` : text}”`
