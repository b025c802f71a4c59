import { safeImageUrl } from './address.ts'
import type { MarkJson } from './json.ts'
import { draft, HtmlBuilder, MOST_FRAMES } from './htmlBuilder.ts'
import type { Draft, Frame, FrameKind } from './htmlBuilder.ts'
import { embedOf } from './embeds.ts'
import type { FromHtmlOptions, Lost } from './fromHtml.ts'
import { isLanguage } from './schema.ts'
import type { TagAttributes } from './htmlTokens.ts'

/** One reading of one piece of HTML. */
export interface Walk {
  readonly builder: HtmlBuilder
  readonly options: FromHtmlOptions
  readonly lost: Lost[]
  /** Whether line ends in the source mean something, as in WordPress before it had blocks. */
  readonly lineEndsCount: boolean
  /** The element whose content is being dropped, and how deep in others of its name. */
  dropping: { readonly tag: string; depth: number } | null
  /** Notes whose number was met; their words come at the end. */
  readonly notes: Draft[]
  /** Elements left unopened because too many were open. */
  unopened: number
}

export function newWalk(options: FromHtmlOptions, lineEndsCount: boolean): Walk {
  const builder = new HtmlBuilder((paragraph) => {
    if (options.paragraphs === 'wordpress') bareAddressToEmbed(builder, paragraph)
  })
  return { builder, options, lost: [], lineEndsCount, dropping: null, notes: [], unopened: 0 }
}

export function list(walk: Walk, kind: string, detail: string): void {
  const short = detail.length > 300 ? `${detail.slice(0, 300)}…` : detail
  if (walk.lost.length < 1_000) walk.lost.push({ kind, detail: short })
}

/** Opens an element that makes no node, or makes one where words may not be the only content. */
export function openGroup(walk: Walk, tag: string, attributes: TagAttributes): void {
  if (walk.builder.frames.length >= MOST_FRAMES) walk.unopened++
  else walk.builder.open(tag, 'group', { lang: languageOf(walk, attributes) })
}

/** Opens an element that makes a node holding blocks; in a heading or caption, or too deep, it only groups. */
export function openContainer(
  walk: Walk,
  tag: string,
  given: { kind: FrameKind; node: Draft; attributes: TagAttributes },
): void {
  const { builder } = walk
  if (builder.top.line !== null || builder.tooDeep || builder.frames.length >= MOST_FRAMES)
    openGroup(walk, tag, given.attributes)
  else builder.open(tag, given.kind, { node: given.node, lang: languageOf(walk, given.attributes) })
}

/** Opens an element that holds words only. Its node may be `detached`: then its closing says where the words go. */
export function openLine(walk: Walk, tag: string, given: { node: Draft; attributes: TagAttributes }): void {
  if (walk.builder.top.line !== null) openGroup(walk, tag, given.attributes)
  else walk.builder.open(tag, 'line', { node: given.node, lang: languageOf(walk, given.attributes) })
}

/** A block element begins: an open paragraph ends; in a heading or caption, where there are no blocks, words are kept apart. */
export function beginBlock(walk: Walk): void {
  const { builder } = walk
  builder.endParagraph()
  if (builder.top.kind === 'paragraph') closeTo(walk, builder.frames.length - 1)
  if (builder.top.line !== null) builder.write({ ...draft('text'), text: builder.top.line.kind === 'pre' ? '\n' : ' ' })
}

/** Closes the innermost open element of this name, and all within it. An end without a beginning is nothing. */
export function closeElement(walk: Walk, tags: ReadonlySet<string>, barrier: (frame: Frame) => boolean): void {
  const { frames } = walk.builder
  for (let at = frames.length - 1; at > 0; at--) {
    const frame = frames[at]
    if (frame === undefined || barrier(frame)) return
    if (tags.has(frame.tag)) {
      closeTo(walk, at)
      return
    }
  }
}

/** Closes elements until `length` are open. */
export function closeTo(walk: Walk, length: number): void {
  while (walk.builder.frames.length > length) {
    const frame = walk.builder.pop()
    leave(walk, frame)
  }
}

function leave(walk: Walk, frame: Frame): void {
  const { builder } = walk
  if (frame.kind === 'pre' && frame.node !== null) finishPre(frame.node)
  if (frame.kind === 'line' && frame.node?.type === 'detached') placeDetached(builder, frame)
  for (const block of frame.pending) builder.append(block)
  if (frame.kind === 'figure' && frame.caption !== null) giveCaption(builder, frame.caption, frame.made)
}

