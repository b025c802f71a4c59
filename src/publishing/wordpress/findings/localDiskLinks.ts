import type { PageLink } from './finding.ts'

/** Links, and addresses in words, that lead to the disk or the office network of whoever wrote them. */
export function localDiskLinks(text: string, links: readonly PageLink[] = []): string[] {
  const behindLinks = links.map(({ href }) => href.trim()).filter((href) => LOCAL_HREF.test(href))
  const inWords = [...text.matchAll(LOCAL_TEXT)].map(([found]) => found)
  return [...new Set([...behindLinks, ...inWords])]
}

const LOCAL_HREF = /^(?:https?:\/\/)?(?:file:|[a-z]:[\\/]|\\\\[\w.-]+\\)/i
const LOCAL_TEXT =
  /\bfile:\/{1,3}[^\s<>"]{1,500}|(?<![\p{L}\d])[A-Za-z]:\\[^\s<>"]{1,500}|(?<!\S)\\\\[\w.-]{1,60}\\[^\s<>"]{1,500}/gu
