import { addressProblem, safeUrl } from './address.ts'
import { draft } from './htmlBuilder.ts'
import {
  deniesMark,
  droppedElements,
  groupElements,
  hasClass,
  markElements,
  NOTE_ELEMENT,
  styledMarks,
  voidElements,
} from './htmlElements.ts'
import { shutsIn, startTable, startTablePart } from './htmlTables.ts'
import type { TagAttributes } from './htmlTokens.ts'
import { plainWords } from './htmlText.ts'
import { beginBlock, closeElement, languageOf, list, openContainer, openGroup, openLine } from './htmlWalk.ts'
import type { Walk } from './htmlWalk.ts'
import { startBackLink, startNote, startNoteMark } from './htmlNotes.ts'
import { startFigure, startGallery, startItem, startList } from './htmlLists.ts'
import { addBackground, addPlayer, startImage, startPlayer, startSource } from './htmlMedia.ts'
import { startParagraph } from './htmlParagraph.ts'

type Start = (walk: Walk, tag: string, attributes: TagAttributes) => void

/** A start tag. */
export function startElement(walk: Walk, tag: string, attributes: TagAttributes): void {
  if (walk.dropping !== null) {
    if (tag === walk.dropping.tag) walk.dropping.depth++
    if (!breakingOut.has(tag) || walk.dropping.tag === 'template') return
    walk.dropping = null
  }
  if (isIgnoredByWord(attributes) || hasClass(attributes, 'wp-block-file__button')) {
    walk.dropping = voidElements.has(tag) || tag === 'img' || tag === 'br' ? null : { tag, depth: 1 }
    return
  }
  if (startNoteMark(walk, tag, attributes) || startNote(walk, tag, attributes)) return
  const start = starts.get(tag)
  if (start !== undefined) start(walk, tag, attributes)
  else if (droppedElements.has(tag)) drop(walk, tag, attributes)
  else if (groupElements.has(tag)) group(walk, tag, attributes)
  else if (!voidElements.has(tag)) mark(walk, tag, attributes)
}

/** An end tag. */
export function endElement(walk: Walk, tag: string): void {
  if (walk.dropping !== null) {
    if (tag === walk.dropping.tag && --walk.dropping.depth === 0) walk.dropping = null
    return
  }
  if (tag === 'br') return lineBreak(walk)
  if (tag === NOTE_ELEMENT) return walk.builder.closeNote()
  if (tag === 'q') plainWords(walk, '”')
  if (tag === 'cite') closeElement(walk, new Set(['cite']), shutsIn('cite'))
  const isBlock = starts.has(tag) ? !inlineStarts.has(tag) : groupElements.has(tag)
  if (!isBlock) return walk.builder.closeMark(tag)
  if (walk.unopened > 0 && groupElements.has(tag)) {
    walk.unopened--
    return walk.builder.endParagraph()
  }
  const tags = headings.has(tag) ? headings : new Set([tag])
  if (walk.builder.top.line !== null && walk.builder.top.kind === 'group') beginBlock(walk)
  walk.builder.endParagraph()
  closeElement(walk, tags, shutsIn(tag))
}

/** Elements that end one being dropped whose end tag is missing (as for `svg` in the HTML standard, 13.2.6.5). */
const breakingOut: ReadonlySet<string> = new Set(
  'blockquote body div dl figure h1 h2 h3 h4 h5 h6 hr li ol p pre section table ul'.split(' '),
)

const headings: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const inlineStarts: ReadonlySet<string> = new Set(['a', 'span', 'q', 'br', 'img', 'cite'])

function drop(walk: Walk, tag: string, attributes: TagAttributes): void {
  if (droppedElements.get(tag) === 'listed') list(walk, tag, attributes.get('src') ?? attributes.get('id') ?? '')
  walk.dropping = { tag, depth: 1 }
}

function group(walk: Walk, tag: string, attributes: TagAttributes): void {
  beginBlock(walk)
  if (tag === 'form') list(walk, 'form', attributes.get('action') ?? '')
  if (hasClass(attributes, 'gallery') || hasClass(attributes, 'tiled-gallery'))
    return startGallery(walk, tag, attributes)
  if (tag === 'video' || tag === 'audio' || tag === 'object') addPlayer(walk, tag, attributes)
  if (walk.options.paragraphs === 'html' && hasClass(attributes, 'wp-block-embed__wrapper'))
    return openLine(walk, tag, { node: draft('detached', { as: 'embed' }), attributes })
  const unlabelled = tag === 'html' || tag === 'body'
  openGroup(walk, tag, unlabelled ? new Map() : attributes)
  addBackground(walk, attributes)
  if ((tag === 'video' || tag === 'audio') && attributes.has('src')) walk.builder.top.made.push(draft(tag))
}

