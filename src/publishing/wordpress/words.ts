import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'

/** Far longer than any title; what follows is dropped, since deep nesting costs the reader of HTML dear. */
const LONGEST = 20_000

/** The words of a title or name that WordPress keeps as HTML: entities are read, tags, scripts and control characters fall away. */
export function wordsOf(html: string): string {
  const short = html.slice(0, LONGEST)
  const text = /[<&]/.test(short) ? textOf(parseFragment(short)) : short
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

/** Without recursion, which hostile nesting would bring down. */
function textOf(root: DefaultTreeAdapterTypes.Node): string {
  const texts: string[] = []
  const waiting = [root]
  let node: DefaultTreeAdapterTypes.Node | undefined
  while ((node = waiting.pop()) !== undefined) {
    if (node.nodeName === 'script' || node.nodeName === 'style') continue
    if ('value' in node) texts.push(node.value)
    if ('childNodes' in node) waiting.push(...node.childNodes.toReversed())
  }
  return texts.join('')
}
