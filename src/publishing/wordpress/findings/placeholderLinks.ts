import { internalTarget, type OldSite } from '../addresses.ts'
import type { PageLink } from './finding.ts'

/** Links that were never meant for readers: the editor's own machine, WordPress's back room, previews, empty ones. */
export function placeholderLinks(links: readonly PageLink[], site: OldSite): string[] {
  return [
    ...new Set(
      links.filter(({ href }) => isPlaceholder(href, site)).map(({ href, text }) => `${href} (${text.trim()})`),
    ),
  ]
}

export function isPlaceholder(href: string, site: OldSite): boolean {
  const link = href.trim().slice(0, LONGEST_LINK)
  if (/^(?:https?:\/{0,2})?$/i.test(link)) return true
  if (/\/wp-(?:admin|login\.php)(?:[/?#]|$)|[?&](?:amp;)?preview(?:_id|_nonce)?=/i.test(link)) return true
  return OWN_MACHINE.test(link) && internalTarget(link, site) === null
}

/** Whatever follows in a longer link changes nothing, and takes time to look at. */
const LONGEST_LINK = 2000

/** Names that lead nowhere outside one machine or office (RFC 6761, RFC 8375, private addresses of RFC 1918). */
const OWN_MACHINE =
  /^(?:https?:)?\/\/(?:[^/?#]*\.)?(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1\]|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|[^/?#]+\.(?:test|local|localhost|invalid|example))(?:[:/?#]|$)/i
