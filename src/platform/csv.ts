import { stringify } from 'csv-stringify/sync'
import type { Web } from './web.ts'

/** Rows under their headings, whatever they are drawn from. A cell is null, text, a number, yes or no, a moment, or a list or record of those. */
export interface CsvTable<Rows> {
  readonly columns: readonly string[]
  readonly rows: Rows
}
type Row = readonly unknown[]

/** Without it Excel takes a file for something else than UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'

/**
 * A table as spreadsheets read it (RFC 4180), a piece for each row. Every file of ours that a spreadsheet may open is made
 * here, so that no cell of any of them is a formula.
 */
export async function* csvPieces({ columns, rows }: CsvTable<AsyncIterable<Row>>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(columns)
  for await (const row of rows) yield csvLine(row)
}

/** Answers with a table as a file for whoever asked, kept by nobody on the way. The name is without its ending. */
export function csvFile(c: Web, name: string, { columns, rows }: CsvTable<readonly Row[]>): Response {
  return c.body(BYTE_ORDER_MARK + [columns, ...rows].map(csvLine).join(''), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.csv`)}`,
    'cache-control': 'private, no-store',
  })
}

const csvLine = (cells: Row): string =>
  stringify([cells.map((cell) => harmless(cellText(cell)))], { record_delimiter: '\r\n' })

/**
 * Anybody can call themselves `=HYPERLINK(…)`. `=`, `+`, `-`, `@`, tab and line breaks begin a formula or hide one, and so do
 * the wide forms of the signs, whatever blanks stand before them (OWASP, "CSV injection"): such a cell begins with an
 * apostrophe. A plain number stays one. csv-stringify's own `escape_formulas` looks at the first character alone.
 */
export const harmless = (text: string): string =>
  /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u.test(text) && !/^-?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map(cellText).join('; ')
  // oxlint-disable-next-line typescript/no-unnecessary-type-assertion -- without it, no-base-to-string fears an object
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number)
}
