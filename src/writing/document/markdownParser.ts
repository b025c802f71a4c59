import MarkdownIt from 'markdown-it'
import type { StateBlock, Token } from 'markdown-it'
import { escapeHtml, htmlAttributes } from './inlineHtml.ts'
import { attributeLines, embedLine, figureLine, galleryLines, moreLine, sourceLine } from './markdownBlocks.ts'
import type { BlockRule } from './markdownBlocks.ts'
import { longTable } from './markdownTable.ts'
import { footnoteRule, tagRule } from './markdownTags.ts'

/** The small Markdown as HTML for `fromHtml`; what addresses are safe is decided there. */
export function markdownToHtml(text: string): string {
  return parser.render(text)
}

const parser = new MarkdownIt('default', { html: false, linkify: false, typographer: false, breaks: true })

parser.disable(['reference', 'code', 'lheading', 'html_block', 'html_inline', 'linkify', 'replacements', 'smartquotes'])
parser.validateLink = () => true
parser.normalizeLink = (url) => url
parser.normalizeLinkText = (url) => url

addBlock('table', longTable, 'interrupts')
addBlock('table', attributeLines)
addBlock('table', moreLine, 'interrupts')
addBlock('table', galleryLines, 'interrupts')
addBlock('table', figureLine)
addBlock('table', embedLine)
addBlock('list', sourceLine)
parser.inline.ruler.before('autolink', 'tags', tagRule)
parser.inline.ruler.before('link', 'footnote', footnoteRule)
parser.core.ruler.after('block', 'attributes', ({ tokens }) => giveAttributes(tokens))
parser.core.ruler.after('inline', 'captions', ({ tokens }) => tokens.forEach(captionImages))

parser.renderer.rules['fence'] = (tokens, at) => {
  const token = tokens[at]
  return `<pre${htmlAttributes({ lang: token?.attrGet('lang') })}><code>${escapeHtml(token?.content ?? '')}</code></pre>\n`
}
parser.renderer.rules['embed'] = (tokens, at) => {
  const { url, title } = metaOf(tokens[at])
  return `<figure${htmlAttributes({ lang: tokens[at]?.attrGet('lang') })}><iframe${htmlAttributes({ src: url, title })}></iframe></figure>\n`
}
parser.renderer.rules['more'] = () => '<!--more-->\n'
parser.renderer.rules['figure_image'] = (tokens, at) => {
  const { href = null, ...image } = metaOf(tokens[at])
  const shown = `<img${htmlAttributes(image)}>`
  return href === null ? shown : `<a${htmlAttributes({ href })}>${shown}</a>`
}

/** Adds a rule before another; one that `interrupts` needs no empty line before it. */
function addBlock(before: string, rule: BlockRule, way?: 'interrupts'): void {
  const run = (...[state, start, end, silent]: [StateBlock, number, number, boolean]): boolean => {
    const add = rule(state, start, end)
    if (add !== null && !silent) state.line = add()
    return add !== null
  }
  parser.block.ruler.before(before, rule.name, run, {
    alt: way === undefined ? [] : ['paragraph', 'blockquote', 'list'],
  })
}

/** What our own block rules leave in a token for the renderer. */
function metaOf(token: Token | undefined): Readonly<Record<string, string | null>> {
  const left: Readonly<Record<string, unknown>> = token?.meta ?? {}
  return Object.fromEntries(
    Object.entries(left).map(([name, value]) => [name, typeof value === 'string' ? value : null]),
  )
}

/** A title on a picture within words is its caption. */
function captionImages(token: Token): void {
  for (const child of token.children ?? []) {
    if (child.type === 'image')
      child.attrs = (child.attrs ?? []).map(([name, value]) => [name === 'title' ? 'data-caption' : name, value])
  }
}

/** Lines such as `{lang=cy}` say something about the block after them: it takes the attribute, the line goes. */
function giveAttributes(tokens: Token[]): void {
  const kept: Token[] = []
  let waiting: [string, string | number][] = []
  for (const token of tokens) {
    if (token.type === 'attributes') waiting.push(...(token.attrs ?? []))
    else {
      for (const [name, value] of waiting) token.attrSet(name, value)
      if (waiting.length > 0 && token.hidden) show(tokens, token)
      waiting = []
      kept.push(token)
    }
  }
  tokens.splice(0, tokens.length, ...kept)
}

/** A paragraph in a tight list has no tags of its own; one with attributes needs them. */
function show(tokens: readonly Token[], opening: Token): void {
  opening.hidden = false
  const closing = tokens[tokens.indexOf(opening) + 2]
  if (closing?.type === 'paragraph_close') closing.hidden = false
}
