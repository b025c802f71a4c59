import { type DocJson, fromHtml, plainText } from '../../writing/index.ts'

/** Plain text with paragraphs and line breaks, as comments and excerpts are kept. */
export function plainWords(html: string): string {
  if (!MARKED.test(html)) return plainParagraphs(html)
  return plainText(withLineEnds(fromHtml(html, { paragraphs: 'wordpress' }).doc)).trim()
}

/** Mark-up, entities, shortcodes, and addresses that might be embedded: the rest is words as they stand. */
const MARKED = /[<&[\]]|:\/\//

/** What the converter makes of text without mark-up, at a tenth of its cost: most comments are that. */
const plainParagraphs = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n(?:[^\S\n]*\n)+/)
    .map(linesOf)
    .filter((block) => block !== '')
    .join('\n\n')

const linesOf = (block: string): string =>
  block
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .join('\n')
    .trim()

/** A line break as the character it is in plain text, where `plainText` has a space. */
const withLineEnds = (node: DocJson): DocJson =>
  node.type === 'hard_break'
    ? { type: 'text', text: '\n' }
    : { ...node, ...(node.content && { content: node.content.map(withLineEnds) }) }
