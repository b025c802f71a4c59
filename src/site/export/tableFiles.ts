import type { ExportTable } from '../../platform/contribution.ts'
import { csvPieces } from '../../platform/csv.ts'

/** A table of the export for a spreadsheet. */
export const csvOf = ({ columns, rows }: ExportTable): AsyncGenerator<string> =>
  csvPieces({ columns, rows: cellsOf(columns, rows()) })

async function* cellsOf(columns: ExportTable['columns'], rows: ReturnType<ExportTable['rows']>) {
  for await (const row of rows) yield columns.map((column) => row[column])
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
