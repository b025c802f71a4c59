import type { MarkJson } from './json.ts'
import { takesLanguage } from './schema.ts'

/** A node in the making. It obeys the schema but for what `normalise` puts right. */
export interface Draft {
  type: string
  attrs: Record<string, string | number | null>
  content: Draft[]
  text?: string
  marks?: readonly MarkJson[]
}

export type FrameKind =
  | 'group'
  | 'paragraph'
  | 'line'
  | 'pre'
  | 'quote'
  | 'list'
  | 'item'
  | 'table'
  | 'row'
  | 'cell'
  | 'gallery'
  | 'figure'
  | 'layout'

/** An element that is open. */
export interface Frame {
  readonly tag: string
  readonly kind: FrameKind
  /** The node it makes; null for elements that only group. */
  readonly node: Draft | null
  /** The innermost open element that holds words only, where block elements are flattened. */
  readonly line: Frame | null
  /** A language waiting for the next block inside. */
  readonly lang: string | null
  /** How many marks were open before. */
  readonly marksBefore: number
  /** Pictures met where only words may stand: they follow when it closes. */
  readonly pending: Draft[]
  /** What a `figure` element holds, and its caption. */
  readonly made: Draft[]
  caption: Draft | null
}

/** Elements may stand this deep; beyond, they only group. Well under `DEEPEST`: a block brings up to five levels. */
const DEEPEST_NODES = 22
export const MOST_FRAMES = 200
const MOST_MARKS = 40

const root = (node: Draft): Frame => ({
  tag: '#root',
  kind: 'group',
  node,
  line: null,
  lang: null,
  marksBefore: 0,
  pending: [],
  made: [],
  caption: null,
})

export function draft(type: string, attrs: Draft['attrs'] = {}): Draft {
  return { type, attrs, content: [] }
}

/** The tree as it grows: the open elements, the open marks, and the paragraph that words go to. */
export class HtmlBuilder {
  readonly doc = draft('doc')
  readonly frames: Frame[] = [root(this.doc)]
  private marks: { readonly tag: string; readonly marks: readonly MarkJson[] }[] = []
  private active: readonly MarkJson[] | null = null
  private nodesDeep = 0
  paragraph: Draft | null = null
  /** Attributes for the next paragraph that begins in the element now open. */
  nextParagraph: Draft['attrs'] = {}
  private note: Draft | null = null
  /** Told of each paragraph that ends. */
  readonly paragraphEnded: (paragraph: Draft) => void

  constructor(paragraphEnded: (paragraph: Draft) => void) {
    this.paragraphEnded = paragraphEnded
  }

  get top(): Frame {
    const frame = this.frames.at(-1)
    if (frame === undefined) throw new Error('The root frame is never closed.')
    return frame
  }

  /** Opens an element; a node it makes goes into the nearest place that takes blocks. */
  open(tag: string, kind: FrameKind, given: { node?: Draft | null; lang?: string | null; within?: Draft } = {}): void {
    const node = given.node ?? null
    const lang = given.lang ?? this.top.lang
    if (node !== null && given.within !== undefined) given.within.content.push(node)
    else if (node !== null && node.type !== 'detached') this.append(node, lang)
    if (node !== null) this.nodesDeep++
    const consumed = node !== null && takesLanguage(node.type)
    const frame: Frame = {
      tag,
      kind,
      node,
      lang: consumed ? null : lang,
      marksBefore: this.marks.length,
      pending: [],
      made: [],
      caption: null,
      line: null,
    }
    const holdsWords = kind === 'line' || kind === 'pre'
    this.frames.push(holdsWords ? selfLine(frame) : { ...frame, line: node === null ? this.top.line : null })
  }

  get tooDeep(): boolean {
    return this.nodesDeep >= DEEPEST_NODES
  }

  /** Takes the innermost element off; what its closing means is the caller's business. */
  pop(): Frame {
    const frame = this.top
    this.endParagraph()
    this.frames.pop()
    this.nextParagraph = {}
    if (frame.node !== null) this.nodesDeep--
    if (frame.kind !== 'group' && frame.kind !== 'paragraph') this.truncateMarks(frame.marksBefore)
    return frame
  }

  /** Adds a block where the reader has got to. */
  append(block: Draft, lang: string | null = this.top.lang): void {
    this.endParagraph()
    if (this.top.line !== null) {
      this.top.line.pending.push(block)
      return
    }
    if (lang !== null && takesLanguage(block.type)) block.attrs['lang'] ??= lang
    this.place(block)
    const figure = this.frames.findLast((frame) => frame.kind === 'figure' || frame.kind === 'cell')
    if (figure?.kind === 'figure') figure.made.push(block)
  }

  /** Adds words or a line break, opening a paragraph when none is open. */
  write(inline: Draft): void {
    const marks = this.activeMarks()
    if (marks.length > 0) inline.marks = marks
    const { line } = this.top
    const holder = this.note ?? line?.node ?? this.paragraph ?? this.newParagraph()
    holder.content.push(inline)
  }

  /** What is written until the note ends, or the block around it, is the note's. */
  openNote(): void {
    const note = draft('footnote')
    this.write(note)
    this.note = note
  }

  closeNote(): void {
    this.note = null
  }

  private newParagraph(): Draft {
    const paragraph = draft('paragraph', this.nextParagraph)
    this.nextParagraph = {}
    this.append(paragraph)
    this.paragraph = paragraph
    return paragraph
  }

  endParagraph(): void {
    const ended = this.paragraph
    this.paragraph = null
    this.note = null
    if (ended !== null) this.paragraphEnded(ended)
  }

  openMark(tag: string, marks: readonly MarkJson[]): void {
    if (this.marks.length >= MOST_MARKS) return
    this.marks.push({ tag, marks })
    this.active = null
  }

  closeMark(tag: string): void {
    const at = this.marks.findLastIndex((open) => open.tag === tag)
    if (at >= 0) this.marks.splice(at, 1)
    this.active = null
  }

  activeMarks(): readonly MarkJson[] {
    this.active ??= [...new Map(this.marks.flatMap(({ marks }) => marks.map((mark) => [mark.type, mark]))).values()]
    return this.active
  }

  private truncateMarks(length: number): void {
    if (this.marks.length > length) this.marks.length = length
    this.active = null
  }

  private place(block: Draft): void {
    const at = this.frames.findLastIndex((frame) => frame.node !== null && takesBlock(frame, block))
    const parent = this.frames[at]?.node ?? this.doc
    const inner = this.frames.slice(at + 1).find((frame) => frame.node !== null)
    if (parent.type === 'bullet_list' || parent.type === 'ordered_list') listItem(parent).content.push(block)
    else if (inner?.kind === 'table') parent.content.splice(-1, 0, block)
    else parent.content.push(block)
  }
}

function selfLine(frame: Omit<Frame, 'line'>): Frame {
  const self: { -readonly [Key in keyof Frame]: Frame[Key] } = { ...frame, line: null }
  self.line = self
  return self
}

/** Words between a table's cells go before the table (HTML standard, "foster parenting"); galleries take pictures only. */
function takesBlock(frame: Frame, block: Draft): boolean {
  if (frame.kind === 'table' || frame.kind === 'row') return false
  return frame.kind !== 'gallery' || block.type === 'figure'
}

/** The item that stray content of a list belongs to: its last one. */
export function listItem(list: Draft): Draft {
  const last = list.content.at(-1)
  if (last !== undefined) return last
  const item = draft('list_item')
  list.content.push(item)
  return item
}
