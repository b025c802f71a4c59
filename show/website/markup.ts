import { SaxesParser } from 'saxes'
import { type DefaultTreeAdapterTypes as Tree, parse } from 'parse5'

const ADDRESSES = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'poster',
  'data',
  'srcset',
  'cite',
  'background',
  'xlink:href',
])
const RUNNING = /^[\s\p{Cc}]*(javascript|vbscript|data\s*:\s*text\/html)/iu
const FOREIGN = new Set(['iframe', 'object', 'embed', 'applet', 'base', 'frame', 'frameset', 'portal'])

/** What in a page (or feed) could run as a script in a reader's browser, as the browser itself would parse it. */
export function strangenessIn(text: string): readonly string[] {
  if (text.startsWith('<?xml')) return inFeed(text)
  return [...strangeNodes(parse(text))]
}

/** Feeds carry HTML as text: it is parsed as the reader's program would. */
function inFeed(xml: string): readonly string[] {
  const strange: string[] = []
  let text = ''
  const parser = new SaxesParser({ xmlns: true })
  parser.on('text', (piece) => (text += piece))
  parser.on('cdata', (piece) => (text += piece))
  parser.on('closetag', () => {
    strange.push(...strangeNodes(parse(text)))
    text = ''
  })
  parser.write(xml).close()
  return strange
}

function* strangeNodes(node: Tree.Node): Generator<string> {
  if ('tagName' in node) yield* strangeIn(node)
  if ('content' in node) yield* strangeNodes(node.content)
  if ('childNodes' in node) for (const child of node.childNodes) yield* strangeNodes(child)
}

function* strangeIn({ tagName, attrs }: Tree.Element): Generator<string> {
  const type = attrs.find(({ name }) => name === 'type')?.value
  if (tagName === 'script' && type !== 'application/ld+json') yield `<script type="${type}">`
  if (FOREIGN.has(tagName)) yield `<${tagName}>`
  for (const { name, value } of attrs) {
    if (name.startsWith('on') || name === 'style' || name === 'srcdoc')
      yield `<${tagName} ${name}="${value.slice(0, 60)}">`
    if (ADDRESSES.has(name) && RUNNING.test(value)) yield `<${tagName} ${name}="${value.slice(0, 60)}">`
  }
}
