import { safeImageUrl, safeUrl } from './address.ts'
import { cleaned, normalInline, normalText } from './inlineNormal.ts'
import type { Attributes, DocJson } from './json.ts'
import { countAttribute, emptyParagraph, innerText, textAttribute } from './json.ts'
import { HIGHEST_START, isLanguage, schema, WIDEST_SPAN } from './schema.ts'

/**
 * The same document in normal form: what HTML and Markdown cannot tell apart is told one way. No empty paragraphs,
 * headings, items or quotes (an empty cell and an empty document keep one); blanks as in `normalInline`; a table that
 * holds a table was made for layout and gives way to what its cells hold. Attributes out of range are brought into it.
 * Doing it twice changes nothing; the result passes `check()`.
 */
export function normalise(doc: DocJson): DocJson {
  const content = (doc.content ?? []).flatMap(normalBlock)
  const node = schema.nodeFromJSON({ type: 'doc', content: content.length > 0 ? content : [emptyParagraph] })
  node.check()
  return node.toJSON()
}

function normalBlock(block: DocJson): DocJson[] {
  switch (block.type) {
    case 'paragraph':
      return paragraphs(block)
    case 'heading':
      return textblock(block, { level: between(block.attrs?.['level'], [2, 4]) })
    case 'blockquote':
      return quote(block)
    case 'bullet_list':
      return container(block, {}, items(block))
    case 'ordered_list':
      return container(block, { start: between(block.attrs?.['start'] ?? 1, [0, HIGHEST_START]) }, items(block))
    case 'table':
      return table(block)
    case 'figure':
      return figure(block)
    case 'gallery':
      return container(block, {}, (block.content ?? []).flatMap(figure))
    case 'embed':
      return embed(block)
    case 'code_block':
      return code(block)
    case 'horizontal_rule':
    case 'more':
      return [{ type: block.type, attrs: { id: identity(block) } }]
    default:
      return []
  }
}

function paragraphs(block: DocJson): DocJson[] {
  const lines = normalInline(block.content ?? [], { breaks: true, footnotes: true })
  return lines.map((content, at) => ({
    type: 'paragraph',
    attrs: { ...shared(block), ...(at > 0 && { id: null }) },
    content,
  }))
}

function textblock(block: DocJson, attrs: Attributes): DocJson[] {
  const [content] = normalInline(block.content ?? [], { breaks: false, footnotes: block.type === 'heading' })
  return content === undefined ? [] : [{ type: block.type, attrs: { ...shared(block), ...attrs }, content }]
}

function quote(block: DocJson): DocJson[] {
  const parts = block.content ?? []
  const blocks = parts.flatMap(normalBlock)
  const [cited] = normalInline(
    parts
      .filter((part) => part.type === 'cite')
      .flatMap((part, at) => [...(at > 0 ? [{ type: 'hard_break' }] : []), ...(part.content ?? [])]),
    { breaks: false, footnotes: false },
  )
  if (cited === undefined) return container(block, {}, blocks)
  if (blocks.length === 0) return container(block, {}, [{ type: 'paragraph', content: cited }])
  const id = parts.find((part) => part.type === 'cite')
  return container(block, {}, [
    ...blocks,
    { type: 'cite', attrs: { id: id === undefined ? null : identity(id) }, content: cited },
  ])
}

function items(block: DocJson): DocJson[] {
  return (block.content ?? []).flatMap((item) => {
    const content = (item.content ?? []).flatMap(normalBlock)
    return content.length === 0 ? [] : [{ type: 'list_item', attrs: { id: identity(item) }, content }]
  })
}

function container(block: DocJson, attrs: Attributes, content: readonly DocJson[]): DocJson[] {
  return content.length === 0 ? [] : [{ type: block.type, attrs: { ...shared(block), ...attrs }, content }]
}

function table(block: DocJson): DocJson[] {
  const caption = normalText(textAttribute(block, 'caption'))
  const rows = (block.content ?? []).map((row) => ({
    row,
    cells: (row.content ?? []).map((cell) => ({ cell, inside: (cell.content ?? []).flatMap(normalBlock) })),
  }))
  const contents = rows.flatMap((row) => row.cells.flatMap((cell) => cell.inside))
  if (contents.some(holdsTable)) {
    const words = caption === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text: caption }] }]
    return [...words, ...contents]
  }
  const kept = rows.filter((row) => row.cells.length > 0)
  return container(
    block,
    { caption },
    kept.map(({ row, cells }) => ({
      type: 'table_row',
      attrs: { id: identity(row) },
      content: cells.map(({ cell, inside }) => ({
        type: cell.type,
        attrs: { id: identity(cell), colspan: spanned(cell, 'colspan'), rowspan: spanned(cell, 'rowspan') },
        content: inside.length > 0 ? inside : [emptyParagraph],
      })),
    })),
  )
}

function holdsTable(block: DocJson): boolean {
  return block.type === 'table' || (block.content ?? []).some(holdsTable)
}

function figure(block: DocJson): DocJson[] {
  const src = safeImageUrl(textAttribute(block, 'src'))
  if (src === null) return []
  const [content = []] = normalInline(block.content ?? [], { breaks: false, footnotes: false })
  const attrs = {
    ...shared(block),
    src,
    alt: normalText(textAttribute(block, 'alt')),
    width: countAttribute(block, 'width'),
    height: countAttribute(block, 'height'),
    href: safeUrl(textAttribute(block, 'href')),
  }
  return [{ type: 'figure', attrs, content }]
}

function embed(block: DocJson): DocJson[] {
  const url = safeImageUrl(textAttribute(block, 'url'))
  return url === null
    ? []
    : [{ type: 'embed', attrs: { ...shared(block), url, title: normalText(textAttribute(block, 'title')) } }]
}

function code(block: DocJson): DocJson[] {
  const text = cleaned(innerText(block)).replace(/[\f\v]/g, '\n')
  return text.trim() === '' ? [] : [{ type: 'code_block', attrs: shared(block), content: [{ type: 'text', text }] }]
}

function shared(block: DocJson): { readonly id: string | null; readonly lang: string | null } {
  const lang = textAttribute(block, 'lang')
  return { id: identity(block), lang: isLanguage(lang) ? lang : null }
}

function identity(block: DocJson): string | null {
  return textAttribute(block, 'id') || null
}

function spanned(cell: DocJson, name: 'colspan' | 'rowspan'): number {
  return Math.min(countAttribute(cell, name) ?? 1, WIDEST_SPAN)
}

function between(value: unknown, [least, most]: readonly [number, number]): number {
  const number = Number.isSafeInteger(value) ? Number(value) : least
  return Math.min(most, Math.max(least, number))
}
