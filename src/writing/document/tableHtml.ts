import { escapeHtml, htmlAttributes } from './inlineHtml.ts'
import type { DocJson } from './json.ts'
import { countAttribute, textAttribute } from './json.ts'
import { languageHtml, tightHtml } from './toHtml.ts'
import type { HtmlPage } from './toHtml.ts'

/** A table in a region that scrolls sideways by itself, by keyboard too; rows of headings at the top become its head. */
export function tableHtml(table: DocJson, page: HtmlPage): string {
  const rows = table.content ?? []
  const body = rows.findIndex((row) => !isHeadRow(row))
  const headRows = body < 0 ? 0 : body
  const head = rows.slice(0, headRows).map((row) => rowHtml(row, 'col', page))
  const rest = rows.slice(headRows).map((row) => rowHtml(row, 'row', page))
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

function rowHtml(row: DocJson, scope: 'col' | 'row', page: HtmlPage): string {
  return `<tr>${(row.content ?? []).map((cell) => cellHtml(cell, scope, page)).join('')}</tr>`
}

function cellHtml(cell: DocJson, scope: 'col' | 'row', page: HtmlPage): string {
  const tag = cell.type === 'table_header' ? 'th' : 'td'
  const [colspan, rowspan] = [countAttribute(cell, 'colspan') ?? 1, countAttribute(cell, 'rowspan') ?? 1]
  const attributes = htmlAttributes({
    scope: tag === 'th' ? scope : null,
    colspan: colspan > 1 ? colspan : null,
    rowspan: rowspan > 1 ? rowspan : null,
  })
  return `<${tag}${attributes}>${tightHtml(cell.content ?? [], page)}</${tag}>`
}
