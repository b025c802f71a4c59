import type { Converted } from './fromHtml.ts'
import { fromHtml } from './fromHtml.ts'
import { inlineMarkdown, inlineStyles } from './inlineMarkdown.ts'
import type { InlinePlace } from './inlineMarkdown.ts'
import type { DocJson } from './json.ts'
import { blocksMarkdown } from './blockMarkdown.ts'
import { markdownToHtml } from './markdownParser.ts'
import { normalise } from './normal.ts'

/**
 * A document from the small Markdown that people write: CommonMark without HTML, with the tables and `~~struck~~` words
 * of GitHub, where a line end is a line break. Our own for the rest, each block on lines of its own:
 *
 * - `![alternative](address "caption"){640x480}` a picture; `[![…](…)](address)` one that is a link
 * - `{gallery}`, pictures, `{/gallery}`
 * - `https://example.org/film "title"` a card for a film or another site; `{embed /film.mp4 "title"}` for one of this site
 * - `-- name` at the end of a quotation: who said it
 * - `----more----` where an extract ends
 * - `{lang=cy}` before a block: its language; `{caption=words}` before a table
 * - `{|` to `|}` a table whose cells hold more than a line (see `longTable`)
 * - in words: `^[a note]`, `H<sub>2</sub>O`, `x<sup>2</sup>`
 */
export function fromMarkdown(text: string): DocJson {
  return readMarkdown(text).doc
}

/** As `fromMarkdown`, with what had no place in the document: links and pictures without a safe address. */
export function readMarkdown(text: string): Converted {
  return fromHtml(markdownToHtml(text), { paragraphs: 'html' })
}

/**
 * The document as Markdown. Nothing is lost but the ids of blocks: reading it back gives the document in normal form
 * (`normalise`), which holds for every document of the schema.
 */
export function toMarkdown(doc: DocJson): string {
  return blocksMarkdown(normalise(doc).content ?? [], wordsMarkdown)
}

/** The words in the lightest style that reads back as the same words. */
function wordsMarkdown(nodes: readonly DocJson[], place: InlinePlace): string {
  const [lightest, ...heavier] = inlineStyles.map((style) => () => inlineMarkdown(nodes, style, place))
  const first = lightest?.() ?? ''
  if (isPlain(nodes) || readsBack(first, nodes, place)) return first
  let written = first
  for (const write of heavier) {
    written = write()
    if (readsBack(written, nodes, place)) break
  }
  return written
}

/** Words that no rule of Markdown touches, which is most of them. */
function isPlain(nodes: readonly DocJson[]): boolean {
  const [only, ...others] = nodes
  return others.length === 0 && (only === undefined || (only.marks === undefined && PLAIN.test(only.text ?? '\n')))
}

const PLAIN = /^(?!https?:)\p{L}[\p{L}\p{M}\p{N} ,.;?'’‘“”()%£€–—…-]*$/u

function readsBack(written: string, nodes: readonly DocJson[], place: InlinePlace): boolean {
  const { before, after, path } = PLACES[place]
  let found: DocJson | undefined = fromMarkdown(before + written + after)
  if (found.content?.length !== 1) return false
  for (const at of path) found = found?.content?.[at]
  return JSON.stringify(found?.content ?? []) === JSON.stringify(nodes)
}

/** How to read words alone as they would be read in their place, and where to find them then. */
const PLACES: Readonly<
  Record<InlinePlace, { readonly before: string; readonly after: string; readonly path: readonly number[] }>
> = {
  paragraph: { before: '', after: '', path: [0] },
  heading: { before: '## ', after: '', path: [0] },
  cell: { before: '| ', after: ' |\n| --- |', path: [0, 0, 0, 0] },
  caption: { before: '![](/a "', after: '")', path: [0] },
}
