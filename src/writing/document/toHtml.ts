import { safeImageUrl } from './address.ts'
import { inComments } from './blockComments.ts'
import { headingIds, headingLevel } from './headings.ts'
import { escapeHtml, htmlAttributes, inlineHtml, languageHtml, linkAttributes } from './inlineHtml.ts'
import type { DocJson } from './json.ts'
import { countAttribute, textAttribute } from './json.ts'
import { tableHtml } from './tableHtml.ts'

/** A picture as the page shows it; sizes in pixels. */
export interface ShownImage {
  readonly src: string
  readonly width?: number
  readonly height?: number
  readonly srcset?: string
}

export interface ToHtmlOptions {
  /** Where a picture's file is, and how large; without it the picture's own address and size stand. */
  readonly image?: (src: string) => ShownImage
  /** Stop at the "more" break, if there is one. */
  readonly upTo?: 'more'
  /** Added to the levels of headings (2 to 4), up to h6. */
  readonly headingOffset?: number
  /** Put before each `id`, for pages that show several documents. */
  readonly idPrefix?: string
  /**
   * `page` unless told otherwise. `export`: for WordPress, and for `fromHtml` (as `html`), which makes the same document of
   * it again: with the "more" break, titles of embeds only where they have one, and each block in WordPress's comments.
   */
  readonly form?: 'page' | 'export'
}

/** What a block needs to know of the page around it. */
interface HtmlPage {
  readonly options: ToHtmlOptions
  readonly headingId: (text: string) => string
  readonly notes: DocJson[]
}

/**
 * The document as safe HTML: made tag by tag, every word escaped, every address checked again, no `style` and nothing
 * raw. Headings have ids (see `headings`), tables scroll in a named region, footnotes stand numbered at the end.
 */
export function toHtml(doc: DocJson, options: ToHtmlOptions = {}): string {
  const page: HtmlPage = { options, headingId: headingIds(options.idPrefix ?? ''), notes: [] }
  const all = doc.content ?? []
  const more = options.upTo === 'more' ? all.findIndex((block) => block.type === 'more') : -1
  const shown = more < 0 ? all : all.slice(0, more)
  if (options.form !== 'export') return blocksHtml(shown, page) + notesHtml(page)
  const blocks = shown.map((block) => inComments(block, blockHtml(block, page))).join('')
  return (blocks + inComments({ type: 'footnotes' }, notesHtml(page))).trimEnd()
}

/** Blocks as HTML, one after the other. */
function blocksHtml(blocks: readonly DocJson[], page: HtmlPage): string {
  let html = ''
  for (const block of blocks) html += blockHtml(block, page)
  return html
}

/** The content of an item or a cell: a paragraph that stands alone, or before lists only, needs no tag of its own. */
function tightHtml(blocks: readonly DocJson[], page: HtmlPage): string {
  const [first, ...rest] = blocks
  const tight =
    first?.type === 'paragraph' && !textAttribute(first, 'lang') && rest.every((block) => block.type.endsWith('_list'))
  return tight ? wordsHtml(first, page) + blocksHtml(rest, page) : blocksHtml(blocks, page)
}

function wordsHtml(block: DocJson, page: HtmlPage): string {
  return inlineHtml(block.content ?? [], (footnote) => noteMark(footnote, page))
}

function blockHtml(block: DocJson, page: HtmlPage): string {
  const lang = languageHtml(block)
  const content = block.content ?? []
  switch (block.type) {
    case 'paragraph':
      return content.length === 0 ? '' : `<p${lang}>${wordsHtml(block, page)}</p>\n`
    case 'heading':
      return headingHtml(block, page)
    case 'blockquote':
      return `<blockquote${lang}>\n${blocksHtml(content, page)}</blockquote>\n`
    case 'cite':
      return `<p class="source"><cite>${wordsHtml(block, page)}</cite></p>\n`
    case 'bullet_list':
      return `<ul${lang}>\n${itemsHtml(content, page)}</ul>\n`
    case 'ordered_list':
      return `<ol${startHtml(block)}${lang}>\n${itemsHtml(content, page)}</ol>\n`
    case 'table':
      return tableHtml(block, (inside) => tightHtml(inside, page))
    case 'figure':
      return figureHtml(block, page)
    case 'gallery':
      return `<ul class="gallery"${lang}>\n${content.map((figure) => `<li>${figureHtml(figure, page)}</li>\n`).join('')}</ul>\n`
    case 'embed':
      return page.options.form === 'export' ? playerHtml(block) : embedHtml(block)
    case 'code_block':
      return codeHtml(block, page)
    case 'more':
      return page.options.form === 'export' ? '<!--more-->\n' : ''
    case 'horizontal_rule':
      return '<hr>\n'
    default:
      return ''
  }
}

