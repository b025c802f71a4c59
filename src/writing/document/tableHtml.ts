import { escapeHtml, htmlAttributes, languageHtml } from './inlineHtml.ts'
import type { DocJson } from './json.ts'
import { countAttribute, textAttribute } from './json.ts'

/** Writes what a cell holds. */
export type CellContent = (blocks: readonly DocJson[]) => string

/** A table in a region that scrolls sideways by itself, by keyboard too; rows of headings at the top become its head. */
export function tableHtml(table: DocJson, inside: CellContent): string {
  const rows = table.content ?? []
  const body = rows.findIndex((row) => !isHeadRow(row))
  const headRows = body < 0 ? 0 : body
  const head = rows.slice(0, headRows).map((row) => rowHtml(row, 'col', inside))
  const rest = rows.slice(headRows).map((row) => rowHtml(row, 'row', inside))
  const caption = textAttribute(table, 'caption')
  const region = htmlAttributes({
    class: 'table-scroll',
    role: 'region',
    tabindex: 0,
    'aria-label': caption || 'Table',
  })
  return (
    `<div${region}><table${languageHtml(table)}>` +
    (caption === '' ? '' : `<caption>${escapeHtml(caption)}</caption>`) +
    (head.length === 0 ? '' : `<thead>${head.join('')}</thead>`) +
    `<tbody>${rest.join('')}</tbody></table></div>\n`
  )
}

function isHeadRow(row: DocJson): boolean {
  return (row.content ?? []).every((cell) => cell.type === 'table_header')
}

function rowHtml(row: DocJson, scope: 'col' | 'row', inside: CellContent): string {
  return `<tr>${(row.content ?? []).map((cell) => cellHtml(cell, scope, inside)).join('')}</tr>`
}

function cellHtml(cell: DocJson, scope: 'col' | 'row', inside: CellContent): string {
  const tag = cell.type === 'table_header' ? 'th' : 'td'
  const [colspan, rowspan] = [countAttribute(cell, 'colspan') ?? 1, countAttribute(cell, 'rowspan') ?? 1]
  const attributes = htmlAttributes({
    scope: tag === 'th' ? scope : null,
    colspan: colspan > 1 ? colspan : null,
    rowspan: rowspan > 1 ? rowspan : null,
  })
  return `<${tag}${attributes}>${inside(cell.content ?? [])}</${tag}>`
}
