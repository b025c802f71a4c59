import { domainToASCII } from 'node:url'

/** Of at most 45 bytes, so that no encoded word is longer than 75 characters (RFC 2047 §2). */
const WORD_BYTES = 45
const PLAIN = /^[A-Za-z0-9 .,:;!?'()&/+-]{1,60}$/

/**
 * Words for a header. What is not short and plain is written as encoded words, whose alphabet is that of base64: nothing a person
 * typed can end a header or begin another.
 */
export function headerWords(text: string): string {
  const clean = text
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
  if (PLAIN.test(clean)) return clean
  const words: string[] = []
  let word = ''
  for (const letter of clean) {
    if (Buffer.byteLength(word + letter) > WORD_BYTES) {
      words.push(word)
      word = ''
    }
    word += letter
  }
  return [...words, word].map((one) => `=?UTF-8?B?${Buffer.from(one).toString('base64')}?=`).join('\r\n ')
}

/** A name before an address. */
export function displayName(name: string): string {
  const words = headerWords(name)
  return words.startsWith('=?') ? words : `"${words}"`
}

const DOT_ATOM = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const QUOTED = /^"(?:[ !#-;=?-[\]-~]|\\[ !-;=?-~])*"$/ // without < and >, which some servers take for its end
const DOMAIN = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i

/** The address as the dialogue writes it (RFC 5321 §4.1.2), with its domain in ASCII; null when it cannot be written. */
export function writtenAddress(address: string): string | null {
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  const domain = domainToASCII(address.slice(at + 1))
  if (local.length > 64 || domain.length > 253 || !DOMAIN.test(domain)) return null
  return DOT_ATOM.test(local) || QUOTED.test(local) ? `${local}@${domain}` : null
}
