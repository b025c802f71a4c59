import { stringify } from 'csv-stringify/sync'

/** Columns of the file, in order. */
const COLUMNS = ['day', 'page', 'address', 'came from', 'reads'] as const

interface Row {
  readonly day: string
  readonly title: string | null
  readonly path: string
  readonly referrer: string
  readonly reads: number
}

/**
 * The counts as a spreadsheet reads them (RFC 4180), with the mark that tells Excel it is UTF-8. A cell that begins like a
 * formula gets an apostrophe: anybody can send a referrer.
 */
export const readsCsv = (rows: readonly Row[]): string =>
  stringify(
    rows.map(({ day, title, path, referrer, reads }) => [day, title ?? '', path, referrer, reads]),
    { header: true, columns: [...COLUMNS], bom: true, escape_formulas: true, record_delimiter: '\r\n' },
  )