/** Who reads code drops a line end before its end. */
function codeHtml(block: DocJson, page: HtmlPage): string {
  const text = (block.content ?? []).map((child) => child.text ?? '').join('')
  return `<pre${languageHtml(block)}><code>${escapeHtml(text)}${page.options.form === 'export' ? '\n' : ''}</code></pre>\n`
}

function headingHtml(block: DocJson, page: HtmlPage): string {
  const tag = `h${Math.min(6, headingLevel(block) + Math.max(0, page.options.headingOffset ?? 0))}`
  const words = (block.content ?? []).map((child) => child.text ?? '').join('')
  return `<${tag}${htmlAttributes({ id: page.headingId(words) })}${languageHtml(block)}>${wordsHtml(block, page)}</${tag}>\n`
}

function itemsHtml(items: readonly DocJson[], page: HtmlPage): string {
  return items.map((item) => `<li>${tightHtml(item.content ?? [], page)}</li>\n`).join('')
}

function startHtml(block: DocJson): string {
  const start = block.attrs?.['start']
  return typeof start === 'number' && start !== 1 ? htmlAttributes({ start }) : ''
}

function figureHtml(block: DocJson, page: HtmlPage): string {
  const src = safeImageUrl(textAttribute(block, 'src'))
  if (src === null) return ''
  const shown: ShownImage = page.options.image?.(src) ?? { src }
  const image = `<img${htmlAttributes({
    src: shown.src,
    srcset: shown.srcset,
    sizes: shown.srcset === undefined ? null : '(min-width: 45rem) 42rem, 100vw',
    alt: textAttribute(block, 'alt'),
    width: shown.width ?? countAttribute(block, 'width'),
    height: shown.height ?? countAttribute(block, 'height'),
    loading: 'lazy',
  })}>`
  const href = textAttribute(block, 'href')
  const linked = href === '' ? image : `<a${linkAttributes(href)}>${image}</a>`
  const caption = (block.content ?? []).length > 0 ? `<figcaption>${wordsHtml(block, page)}</figcaption>` : ''
  return `<figure${languageHtml(block)}>${linked}${caption}</figure>\n`
}

/** A card that links to a film or another site. Nothing is loaded from there. */
function embedHtml(block: DocJson): string {
  const url = safeImageUrl(textAttribute(block, 'url'))
  if (url === null) return ''
  const site = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : ''
  const title =
    textAttribute(block, 'title') ||
    (site === '' ? (url.split('/').at(-1) ?? url) : url.replace(/^https?:\/\/(?:www\.)?/i, ''))
  const from = site === '' ? '' : ` <span class="embed-site">${escapeHtml(site)}</span>`
  return `<p class="embed"${languageHtml(block)}><a${linkAttributes(url)}>${escapeHtml(title)}</a>${from}</p>\n`
}

/** An embed as WordPress keeps one: the address, and the title as its caption. */
function playerHtml(block: DocJson): string {
  const url = safeImageUrl(textAttribute(block, 'url'))
  if (url === null) return ''
  const title = textAttribute(block, 'title')
  const caption = title === '' ? '' : `<figcaption>${escapeHtml(title)}</figcaption>`
  const player = `<div class="wp-block-embed__wrapper">\n${escapeHtml(url)}\n</div>`
  return `<figure class="wp-block-embed"${languageHtml(block)}>${player}${caption}</figure>\n`
}

function noteMark(footnote: DocJson, page: HtmlPage): string {
  page.notes.push(footnote)
  const [number, prefix] = [page.notes.length, page.options.idPrefix ?? '']
  const ids = htmlAttributes({ id: `${prefix}fnref-${number}`, href: `#${prefix}fn-${number}` })
  return `<sup class="footnote"><a${ids} aria-label="Note ${number}">${number}</a></sup>`
}

function notesHtml(page: HtmlPage): string {
  if (page.notes.length === 0) return ''
  const prefix = page.options.idPrefix ?? ''
  const items = page.notes.map((note, at) => {
    const number = at + 1
    const back = `<a${htmlAttributes({ href: `#${prefix}fnref-${number}` })} aria-label="Back to the text at note ${number}">↩</a>`
    return `<li${htmlAttributes({ id: `${prefix}fn-${number}` })}>${inlineHtml(note.content ?? [], () => '')} ${back}</li>\n`
  })
  return `<section class="footnotes" aria-label="Notes">\n<ol>\n${items.join('')}</ol>\n</section>\n`
}
