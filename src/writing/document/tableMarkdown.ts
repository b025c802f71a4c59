import type { WriteWords } from './inlineMarkdown.ts'
import type { DocJson } from './json.ts'
import { hanging } from './indentation.ts'
import { countAttribute, textAttribute } from './json.ts'

export interface CellWriters {
  readonly words: WriteWords
  readonly blocks: (blocks: readonly DocJson[]) => string
}

/** A table as rows of `|` where that can hold it, else in the long form of `longTable`. */
export function tableMarkdown(table: DocJson, write: CellWriters): string {
  const caption = textAttribute(table, 'caption')
    .replace(/\\/g, '\\\\')
    .replace(/&(?=#?\w{1,40};)/g, '&amp;')
  const rows = (table.content ?? []).map((row) => row.content ?? [])
  const text = isSimple(rows) ? shortForm(rows, write.words) : longForm(rows, write)
  return caption === '' ? text : `{caption=${caption}}\n${text}`
}

/** One row of headings, then rows of as many plain cells, each with one line of words at most. */
function isSimple(rows: readonly (readonly DocJson[])[]): boolean {
  return rows.every((cells, at) => {
    const type = at === 0 ? 'table_header' : 'table_cell'
    return cells.length === rows[0]?.length && cells.every((cell) => cell.type === type && isOneLine(cell))
  })
}

function isOneLine(cell: DocJson): boolean {
  const [only, ...others] = cell.content ?? []
  const spans = countAttribute(cell, 'colspan') !== 1 || countAttribute(cell, 'rowspan') !== 1
  if (spans || others.length > 0 || only?.type !== 'paragraph' || textAttribute(only, 'lang') !== '') return false
  return (only.content ?? []).every((node) => node.type !== 'hard_break')
}

function shortForm(rows: readonly (readonly DocJson[])[], words: WriteWords): string {
  const [head = [], ...body] = rows.map((cells) => cells.map((cell) => words(cell.content?.[0]?.content ?? [], 'cell')))
  return [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function longForm(rows: readonly (readonly DocJson[])[], write: CellWriters): string {
  // No `|-` before the first row: right after `- {|` it would read as the second line of a short table.
  const lines = rows.flatMap((cells, at) => [
    ...(at > 0 ? ['|-'] : []),
    ...cells.map((cell) => cellMarkdown(cell, write)),
  ])
  return ['{|', ...lines, '|}'].join('\n')
}

function cellMarkdown(cell: DocJson, write: CellWriters): string {
  const sign = cell.type === 'table_header' ? '!' : '|'
  const [columns, rows] = [countAttribute(cell, 'colspan') ?? 1, countAttribute(cell, 'rowspan') ?? 1]
  const spans = [...(columns > 1 ? [`${columns} columns`] : []), ...(rows > 1 ? [`${rows} rows`] : [])].join(', ')
  const text = hanging(write.blocks(cell.content ?? []), '  ').slice(2)
  return `${sign}${spans === '' ? '' : `{${spans}}`} ${text}`.trimEnd()
}
