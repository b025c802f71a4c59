import { safeUrl } from './address.ts'
import type { DocJson, MarkJson } from './json.ts'
import { textAttribute } from './json.ts'
import { schema } from './schema.ts'

/** What normal inline content may hold besides text. */
export type InlineAllowed = { readonly breaks: boolean; readonly footnotes: boolean }

type Piece = {
  /** `words` begin and end with one; between two of them is a single blank. */
  readonly kind: 'words' | 'blank' | 'break' | 'note'
  text: string
  marks: readonly MarkJson[]
  note?: DocJson
}

/**
 * The lines of a text block in normal form: white space collapsed as HTML does, none at either end, and marks ending on
 * words, never on the blanks between them (a blank has the marks that both its neighbours have). Two line breaks
 * together begin a new paragraph, hence a list; blocks without `breaks` get a space for each.
 */
export function normalInline(content: readonly DocJson[], allowed: InlineAllowed): DocJson[][] {
  const groups: Piece[][] = [[]]
  for (const piece of collapsed(content.flatMap((node) => pieces(node, allowed)))) {
    if (piece.kind === 'break' && piece.text.length > 1) groups.push([])
    else groups.at(-1)?.push(piece)
  }
  return groups.map(finished).filter((line) => line.length > 0)
}

/** One line of plain text: blanks collapsed and trimmed, control characters gone. For alternatives, titles, captions. */
export function normalText(text: string): string {
  return cleaned(text).replace(/\s+/gu, ' ').trim()
}

/** Text without what HTML and Markdown cannot carry: NUL, other controls, halves of surrogate pairs. */
export function cleaned(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\t\n\f\v]|\uFEFF/gu, '')
}

function pieces(node: DocJson, allowed: InlineAllowed): Piece[] {
  if (node.type === 'hard_break') return [{ kind: allowed.breaks ? 'break' : 'blank', text: ' ', marks: [] }]
  if (node.type === 'footnote')
    return allowed.footnotes ? footnote(node) : (node.content ?? []).flatMap((child) => pieces(child, allowed))
  if (node.text === undefined) return []
  const marks = normalMarks(node.marks ?? [])
  const text = cleaned(node.text).replace(/[ \t\n\f\v]+/g, ' ')
  const start = text.length - text.trimStart().length
  const end = Math.max(start, text.trimEnd().length)
  const parts: Piece[] = [
    { kind: 'blank', text: text.slice(0, start), marks },
    { kind: 'words', text: text.slice(start, end), marks },
    { kind: 'blank', text: text.slice(end), marks },
  ]
  return parts.filter((part) => part.text !== '')
}

function footnote(node: DocJson): Piece[] {
  const [line = []] = normalInline(node.content ?? [], { breaks: false, footnotes: false })
  return line.length === 0 ? [] : [{ kind: 'note', text: '', marks: [], note: { type: 'footnote', content: line } }]
}

/** Neighbouring blanks become one; a break swallows the blanks around it and says by its length how many they were. */
function collapsed(all: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = []
  for (const piece of all) {
    const last = result.at(-1)
    if (last === undefined || !isGap(piece) || !isGap(last)) result.push(piece)
    else if (last.kind === 'blank' && piece.kind === 'blank')
      last.text = (last.text + piece.text).replace(/ {2,}/g, ' ')
    else if (last.kind === 'blank') result[result.length - 1] = piece
    else if (piece.kind === 'break') last.text += piece.text
  }
  return result
}

function isGap(piece: Piece): boolean {
  return piece.kind === 'blank' || piece.kind === 'break'
}

function finished(line: readonly Piece[]): DocJson[] {
  const first = line.findIndex((piece) => !isGap(piece))
  const last = line.findLastIndex((piece) => !isGap(piece))
  const nodes: DocJson[] = []
  for (let at = first; at >= 0 && at <= last; at++) {
    const piece = line[at]
    if (piece === undefined) continue
    const marks = isGap(piece) ? common(line[at - 1], line[at + 1]) : piece.marks
    append(nodes, piece, marks)
  }
  return nodes
}

function append(nodes: DocJson[], piece: Piece, marks: readonly MarkJson[]): void {
  const marked = marks.length > 0 ? { marks } : {}
  if (piece.note !== undefined) nodes.push(piece.note)
  else if (piece.kind === 'break') nodes.push({ type: 'hard_break', ...marked })
  else nodes.push({ type: 'text', text: piece.text, ...marked })
}

function common(before: Piece | undefined, after: Piece | undefined): readonly MarkJson[] {
  return (before?.marks ?? []).filter((mark) => after?.marks.some((other) => sameMark(mark, other)))
}

/** The marks in the schema's order, each once, links only with a safe address. */
function normalMarks(marks: readonly MarkJson[]): readonly MarkJson[] {
  if (marks.length === 0) return marks
  const kept = new Map<string, MarkJson>()
  for (const mark of marks) {
    if (mark.type !== 'link') kept.set(mark.type, { type: mark.type })
    else {
      const href = safeUrl(textAttribute(mark, 'href'))
      if (href !== null) kept.set('link', { type: 'link', attrs: { href } })
    }
  }
  return [...kept.values()].toSorted((one, other) => rank(one) - rank(other))
}

function rank(mark: MarkJson): number {
  return markOrder.indexOf(mark.type)
}

const markOrder: readonly string[] = Object.keys(schema.marks)

/** Whether two marks are the same, address included. */
export function sameMark(one: MarkJson, other: MarkJson): boolean {
  return one.type === other.type && textAttribute(one, 'href') === textAttribute(other, 'href')
}
