import MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import { escapeHtml, htmlAttributes } from './inlineHtml.ts'
import { attributeLines, embedLine, figureLine, galleryLines, moreLine, sourceLine } from './markdownBlocks.ts'
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

const anywhere = { alt: ['paragraph', 'blockquote', 'list'] }
parser.block.ruler.before('table', 'long_table', longTable, anywhere)
parser.block.ruler.before('table', 'attributes', attributeLines)
parser.block.ruler.before('table', 'more', moreLine, anywhere)
parser.block.ruler.before('table', 'gallery', galleryLines, anywhere)
parser.block.ruler.before('table', 'figure', figureLine)
parser.block.ruler.before('table', 'embed', embedLine)
parser.block.ruler.before('list', 'source', sourceLine)
parser.inline.ruler.before('autolink', 'tags', tagRule)
parser.inline.ruler.before('link', 'footnote', footnoteRule)
parser.core.ruler.after('block', 'attributes', ({ tokens }) => giveAttributes(tokens))

parser.renderer.rules['fence'] = (tokens, at) => {
  const token = tokens[at]
  return `<pre${htmlAttributes({ lang: token?.attrGet('lang') })}><code>${escapeHtml(token?.content ?? '')}</code></pre>\n`
}
parser.renderer.rules['image'] = (tokens, at, options, env, self) => {
  const token = tokens[at]
  const alt = self.renderInlineAsText(token?.children ?? [], options, env)
  return `<img${htmlAttributes({ src: token?.attrGet('src'), alt, 'data-caption': token?.attrGet('title') })}>`
}
parser.renderer.rules['embed'] = (tokens, at) => {
  const token = tokens[at]
  const { url, title } = token?.meta as { url: string; title: string }
  return `<figure${htmlAttributes({ lang: token?.attrGet('lang') })}><iframe${htmlAttributes({ src: url, title })}></iframe></figure>\n`
}
parser.renderer.rules['more'] = () => '<!--more-->\n'
parser.renderer.rules['figure_image'] = (tokens, at) => {
  const { href, ...image } = tokens[at]?.meta as Record<string, string | null>
  const shown = `<img${htmlAttributes(image)}>`
  return href == null ? shown : `<a${htmlAttributes({ href })}>${shown}</a>`
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
