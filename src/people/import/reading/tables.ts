import { Refusal } from '../../../platform/refusal.ts'
import { plural } from '../../../ui/words.ts'
import { findHeadings, isTotals, ROWS_LOOKED_AT } from './headings.ts'
import type { Row, Table } from './table.ts'

const MOST_COLUMNS = 300

/** Makes a table of a file's rows, which can be read any number of times: finds the headings and leaves out what is no row of the list. */
export async function tableOf(allRows: () => AsyncIterable<readonly Row[]>): Promise<Table> {
  const first = await firstRows(allRows)
  const found = findHeadings(first.rows)
  const { headings, row: headingRow, preamble } = found
  if (!headings.length) throw new Refusal('There is nothing in this file. Choose the file with your list.', 422)
  if (headings.length > MOST_COLUMNS)
    throw new Refusal(`This list has more than ${MOST_COLUMNS} columns. Leave out those you do not need.`, 422)
  const below = first.rows.filter((row) => row.number > headingRow && isOfList(row))
  if (first.whole && !below.length) throw new Refusal('This list has headings, but no rows below them.', 422)
  let totals = 0
  return {
    headings,
    sheets: [],
    sheet: 0,
    async *rows() {
      totals = 0
      for await (const rows of allRows()) {
        const filled = rows.filter((row) => row.number > headingRow && row.cells.some((cell) => cell.trim() !== ''))
        const listed = filled.filter(isOfList)
        totals += filled.length - listed.length
        if (listed.length) yield listed.map((row) => atWidth(row, headings.length))
      }
    },
    remarks: () => remarksOf({ headingRow, preamble, totals }),
  }
}

async function firstRows(allRows: () => AsyncIterable<readonly Row[]>) {
  const rows: Row[] = []
  for await (const some of allRows()) {
    rows.push(...some)
    if (rows.length > ROWS_LOOKED_AT) return { rows: rows.slice(0, ROWS_LOOKED_AT), whole: false }
  }
  return { rows, whole: true }
}

const isOfList = ({ cells }: Row): boolean => cells.some((cell) => cell.trim() !== '') && !isTotals(cells)

const TOO_MANY = 'This row has more cells than there are headings, so look whether every cell is in its place.'

/** Missing cells at the end are empty ones. */
function atWidth(row: Row, width: number): Row {
  const { cells } = row
  if (cells.length === width) return row
  if (cells.length < width) return { ...row, cells: [...cells, ...Array<string>(width - cells.length).fill('')] }
  const lost = cells.slice(width).some((cell) => cell.trim() !== '')
  return { ...row, cells: cells.slice(0, width), ...(lost && { oddity: row.oddity ?? TOO_MANY }) }
}

interface PassedOver {
  readonly headingRow: number
  readonly preamble: number
  readonly totals: number
}

function remarksOf({ headingRow, preamble, totals }: PassedOver): readonly string[] {
  return [
    ...(headingRow ? [] : ['We found no headings, so we named the columns by their letters.']),
    ...(preamble ? [`The headings are in row ${headingRow}. We passed over what stands above them.`] : []),
    ...(totals ? [`We passed over ${plural(totals, 'row')} with totals or notes below the list.`] : []),
  ]
}
