import type { DocJson } from './json.ts'
import { innerText, isTextblock } from './json.ts'

const WORDS_A_MINUTE = 220

/** Letters and digits with what joins them: "don't", "re-elected", "1,842", "chair@example.org" are one word each. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:[’'.,@_‐‑-][\p{L}\p{N}\p{M}]+)*/gu

/** The words alone: a line for each block, an empty line between those at the top; without footnotes and addresses. */
export function plainText(doc: DocJson): string {
  return (doc.content ?? [])
    .map((block) => textLines(block).join('\n'))
    .filter((text) => text !== '')
    .join('\n\n')
}

/** How many words the text has. Hyphenated words and "don't" count once; footnotes do not count. */
export function wordCount(doc: DocJson): number {
  return plainText(doc).match(WORD)?.length ?? 0
}

/** How long the text takes to read, in whole minutes, at least 1. */
export function readingMinutes(doc: DocJson): number {
  return Math.max(1, Math.round(wordCount(doc) / WORDS_A_MINUTE))
}

/**
 * How the text begins, as one line of at most `maxLength` characters: what stands before its "more" break, else its
 * first paragraphs and lists. Headings, tables, pictures and code are left out. What is cut off ends in "…" at a word.
 */
export function excerpt(doc: DocJson, maxLength: number): string {
  const blocks = doc.content ?? []
  const more = blocks.findIndex((block) => block.type === 'more')
  const told = (more > 0 ? blocks.slice(0, more) : blocks).filter((block) => TELLING.has(block.type))
  let text = ''
  for (const block of told) {
    if (text.length > maxLength) break
    text = `${text} ${textLines(block).join(' ')}`.trim()
  }
  return shortened(text, maxLength)
}

/** The text cut at a word, so that with its "…" it is no longer than `maxLength` characters. */
export function shortened(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  const room = text.slice(0, Math.max(0, maxLength - 1))
  const wordGoesOn = /^[\p{L}\p{M}\p{N}’'-]/u.test(text.slice(room.length))
  const blank = wordGoesOn ? room.search(/\s\S*$/) : room.length
  const cut = blank > 0 ? room.slice(0, blank) : room
  return `${cut.toWellFormed().replace(/[\s,;:\uFFFD–—-]+$/u, '')}…`
}

const TELLING: ReadonlySet<string> = new Set(['paragraph', 'blockquote', 'bullet_list', 'ordered_list'])

function textLines(block: DocJson): string[] {
  const caption = block.type === 'table' ? [String(block.attrs?.['caption'] ?? '')] : []
  const inside = isTextblock(block) ? [innerText(block).trim()] : (block.content ?? []).flatMap(textLines)
  return [...caption, ...inside].filter((line) => line !== '')
}
