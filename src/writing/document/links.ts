import type { Attributes, DocJson, MarkJson } from './json.ts'
import { innerText, textAttribute } from './json.ts'

export interface LinkFound {
  readonly href: string
  /** The words that are the link; for a picture its alternative, for an embed its title. */
  readonly text: string
}

export interface ImageFound {
  readonly src: string
  readonly alt: string
  readonly caption: string
}

export type AddressUse = 'link' | 'image' | 'embed'

/** All links in reading order: words, linked pictures and embeds. Words of one link in several styles are one. */
export function links(doc: DocJson): LinkFound[] {
  const found: { href: string; text: string }[] = []
  visit(doc, (node) => {
    if (node.type === 'figure' && textAttribute(node, 'href') !== '')
      found.push({ href: textAttribute(node, 'href'), text: textAttribute(node, 'alt') })
    if (node.type === 'embed') found.push({ href: textAttribute(node, 'url'), text: textAttribute(node, 'title') })
    found.push(...linkedRuns(node))
  })
  return found
}

/** All pictures in reading order. */
export function images(doc: DocJson): ImageFound[] {
  const found: ImageFound[] = []
  visit(doc, (node) => {
    if (node.type === 'figure')
      found.push({ src: textAttribute(node, 'src'), alt: textAttribute(node, 'alt'), caption: innerText(node) })
  })
  return found
}

/** The same document with each address replaced by what `change` says; an answer that is no safe address fails `check()`. */
export function mapAddresses(doc: DocJson, change: (address: string, use: AddressUse) => string): DocJson {
  const attrs = changed(doc, change)
  const marks = doc.marks?.map((mark) => ({ ...mark, ...changed(mark, change) }))
  const content = doc.content?.map((child) => mapAddresses(child, change))
  return { ...doc, ...attrs, ...(marks && { marks }), ...(content && { content }) }
}

/** The attributes that are addresses, of nodes and marks. */
const ADDRESSES: ReadonlyMap<string, readonly (readonly [string, AddressUse])[]> = new Map([
  [
    'figure',
    [
      ['src', 'image'],
      ['href', 'link'],
    ],
  ],
  ['embed', [['url', 'embed']]],
  ['link', [['href', 'link']]],
])

/** The attributes with their addresses changed; null where there are none. */
function changed(
  { type, attrs }: DocJson | MarkJson,
  change: (address: string, use: AddressUse) => string,
): { readonly attrs: Attributes } | null {
  const uses = ADDRESSES.get(type)
  if (uses === undefined || attrs === undefined) return null
  const result = { ...attrs }
  for (const [name, use] of uses) {
    const address = result[name]
    if (typeof address === 'string') result[name] = change(address, use)
  }
  return { attrs: result }
}

function linkedRuns(node: DocJson): LinkFound[] {
  const runs: { href: string; text: string }[] = []
  let before: string | null = null
  for (const child of node.content ?? []) {
    const mark = child.marks?.find(({ type }) => type === 'link')
    const href = mark === undefined ? null : textAttribute(mark, 'href')
    const last = runs.at(-1)
    if (href !== null && href === before && last !== undefined) last.text += innerText(child)
    else if (href !== null) runs.push({ href, text: innerText(child) })
    before = href
  }
  return runs
}

function visit(node: DocJson, see: (node: DocJson) => void): void {
  see(node)
  for (const child of node.content ?? []) visit(child, see)
}
