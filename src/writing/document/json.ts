/** A mark on a run of text as ProseMirror stores it: `{ type: 'link', attrs: { href } }`. */
export interface MarkJson {
  readonly type: string
  readonly attrs?: Attributes
}

export type Attributes = Readonly<Record<string, string | number | null>>

/**
 * A document, or any node of one, as ProseMirror stores it (`Node.toJSON()` of `schema.ts`). What comes from outside is
 * read with `parseDoc`; everything in this folder takes the shape for granted.
 */
export interface DocJson {
  readonly type: string
  readonly attrs?: Attributes
  readonly content?: readonly DocJson[]
  readonly marks?: readonly MarkJson[]
  readonly text?: string
}

export const emptyParagraph: DocJson = { type: 'paragraph' }

/** The attribute as text; '' when it is missing or null. */
export function textAttribute(node: DocJson | MarkJson, name: string): string {
  const value = node.attrs?.[name]
  return value === undefined || value === null ? '' : String(value)
}

/** The attribute as a whole number of at least 1; null when it is missing. */
export function countAttribute(node: DocJson, name: string): number | null {
  const value = node.attrs?.[name]
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null
}

/** The words under a node, as one line: a line break counts as a space, footnotes are left out. */
export function innerText(node: DocJson): string {
  if (node.type === 'footnote') return ''
  if (node.type === 'hard_break') return ' '
  return node.text ?? (node.content ?? []).map(innerText).join(isTextblock(node) ? '' : ' ')
}

/** Whether the node holds words directly: paragraph, heading, code, caption, cite. */
export function isTextblock(node: DocJson): boolean {
  return TEXTBLOCKS.has(node.type)
}

const TEXTBLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'code_block', 'figure', 'cite', 'footnote'])
