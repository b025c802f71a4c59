import { inContext, type PageLink } from './finding.ts'

/** Email addresses that anyone can read and collect, in words or behind a link; each address once. */
export function emailAddressesIn(text: string, links: readonly PageLink[] = []): string[] {
  const seen = new Set<string>()
  const details: string[] = []
  const note = (address: string, detail: string): void => {
    if (!seen.has(address.toLowerCase())) details.push(detail)
    seen.add(address.toLowerCase())
  }
  for (const found of text.includes('@') ? text.matchAll(EMAIL) : []) {
    note(found[0], inContext(text, found.index, found.index + found[0].length))
  }
  for (const { href } of links) {
    const address = /^\s*mailto:([^?\s]+)/i.exec(href)?.[1]
    if (address !== undefined) note(address.replace(/%40/i, '@'), href.trim())
  }
  return details
}

/** The everyday part of RFC 5322's addresses; lengths as in RFC 5321, which also bounds the work. */
const EMAIL = /(?<![\p{L}\d._%+'-])[\p{L}\d][\p{L}\d._%+'-]{0,63}@(?:[\p{L}\d-]{1,63}\.){1,5}\p{L}{2,24}(?![\p{L}\d])/gu
