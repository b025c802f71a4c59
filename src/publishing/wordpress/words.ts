import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'

/** The words of a title or name that WordPress keeps as HTML: entities are read, tags and control marks fall away. */
export function wordsOf(html: string): string {
  const text = /[<&]/.test(html) ? textOf(parseFragment(html)) : html
  return text.replace(/\s+/g, ' ').trim()
}

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node) return node.value
  if (!('childNodes' in node) || node.nodeName === 'script' || node.nodeName === 'style') return ''
  return node.childNodes.map(textOf).join('')
}