function heading(walk: Walk, tag: string, attributes: TagAttributes): void {
  beginBlock(walk)
  const level = Math.min(4, Math.max(2, Number(tag.slice(1))))
  openLine(walk, tag, { node: draft('heading', { level }), attributes })
}

function quote(walk: Walk, tag: string, attributes: TagAttributes): void {
  beginBlock(walk)
  const node = draft('blockquote')
  openContainer(walk, tag, { kind: 'quote', node, attributes })
  const source = safeUrl(attributes.get('cite') ?? '')
  if (source === null || !source.startsWith('http') || walk.builder.top.node !== node) return
  node.content.push({
    ...draft('cite'),
    content: [{ ...draft('text'), text: source, marks: [{ type: 'link', attrs: { href: source } }] }],
  })
}

function detachedLine(walk: Walk, tag: string, attributes: TagAttributes): void {
  beginBlock(walk)
  openLine(walk, tag, { node: draft('detached'), attributes })
}

/** Terms and summaries become bold paragraphs: what they head follows them. */
function boldLine(walk: Walk, tag: string, attributes: TagAttributes): void {
  detachedLine(walk, tag, attributes)
  walk.builder.openMark(tag, [{ type: 'strong' }])
}

function cite(walk: Walk, tag: string, attributes: TagAttributes): void {
  const inQuote = walk.builder.frames.some((frame) => frame.kind === 'quote')
  const begun = (walk.builder.paragraph?.content ?? []).some(
    (inline) => inline.text !== undefined && inline.text.trim() !== '',
  )
  if (inQuote && !begun && walk.builder.top.line === null) detachedLine(walk, tag, attributes)
  else walk.builder.openMark(tag, [{ type: 'em' }])
}

function pre(walk: Walk, _tag: string, attributes: TagAttributes): void {
  beginBlock(walk)
  if (walk.builder.top.line !== null) return openGroup(walk, 'pre', attributes)
  walk.builder.open('pre', 'pre', {
    node: draft(hasClass(attributes, 'wp-block-verse') ? 'verse' : 'code_block'),
    lang: languageOf(walk, attributes),
  })
}

function mark(walk: Walk, tag: string, attributes: TagAttributes): void {
  const named = markElements.get(tag)
  const types = [...(named === undefined || deniesMark(attributes) ? [] : [named]), ...styledMarks(attributes)]
  if (tag === 'abbr' && attributes.has('title')) list(walk, 'abbreviation', attributes.get('title') ?? '')
  walk.builder.openMark(
    tag,
    types.map((type) => ({ type })),
  )
}

function link(walk: Walk, tag: string, attributes: TagAttributes): void {
  const { builder } = walk
  if (startBackLink(walk, tag, attributes)) return
  builder.closeMark('a')
  const address = attributes.get('href')?.trim() ?? ''
  const href = safeUrl(address)
  if (href === null && address !== '') list(walk, addressProblem(address), address)
  builder.openMark('a', href === null ? [] : [{ type: 'link', attrs: { href } }])
}

function lineBreak(walk: Walk): void {
  const { builder } = walk
  if (builder.top.line !== null) builder.write({ ...draft('text'), text: builder.top.line.kind === 'pre' ? '\n' : ' ' })
  else if (builder.paragraph !== null) builder.write(draft('hard_break'))
}

function rule(walk: Walk): void {
  beginBlock(walk)
  walk.builder.append(draft('horizontal_rule'))
}

/** Word's own bullets and numbers, which a list supplies. */
function isIgnoredByWord(attributes: TagAttributes): boolean {
  return /mso-list\s*:\s*ignore/i.test(attributes.get('style') ?? '')
}

const starts: ReadonlyMap<string, Start> = new Map<string, Start>([
  ...[...headings].map((tag): [string, Start] => [tag, heading]),
  ['p', startParagraph],
  ['blockquote', quote],
  ['ul', startList],
  ['ol', startList],
  ['menu', startList],
  ['dir', startList],
  ['li', startItem],
  ['dt', boldLine],
  ['summary', boldLine],
  ['table', (walk, _tag, attributes) => startTable(walk, attributes)],
  ['tr', startTablePart],
  ['td', startTablePart],
  ['th', startTablePart],
  ['caption', detachedLine],
  ['legend', detachedLine],
  ['figure', startFigure],
  ['figcaption', detachedLine],
  ['cite', cite],
  ['pre', pre],
  ['a', link],
  ['img', startImage],
  ['iframe', startPlayer],
  ['embed', startPlayer],
  ['source', startSource],
  ['q', (walk) => plainWords(walk, '“')],
  ['br', lineBreak],
  [NOTE_ELEMENT, (walk) => walk.builder.openNote()],
  ['hr', rule],
])
