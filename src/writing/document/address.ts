const LONGEST_ADDRESS = 4_000

/** What is wrong with an address that `safeUrl` refuses. */
export type AddressProblem = 'unsafe-link' | 'local-file-link' | 'relative-link'

/**
 * The address as it may stand in a link, or null. Allowed are http, https, mailto, tel, paths of this site (`/…`) and
 * places on the page (`#…`). As browsers do (WHATWG URL, 4.4), surrounding white space and inner tabs and line ends are
 * dropped before looking; any other control character refuses the address. Giving the result back changes nothing.
 */
export function safeUrl(address: string): string | null {
  const url = tidied(address)
  if (url === null || url.length > LONGEST_ADDRESS) return null
  if (url.startsWith('#')) return url
  if (url.startsWith('/')) return /^\/[/\\]|^\/%5C/i.test(url) ? null : url
  if (/^https?:\/\/[^/?#]/i.test(url)) return URL.canParse(url) ? url : null
  return /^(?:mailto|tel):[^\s]/i.test(url) ? url : null
}

/** The address as it may stand in a picture: http, https or a path of this site; else null. */
export function safeImageUrl(address: string): string | null {
  const url = safeUrl(address)
  return url !== null && /^(?:https?:|\/)/i.test(url) ? url : null
}

/** Why `safeUrl` said no, for the report of an import. */
export function addressProblem(address: string): AddressProblem {
  const bare = withoutBlanks(address)
  if (/^file:|^[a-z]:[\\/]|^\\\\/i.test(bare)) return 'local-file-link'
  return /^[a-z][a-z0-9+.-]*:|^\/|^\\|\p{Cc}/iu.test(bare) ? 'unsafe-link' : 'relative-link'
}

function tidied(address: string): string | null {
  const bare = withoutBlanks(address.toWellFormed())
  if (/\p{Cc}/u.test(bare)) return null
  return bare.replace(/[\s"<>\\^`{|}\uFFFD]/gu, (character) => encodeURIComponent(character))
}

function withoutBlanks(address: string): string {
  return address.replace(/[\t\n\r]/g, '').trim()
}
