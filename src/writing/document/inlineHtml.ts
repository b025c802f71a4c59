import { safeUrl } from './address.ts'
import type { DocJson, MarkJson } from './json.ts'
import { textAttribute } from './json.ts'

/** Text as it may stand between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}

/** Attributes as they stand in a tag, those that are null left out. */
export function htmlAttributes(attributes: Readonly<Record<string, string | number | null | undefined>>): string {
  let html = ''
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) html += ` ${name}="${escapeHtml(String(value))}"`
  }
  return html
}

/** The attributes of a link; an address that is not safe gives none, so that a stored document cannot carry one. */
export function linkAttributes(address: string): string {
  const href = safeUrl(address)
  if (href === null) return ''
  return htmlAttributes({ href, rel: /^https?:/i.test(href) ? 'noopener' : null })
}

/** The attribute that says which language a block is in, if it says so. */
export function languageHtml(block: DocJson): string {
  return htmlAttributes({ lang: textAttribute(block, 'lang') || null })
}

/** Inline nodes as HTML. Tags stay open over neighbours that share them; `note` says what stands for a footnote. */
export function inlineHtml(nodes: readonly DocJson[], note: (footnote: DocJson) => string): string {
  let html = ''
  let open: readonly MarkJson[] = []
  for (const node of nodes) {
    const marks = node.marks ?? NO_MARKS
    const kept = sharedStart(open, marks)
    html += closing(open, kept)
    for (const mark of marks.slice(kept)) html += opening(mark)
    open = marks
    if (node.text !== undefined) html += escapeHtml(node.text)
    else if (node.type === 'hard_break') html += '<br>'
    else if (node.type === 'footnote') html += note(node)
  }
  return html + closing(open, 0)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const NO_MARKS: readonly MarkJson[] = []
const TAGS: Readonly<Record<string, string>> = {
  strong: 'strong',
  em: 'em',
  strikethrough: 's',
  superscript: 'sup',
  subscript: 'sub',
  code: 'code',
  link: 'a',
}

function opening(mark: MarkJson): string {
  const tag = TAGS[mark.type]
  if (tag === undefined) return ''
  return mark.type === 'link' ? `<a${linkAttributes(textAttribute(mark, 'href'))}>` : `<${tag}>`
}

function closing(open: readonly MarkJson[], kept: number): string {
  let html = ''
  for (let at = open.length - 1; at >= kept; at--) {
    const tag = TAGS[open[at]?.type ?? '']
    if (tag !== undefined) html += `</${tag}>`
  }
  return html
}

function sharedStart(open: readonly MarkJson[], marks: readonly MarkJson[]): number {
  let kept = 0
  while (kept < open.length && kept < marks.length && isSame(open[kept], marks[kept])) kept++
  return kept
}

function isSame(one: MarkJson | undefined, other: MarkJson | undefined): boolean {
  return one?.type === other?.type && one?.attrs?.['href'] === other?.attrs?.['href']
}
