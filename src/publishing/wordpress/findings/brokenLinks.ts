import { internalTarget, type OldSite } from '../addresses.ts'
import { isPlaceholder } from './placeholderLinks.ts'
import type { PageLink } from './finding.ts'

/** Links to the site itself where nothing stands. `knownPath` is asked for stored paths and for plain links ('/?p=12'). */
export function brokenLinks(
  links: readonly PageLink[],
  facts: { readonly site: OldSite; readonly knownPath: (path: string) => boolean },
): string[] {
  const broken = links.filter(({ href }) => {
    if (isPlaceholder(href, facts.site)) return false
    const target = internalTarget(href, facts.site)
    return target !== null && target !== '/' && !facts.knownPath(target)
  })
  return [...new Set(broken.map(({ href, text }) => (text.trim() === '' ? href : `${href} (${text.trim()})`)))]
}