/** Where the words of a caption, a source or a term belong once they are known. */
function placeDetached(builder: HtmlBuilder, frame: Frame): void {
  const words = frame.node
  if (words === null) return
  if (words.attrs['as'] === 'note') return // they are in their place already
  if (words.attrs['as'] === 'embed') {
    const url = safeImageUrl(words.content.map((inline) => inline.text ?? '').join(''))
    if (url !== null) builder.append(draft('embed', { url, title: '' }))
    return
  }
  if (frame.tag === '[caption]') {
    for (const block of frame.pending) builder.append(block)
    giveCaption(builder, words, frame.pending.splice(0))
    return
  }
  const owner = builder.frames.findLast((open) => ['figure', 'table', 'quote', 'cell', 'item'].includes(open.kind))
  if (frame.tag === 'figcaption' && owner?.kind === 'figure') owner.caption = words
  else if (frame.tag === 'caption' && owner?.kind === 'table' && owner.node !== null)
    giveCaption(builder, words, [owner.node])
  else if (frame.tag === 'cite' && owner?.kind === 'quote' && owner.node !== null)
    owner.node.content.push({ ...words, type: 'cite' })
  else builder.append({ ...words, type: 'paragraph' })
}

/** A picture takes the words as its caption; a table or embed takes them when they hold no link; else they follow. */
function giveCaption(builder: HtmlBuilder, words: Draft, blocks: readonly Draft[]): void {
  const owner = blocks.findLast((block) => ['figure', 'table', 'embed', 'gallery'].includes(block.type))
  const plain = words.content.every(
    (inline) => inline.text !== undefined && !inline.marks?.some((mark) => mark.type === 'link'),
  )
  const text = words.content.map((inline) => inline.text ?? ' ').join('')
  if (text.trim() === '') return
  if (owner?.type === 'figure') owner.content = words.content
  else if (owner?.type === 'table' && plain && !owner.attrs['caption']) owner.attrs['caption'] = text
  else if (owner?.type === 'embed' && plain && !owner.attrs['title']) owner.attrs['title'] = text
  else builder.append({ ...words, type: 'paragraph' })
}

/** Preformatted words with marks on them, or a verse, are lines of a paragraph: code could not keep the marks. */
function finishPre(node: Draft): void {
  const verse = node.type === 'verse'
  const marked = node.content.some((inline) => inline.marks?.some((mark) => mark.type !== 'code'))
  const text = node.content.map((inline) => inline.text ?? '\n').join('')
  if (!verse && !marked) {
    node.content = text === '' ? [] : [{ ...draft('text'), text: text.replace(/\n$/, '') }]
    return
  }
  node.type = 'paragraph'
  node.content = node.content.flatMap((inline) => lines(inline.text ?? '\n', inline.marks))
}

/** Text with a line break for each line end. */
export function lines(text: string, marks: readonly MarkJson[] | undefined): Draft[] {
  const marked = marks === undefined ? {} : { marks }
  return text
    .split('\n')
    .flatMap((line, at) => [
      ...(at > 0 ? [{ ...draft('hard_break'), ...marked }] : []),
      ...(line === '' ? [] : [{ ...draft('text'), text: line, ...marked }]),
    ])
}

/** WordPress shows what stands behind an address that is alone in its paragraph. */
function bareAddressToEmbed(builder: HtmlBuilder, paragraph: Draft): void {
  if (builder.frames.some((frame) => frame.kind === 'item' || frame.kind === 'cell')) return
  if (paragraph.content.some((inline) => inline.text === undefined || inline.marks !== undefined)) return
  const text = paragraph.content
    .map((inline) => inline.text)
    .join('')
    .trim()
  const embed = /^https?:\/\/[^\s<>"]+$/i.test(text) ? embedOf(text) : null
  if (embed === null) return
  paragraph.type = 'embed'
  paragraph.content = []
  Object.assign(paragraph.attrs, embed.attrs)
}

/** The element's language, where it says one. Old pages say "en" everywhere; from them only other languages are kept. */
export function languageOf(walk: Walk, attributes: TagAttributes): string | null {
  const lang = (attributes.get('lang') ?? attributes.get('xml:lang') ?? '').trim()
  if (!isLanguage(lang)) return null
  return walk.options.paragraphs === 'wordpress' && /^en\b/i.test(lang) ? null : lang
}
