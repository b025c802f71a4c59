import { diffArrays } from 'diff'
import { align, bagLikeness, wordBag } from './alignment.ts'
import type { WordBag } from './alignment.ts'
import { headingLevel } from './headings.ts'
import type { DocJson } from './json.ts'
import { innerText, isTextblock, textAttribute } from './json.ts'

export interface DiffPart {
  readonly kind: 'same' | 'ins' | 'del'
  readonly text: string
}

/** A block of words in the newer or the older text, for a page to show with `ins` and `del`. */
export interface DiffBlock {
  readonly kind: 'same' | 'added' | 'removed' | 'changed'
  /** What it would be in HTML: `p`, `h2`, `li`, `td`, `figure`, … */
  readonly tag: string
  readonly parts: readonly DiffPart[]
}

interface Line {
  readonly tag: string
  readonly text: string
  readonly words: WordBag
}

const MOST_EDITS = 4_000

/**
 * What changed between two documents, word by word, in reading order. Blocks are set side by side first, so that an
 * added paragraph is one addition. Style, pictures' sizes and link addresses are not compared; a footnote's words are.
 */
export function wordDiff(before: DocJson, after: DocJson): DiffBlock[] {
  const compare = { key: (line: Line) => `${line.tag} ${line.text}`, likeness: lineLikeness }
  return align(linesOf(before), linesOf(after), compare).map(({ before: old, after: fresh }): DiffBlock => {
    if (old === null) return whole('added', 'ins', fresh)
    if (fresh === null) return whole('removed', 'del', old)
    if (old.text === fresh.text && old.tag === fresh.tag) return whole('same', 'same', fresh)
    return { kind: 'changed', tag: fresh.tag, parts: wordParts(old.text, fresh.text) }
  })
}

function whole(kind: DiffBlock['kind'], part: DiffPart['kind'], line: Line | null): DiffBlock {
  return {
    kind,
    tag: line?.tag ?? 'p',
    parts: line === null || line.text === '' ? [] : [{ kind: part, text: line.text }],
  }
}

function lineLikeness(before: Line, after: Line): number {
  const likeness = bagLikeness(before.words, after.words)
  return before.tag === after.tag ? likeness : likeness * 0.9
}

/** The words of two lines as parts: runs of the same kind in one, blanks with the words they follow. */
function wordParts(before: string, after: string): DiffPart[] {
  const changes = diffArrays(segments(before), segments(after), { maxEditLength: MOST_EDITS })
  if (changes === undefined)
    return [
      { kind: 'del', text: before },
      { kind: 'ins', text: after },
    ]
  return bridged(
    changes.map((change): DiffPart => ({
      kind: change.added ? 'ins' : change.removed ? 'del' : 'same',
      text: change.value.join(''),
    })),
  )
}

/** Two changes with only a blank between them read better as one. */
function bridged(parts: readonly DiffPart[]): DiffPart[] {
  const result: DiffPart[] = []
  let open = { del: '', ins: '' }
  const close = (): void => {
    if (open.del !== '') result.push({ kind: 'del', text: open.del })
    if (open.ins !== '') result.push({ kind: 'ins', text: open.ins })
    open = { del: '', ins: '' }
  }
  parts.forEach((part, at) => {
    const between = open.del !== '' && open.ins !== '' && at + 1 < parts.length
    if (part.kind !== 'same') open[part.kind] += part.text
    else if (between && /^\s+$/u.test(part.text)) open = { del: open.del + part.text, ins: open.ins + part.text }
    else {
      close()
      result.push(part)
    }
  })
  close()
  return result
}

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'word' })

function segments(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

function linesOf(doc: DocJson): Line[] {
  const lines: Line[] = []
  const add = (tag: string, text: string): void => {
    if (text !== '') lines.push({ tag, text, words: wordBag(text) })
  }
  const visit = (node: DocJson, tag: string): void => {
    if (node.type === 'footnote') return
    const words = ownWords(node)
    if (words !== null) add(tagOf(node, tag), words)
    if (!isTextblock(node)) for (const child of node.content ?? []) visit(child, HOLDERS[node.type] ?? tag)
    else
      for (const note of node.content ?? [])
        if (note.type === 'footnote') add('small', (note.content ?? []).map(innerText).join(''))
  }
  visit(doc, 'p')
  return lines
}

function ownWords(node: DocJson): string | null {
  if (node.type === 'figure')
    return [textAttribute(node, 'alt'), innerText(node)].filter((text) => text !== '').join(': ')
  if (node.type === 'embed')
    return [textAttribute(node, 'title'), textAttribute(node, 'url')].filter((text) => text !== '').join(': ')
  if (node.type === 'table') return textAttribute(node, 'caption')
  return isTextblock(node) ? innerText(node).trim() : null
}

/** A paragraph is called by what holds it. */
const HOLDERS: Readonly<Record<string, string>> = {
  list_item: 'li',
  table_cell: 'td',
  table_header: 'th',
  blockquote: 'blockquote',
}
const TAGS: Readonly<Record<string, string>> = {
  figure: 'figure',
  embed: 'p',
  table: 'caption',
  code_block: 'pre',
  cite: 'cite',
}

function tagOf(node: DocJson, holder: string): string {
  return node.type === 'heading' ? `h${headingLevel(node)}` : (TAGS[node.type] ?? holder)
}
