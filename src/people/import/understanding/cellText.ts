/** What people write into a cell to say that there is nothing. */
const NOTHING =
  /^(?:n\/?a|none|nil|null|undefined|unknown|not known|not given|tbc|tba|-+|–|—|\?+|\.+|#n\/a|ex[- ]?dir(?:ectory)?)$/i

/** A cell as it is understood: composed letters (NFC), plain spaces, nothing invisible; '' for the words that say nothing. */
export function textIn(cell: string): string {
  if (ORDINARY.test(cell)) return cell.length <= LONGEST_NOTHING && NOTHING.test(cell) ? '' : cell
  const text = cell
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[\p{Zs}\t]+/gu, ' ')
    .replace(/\r\n?/g, '\n')
    .trim()
  return NOTHING.test(text) ? '' : text
}

/** What has nothing to be mended, as most cells. */
const ORDINARY = /^(?:[!-~]+(?: [!-~]+)*)?$/
const LONGEST_NOTHING = 13

/** The same on one line. */
export function lineIn(cell: string): string {
  const text = textIn(cell)
  return text.includes('\n') ? text.replace(/\s*\n\s*/g, ', ') : text
}

/** Control characters, marks of direction and of zero width; not the joiners that scripts of India and Iran need. */
const INVISIBLE = /[\p{Cc}--[\n\r\t]]|[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Cs}/gv

/** What begins as a formula does (OWASP, "CSV injection"): kept as text, but worth a look. */
export const looksLikeFormula = (text: string): boolean => /^[=@]|^[+-](?!\d[\d ()-]*$)/.test(text)

/** A value in a sentence, not too long. */
export const quoted = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 57)}…` : text}”`
