/// <reference lib="dom" />
import { Schema } from 'prosemirror-model'
import type { Attrs, DOMOutputSpec, MarkSpec, Node, NodeSpec } from 'prosemirror-model'
import { safeImageUrl, safeUrl } from '../document/address.ts'
import type { MarkName, NodeName } from '../document/schema.ts'
import { isLanguage, schema } from '../document/schema.ts'

type Dom<Spec extends NodeSpec | MarkSpec> = Pick<Spec, 'toDOM' | 'parseDOM'>

const langOf = (dom: HTMLElement): Attrs => {
  const lang = dom.getAttribute('lang') ?? ''
  return { lang: isLanguage(lang) ? lang : null }
}

/** A block of words or blocks that is one element. */
function element(tag: string): Dom<NodeSpec> {
  return {
    toDOM: ({ attrs }) => [tag, { lang: attrs['lang'] }, 0],
    parseDOM: [{ tag, getAttrs: langOf }],
  }
}

function cell(tag: string): Dom<NodeSpec> {
  const span = (dom: HTMLElement, name: string) => Math.min(100, Number(dom.getAttribute(name)) || 1)
  return {
    toDOM: ({ attrs: { colspan, rowspan } }) => [tag, { colspan, rowspan }, 0],
    parseDOM: [{ tag, getAttrs: (dom) => ({ colspan: span(dom, 'colspan'), rowspan: span(dom, 'rowspan') }) }],
  }
}

/** Pasted back from this editor; a page that only pretends to be it brings no picture of its own. */
function pictureOf(dom: HTMLElement): Attrs | false {
  const image = dom.querySelector('img')
  const src = safeImageUrl(image?.getAttribute('src') ?? '')
  const size = (name: string) => Number(image?.getAttribute(name)) || null
  if (!src?.startsWith('/')) return false
  return { src, alt: image?.alt ?? '', width: size('width'), height: size('height') }
}

const figureDom = ({ attrs: { src, alt, width, height } }: Node): DOMOutputSpec => [
  'figure',
  ['img', { src, alt, width, height, draggable: 'false' }],
  ['figcaption', 0],
]

const tableDom = ({ attrs: { caption } }: Node): DOMOutputSpec => {
  const words: DOMOutputSpec[] = caption ? [['caption', { contenteditable: 'false' }, caption]] : []
  return ['div', { class: 'table-scroll' }, ['table', ...words, ['tbody', 0]]]
}

const nodesInDom: Partial<Record<NodeName, Dom<NodeSpec>>> = {
  paragraph: element('p'),
  heading: {
    toDOM: ({ attrs }) => [`h${attrs['level']}`, { lang: attrs['lang'] }, 0],
    parseDOM: [2, 3, 4].map((level) => ({ tag: `h${level}`, attrs: { level } })),
  },
  blockquote: element('blockquote'),
  cite: { toDOM: () => ['p', { class: 'source' }, ['cite', 0]], parseDOM: [{ tag: 'p.source', priority: 60 }] },
  bullet_list: element('ul'),
  ordered_list: {
    toDOM: ({ attrs: { start } }) => ['ol', { start }, 0],
    parseDOM: [{ tag: 'ol', getAttrs: (dom) => ({ start: Number(dom.getAttribute('start') ?? 1) || 1 }) }],
  },
  list_item: element('li'),
  table: {
    toDOM: tableDom,
    parseDOM: [
      { tag: 'table', getAttrs: (dom) => ({ caption: dom.querySelector('caption')?.textContent ?? '' }) },
      { tag: 'caption', ignore: true },
    ],
  },
  table_row: { toDOM: () => ['tr', 0], parseDOM: [{ tag: 'tr' }] },
  table_cell: cell('td'),
  table_header: cell('th'),
  figure: { toDOM: figureDom, parseDOM: [{ tag: 'figure', getAttrs: pictureOf, contentElement: 'figcaption' }] },
  gallery: { toDOM: () => ['div', { class: 'gallery' }, 0], parseDOM: [{ tag: 'div.gallery' }] },
  embed: {
    toDOM: ({ attrs: { url, title } }) => ['div', { class: 'embed', 'data-url': url }, title || url],
    parseDOM: [
      {
        tag: 'div.embed',
        getAttrs: (dom) => {
          const url = safeImageUrl(dom.dataset['url'] ?? '')
          return url !== null && { url, title: dom.textContent === url ? '' : (dom.textContent ?? '') }
        },
      },
    ],
  },
  code_block: { toDOM: () => ['pre', ['code', 0]], parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }] },
  horizontal_rule: { toDOM: () => ['hr'], parseDOM: [{ tag: 'hr' }] },
  more: {
    toDOM: () => ['div', { class: 'more-break' }, 'Lists show what stands above'],
    parseDOM: [{ tag: 'div.more-break' }],
  },
  footnote: {
    toDOM: () => ['span', { class: 'note-words', contenteditable: 'false' }, 0],
    parseDOM: [{ tag: 'span.note-words' }],
  },
  hard_break: { toDOM: () => ['br'], parseDOM: [{ tag: 'br' }] },
}

const mark = (...tags: readonly string[]): Dom<MarkSpec> => ({
  toDOM: () => [tags[0]!, 0],
  parseDOM: tags.map((tag) => ({ tag })),
})

const marksInDom: Record<MarkName, Dom<MarkSpec>> = {
  link: {
    toDOM: ({ attrs }) => ['a', { href: attrs['href'] }, 0],
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (dom) => {
          const href = safeUrl(dom.getAttribute('href') ?? '')
          return href !== null && { href }
        },
      },
    ],
  },
  strong: mark('strong', 'b'),
  em: mark('em', 'i'),
  strikethrough: mark('s', 'del'),
  superscript: mark('sup'),
  subscript: mark('sub'),
  code: mark('code'),
}

/** The schema of all documents, with how each part looks while it is written. Its rules for content are the very same. */
export const editorSchema = new Schema<NodeName, MarkName>({
  nodes: both(schema.spec.nodes, nodesInDom),
  marks: both(schema.spec.marks, marksInDom),
})

function both<Name extends string, Spec extends object>(
  specs: { forEach: (each: (name: string, spec: Spec) => void) => void },
  dom: Partial<Record<Name, object>>,
): Record<Name, Spec> {
  const joined: Record<string, Spec> = {}
  specs.forEach((name, spec) => void (joined[name] = { ...spec, ...dom[name as Name] }))
  return joined
}
