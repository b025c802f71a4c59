import type { DocJson, MarkJson } from './json.ts'
import { textAttribute } from './json.ts'
import { sameMark } from './inlineNormal.ts'

/** Where the words stand: it decides which characters must not stand bare. */
export type InlinePlace = 'paragraph' | 'heading' | 'cell' | 'caption'

/** Writes the words of a text block. */
export type WriteWords = (nodes: readonly DocJson[], place: InlinePlace) => string

/** How cautiously to write: the next is tried when the words read back differently. */
export interface InlineStyle {
  /** `**bold**` or `<b>bold</b>`. */
  readonly marks: 'signs' | 'tags'
  /** Only what looks like Markdown, or all punctuation. */
  readonly escape: 'some' | 'all'
}

export const inlineStyles: readonly InlineStyle[] = [
  { marks: 'signs', escape: 'some' },
  { marks: 'tags', escape: 'some' },
  { marks: 'tags', escape: 'all' },
]

interface Writing {
  readonly style: InlineStyle
  readonly place: InlinePlace
}

/** Inline nodes as Markdown. */
export function inlineMarkdown(nodes: readonly DocJson[], style: InlineStyle, place: InlinePlace): string {
  return run(nodes, [], { style, place })
}

/** An address as it stands in `[…](address)`. */
export function markdownAddress(address: string): string {
  return withoutEntities(address.replace(/[()]/g, '\\$&'))
}

/** Plain text between quotes or square brackets, where only escapes and entities are read. */
export function quotedMarkdown(text: string): string {
  return withoutEntities(text.replace(/[\\"[\]]/g, '\\$&'))
}

/** The nodes, the mark that holds longest outermost. */
function run(nodes: readonly DocJson[], open: readonly MarkJson[], writing: Writing): string {
  let text = ''
  for (let at = 0; at < nodes.length;) {
    const node = nodes[at]
    if (node === undefined) break
    const opening = (node.marks ?? []).filter((mark) => mark.type !== 'code' && !includes(open, mark))
    const [longest, length] = longestMark(nodes, at, opening)
    const atLineStart = text === '' ? open.length === 0 : text.endsWith('\n')
    const piece =
      longest === null
        ? leaf(node, writing, atLineStart)
        : wrapped(longest, nodes.slice(at, at + length), { open, writing })
    text = joined(text, piece, writing)
    at += Math.max(1, length)
  }
  return text
}

/** `!` before a link would make a picture of it, `^` a note. */
function joined(text: string, piece: string, { style }: Writing): string {
  const dangerous = style.escape === 'some' && piece.startsWith('[') && /[!^]$/.test(text)
  return dangerous ? `${text.slice(0, -1)}\\${text.slice(-1)}${piece}` : text + piece
}

function longestMark(nodes: readonly DocJson[], at: number, opening: readonly MarkJson[]): [MarkJson | null, number] {
  let best: [MarkJson | null, number] = [null, 0]
  for (const mark of opening) {
    let end = at
    while (end < nodes.length && includes(nodes[end]?.marks ?? [], mark)) end++
    if (end - at > best[1]) best = [mark, end - at]
  }
  return best
}

function includes(marks: readonly MarkJson[], mark: MarkJson): boolean {
  return marks.some((other) => sameMark(other, mark))
}

const SIGNS: Readonly<Record<string, string>> = { strong: '**', em: '*', strikethrough: '~~' }
const TAGS: Readonly<Record<string, string>> = {
  strong: 'b',
  em: 'i',
  strikethrough: 's',
  superscript: 'sup',
  subscript: 'sub',
}

function wrapped(
  mark: MarkJson,
  nodes: readonly DocJson[],
  { open, writing }: { open: readonly MarkJson[]; writing: Writing },
): string {
  const inside = run(nodes, [...open, mark], writing)
  if (mark.type === 'link') {
    const href = textAttribute(mark, 'href')
    return isBareAddress(nodes, href) ? `<${href}>` : `[${inside}](${markdownAddress(href)})`
  }
  const sign = writing.style.marks === 'signs' ? SIGNS[mark.type] : undefined
  const tag = TAGS[mark.type] ?? 'b'
  return sign === undefined ? `<${tag}>${inside}</${tag}>` : sign + inside + sign
}

function isBareAddress(nodes: readonly DocJson[], href: string): boolean {
  const [only, ...others] = nodes
  return others.length === 0 && only?.text === href && only.marks?.length === 1 && /^(?:https?|mailto):/i.test(href)
}

function leaf(node: DocJson, writing: Writing, atLineStart: boolean): string {
  if (node.type === 'hard_break') return '\n'
  if (node.type === 'footnote') return `^[${run(node.content ?? [], [], writing)}]`
  const text = node.text ?? ''
  if (node.marks?.some((mark) => mark.type === 'code')) return code(text, writing)
  if (writing.style.escape === 'all') return escapedAll(text)
  const escaped = escapedSome(text, writing.place)
  return atLineStart ? escapedStart(escaped) : escaped
}

function code(text: string, { style, place }: Writing): string {
  if (
    style.escape === 'all' ||
    (place === 'cell' && text.includes('|')) ||
    (place === 'caption' && /["\\]/.test(text))
  ) {
    return `<code>${escapedAll(text)}</code>`
  }
  const longest = (text.match(/`+/g) ?? []).reduce((most, ticks) => Math.max(most, ticks.length), 0)
  const fence = '`'.repeat(longest + 1)
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return fence + pad + text + pad + fence
}

/** Every ASCII punctuation character may be escaped (CommonMark 2.4). */
function escapedAll(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&')
}

function escapedSome(text: string, place: InlinePlace): string {
  let escaped = text.replace(/[\\`*[\]<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~(?=~)|(?<=~)~|\^(?=\[)/gu, '\\$&')
  if (place === 'cell') escaped = escaped.replaceAll('|', '\\|')
  if (place === 'caption') escaped = escaped.replaceAll('"', '\\"')
  if (place === 'heading') escaped = escaped.replace(/#+$/, '\\$&')
  return withoutEntities(escaped)
}

/** What would begin a list, a heading, a quotation, a rule, a table, an embed or one of our own lines. */
function escapedStart(text: string): string {
  return text
    .replace(/^(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|-(?=-)|[>|{]|[:=](?=-)|~(?=~))/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(https?):(?=\/\/\S+(?:\s+".*)?$)/i, '$1\\:')
}

function withoutEntities(text: string): string {
  return text.replace(/&(?=#?\w{1,40};)/g, '&amp;')
}
