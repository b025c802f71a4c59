import { domainToASCII, domainToUnicode } from 'node:url'

/** Providers that deliver ann+news@ to ann@, by their own help pages. Of any other host it is not known. */
const PLUS = new Set([
  'gmail.com',
  'outlook.com',
  'hotmail.com',
  'hotmail.co.uk',
  'live.com',
  'live.co.uk',
  'msn.com',
  'icloud.com',
  'fastmail.com',
  'fastmail.fm',
  'proton.me',
  'protonmail.com',
  'pm.me',
])

/**
 * Two addresses with one key surely reach one mailbox: capitals, a domain in letters or in punycode, and what Gmail ("dots don't
 * matter", googlemail.com) and others leave out. Only to suggest duplicates: nobody is merged, and no letter goes to a key. Null
 * for what is no address.
 */
export function emailKey(address: string): string | null {
  const parts = divide(address)
  if (!parts) return null
  const domain = inAscii(parts.domain.replace(/\.$/, '')).replace(/^googlemail\.com$/, 'gmail.com')
  if (domain === '') return null
  const local = parts.local.normalize('NFC').toLowerCase()
  const plain = PLUS.has(domain) ? local.replace(/(?<=.)\+.*$/s, '') : local
  return `${domain === 'gmail.com' ? plain.replaceAll('.', '') : plain}@${domain}`
}

/** Why an address may be made to look like another: letters of several scripts in one word, foreign letters that look Latin, or hidden ones. */
export type Disguise = 'mixed_scripts' | 'looks_latin' | 'hidden'

/**
 * By UTS #39, Unicode Security Mechanisms, §5.2 "Highly Restrictive": one script in a word, or Latin with the scripts of Japanese,
 * Chinese or Korean. A word in Cyrillic or Greek of nothing but letters that look Latin (аррӏе) is suspect before a Latin ending.
 */
export function disguiseOf(address: string): Disguise | null {
  const parts = divide(address)
  if (!parts) return null
  if (PLAIN.test(address)) return null
  if (/[\p{Cf}\p{Cc}]/u.test(address.trim())) return 'hidden'
  const labels = domainToUnicode(domainToASCII(parts.domain)).split('.')
  const words = [...parts.local.split(/[^\p{L}\p{M}]+/u), ...labels]
  if (words.some(mixesScripts)) return 'mixed_scripts'
  const latinEnding = /^[a-z]+$/.test(labels.at(-1) ?? '')
  return latinEnding && words.some((word) => LOOKS_LATIN.test(word)) ? 'looks_latin' : null
}

const LOOKS_LATIN = /^(?:[аеорсухіјѕһԁԛԝӏгв]{2,}|[ονρυαικτ]{2,})$/iu

/** Those whose letters look like others' most, and those of most people. */
const SCRIPTS =
  'Latin Cyrillic Greek Armenian Georgian Hebrew Arabic Cherokee Coptic Devanagari Bengali Tamil Thai Han Hiragana Katakana Bopomofo Hangul'
    .split(' ')
    .map((name) => ({ name, letter: new RegExp(`\\p{Script=${name}}`, 'u') }))
const WRITTEN_TOGETHER = ['Latin Han Hiragana Katakana', 'Latin Han Bopomofo', 'Latin Han Hangul'].map(
  (names) => new Set(names.split(' ')),
)

function mixesScripts(word: string): boolean {
  const found = SCRIPTS.filter(({ letter }) => letter.test(word))
  return found.length > 1 && !WRITTEN_TOGETHER.some((together) => found.every(({ name }) => together.has(name)))
}

/** Nothing to hide behind: no foreign letters, and no punycode for them. */
const PLAIN = /^(?!.*xn--)[\s!-~]*$/i

function inAscii(domain: string): string {
  return /^[a-z\d.-]+$/i.test(domain) && PLAIN.test(domain) ? domain.toLowerCase() : domainToASCII(domain)
}

function divide(address: string): { local: string; domain: string } | null {
  const plain = address.trim()
  const at = plain.lastIndexOf('@')
  const [local, domain] = [plain.slice(0, at), plain.slice(at + 1)]
  return at > 0 && plain.length <= 254 && /^[^\s@]+$/.test(local) && /^[^\s@]+$/.test(domain) ? { local, domain } : null
}
