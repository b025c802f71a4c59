import { dayOfSerial } from './excelDays.ts'
import { elementsOf } from './sheetXml.ts'
import { type Row, ROWS_AT_A_TIME, type Table } from './table.ts'
import { tableOf } from './tables.ts'
import { LARGEST_PART, openWorkbook, textsOf, unescaped, type Workbook } from './workbook.ts'

/** Reads one sheet of an Excel workbook. @param sheet its place; without it, the first */
export async function readXlsx(place: string, sheet?: number): Promise<Table> {
  const { sheets, zip } = await openWorkbook(place)
  await zip.close()
  const chosen = sheet !== undefined && sheets[sheet] ? sheet : 0
  let texts: readonly string[] | undefined
  const table = await tableOf(async function* () {
    const workbook = await openWorkbook(place)
    try {
      texts ??= await textsOf(workbook.zip)
      yield* rowsOf({ ...workbook, texts }, workbook.sheets[chosen]!.part)
    } finally {
      await workbook.zip.close()
    }
  })
  return { ...table, sheets: sheets.map(({ name }) => name), sheet: chosen }
}

interface Opened extends Workbook {
  readonly texts: readonly string[]
}

/** A cell says its own place ("C7"); those between are empty. Of a formula, what it last came to is read; nothing is ever computed. */
async function* rowsOf(workbook: Opened, part: string): AsyncGenerator<readonly Row[]> {
  let rows: Row[] = []
  let number = 0
  let cells: string[] = []
  let cell: OpenCell = { column: 0, type: 'n', style: 0, value: '' }
  for await (const { name, attributes, closes, text } of elementsOf(workbook.zip, part, LARGEST_PART)) {
    if (name === 'row' && !closes) {
      number = Number(attributes['r']) || number + 1
      cells = []
    } else if (name === 'c' && !closes) {
      cell = {
        column: columnOf(attributes['r']) ?? cells.length,
        type: attributes['t'] ?? 'n',
        style: Number(attributes['s'] ?? 0),
        value: '',
      }
    } else if (closes && (name === 'v' || name === 't')) {
      cell.value += text
    } else if (closes && name === 'c' && cell.column < MOST_CELLS) {
      while (cells.length < cell.column) cells.push('')
      cells[cell.column] = shown(cell, workbook)
    } else if (closes && name === 'row') {
      rows.push({ number, cells })
      if (rows.length < ROWS_AT_A_TIME) continue
      yield rows
      rows = []
    }
  }
  if (rows.length) yield rows
}

/** Columns that are read; a list with as many is refused. */
const MOST_CELLS = 400

interface OpenCell {
  readonly column: number
  readonly type: string
  readonly style: number
  value: string
}

function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (!letters) return undefined
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

/** A cell as its text (ECMA-376 part 1, 18.18.11): days as 2021-04-03, whole numbers with all their figures, errors as nothing. */
function shown({ type, style, value }: OpenCell, { texts, showsDay, since1904 }: Opened): string {
  if (type === 's') return texts[Number(value)] ?? ''
  if (type === 'str' || type === 'inlineStr') return unescaped(value)
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type === 'e' || value === '') return ''
  if (type === 'd') return value.slice(0, 10)
  const figure = Number(value)
  if (showsDay[style]) return dayOfSerial(figure, since1904) ?? value
  return Number.isFinite(figure) && Math.abs(figure) < 1e15 ? String(figure) : value
}
