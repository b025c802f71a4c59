import { stringify } from 'csv-stringify/sync'
import type { ExportTable } from '../../platform/contribution.ts'

/** Excel takes a file without it for something else than UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'

/**
 * RFC 4180 with a byte order mark. Cells that a spreadsheet would take for a formula begin with an apostrophe (OWASP,
 * "CSV injection"), whatever blanks stand before them.
 */
export async function* csvOf({ columns, rows }: ExportTable): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + line(columns)
  for await (const row of rows()) yield line(columns.map((column) => cellText(row[column])))
}

const line = (cells: readonly string[]): string => stringify([cells.map(harmless)], { record_delimiter: '\r\n' })

/** `=`, `+`, `-`, `@`, tab and carriage return begin a formula or hide one; so do the wide forms of the signs. */
const harmless = (text: string): string =>
  /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/u.test(text) && !/^-?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map(cellText).join('; ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number)
}

/** One array of records, a record a line; the same rows as in the CSV, with their values as they are. */
export async function* jsonOf({ rows }: ExportTable): AsyncGenerator<string> {
  let before = '['
  for await (const row of rows()) {
    yield `${before}\n${JSON.stringify(row)}`
    before = ','
  }
  yield before === '[' ? '[]\n' : '\n]\n'
}
