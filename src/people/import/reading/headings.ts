import { fieldOfHeading } from '../columns/headingWords.ts'
import type { Row } from './table.ts'

/** So many rows are looked at for the headings. */
export const ROWS_LOOKED_AT = 30

export interface FoundHeadings {
  readonly headings: readonly string[]
  /** The headings' own row; 0 when the list has none. */
  readonly row: number
  /** Rows above it that hold something. */
  readonly preamble: number
}

/**
 * Finds the headings among the first rows: the row with the most words we know; failing that the first that is as wide as
 * the table, unless it has an address or a number in it, for then the list has no headings.
 */
export function findHeadings(rows: readonly Row[]): FoundHeadings {
  const filled = rows.filter(({ cells }) => cells.some(isFilled))
  const width = commonWidth(filled)
  const headings = mostKnown(filled) ?? firstOf(filled, width)
  if (!headings) return { headings: uniqueHeadings([], widest(filled)), row: 0, preamble: 0 }
  const preamble = filled.indexOf(headings)
  const columns = Math.max(lastFilled(headings.cells), commonWidth(filled.slice(preamble + 1)))
  return { headings: uniqueHeadings(headings.cells, columns), row: headings.number, preamble }
}

/** Blank and repeated headings get names of their own: "Column C", "Email (2)". */
export function uniqueHeadings(cells: readonly string[], columns: number): readonly string[] {
  const taken = new Set<string>()
  return Array.from({ length: columns }, (_, i) => {
    const heading = (cells[i] ?? '').replace(/\s+/g, ' ').trim().slice(0, 200) || `Column ${columnLetters(i)}`
    let name = heading
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${heading} (${n})`
    taken.add(name.toLowerCase())
    return name
  })
}

/** As a spreadsheet names its columns: 0 is A, 26 is AA. */
export const columnLetters = (index: number): string =>
  (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))

/** "Total: 612", "Printed on 3 March": below the list, and nobody's row. */
export function isTotals(cells: readonly string[]): boolean {
  const first = cells.find(isFilled)
  return first !== undefined && TOTALS.test(first.trim()) && !cells.some((cell) => cell.includes('@'))
}

const TOTALS =
  /^(?:(?:grand |sub[- ]?)?totals?\b|(?:sum|count|average|number) (?:of|=)|(?:printed|exported|generated|downloaded|produced|prepared) (?:on|by|from|at)\b|end of (?:list|report|file)|\d+ (?:members|people|rows|records)\b|page \d+)/i

const isFilled = (cell: string): boolean => cell.trim() !== ''
const lastFilled = (cells: readonly string[]): number => cells.findLastIndex(isFilled) + 1

const widest = (rows: readonly Row[]): number => Math.max(0, ...rows.map(({ cells }) => lastFilled(cells)))

/** How many cells most rows fill. */
function commonWidth(rows: readonly Row[]): number {
  const widths = new Map<number, number>()
  for (const { cells } of rows) widths.set(lastFilled(cells), (widths.get(lastFilled(cells)) ?? 0) + 1)
  let common: readonly [width: number, times: number] = [0, 0]
  for (const one of widths) if (one[1] > common[1]) common = one
  return common[0]
}

function mostKnown(rows: readonly Row[]): Row | undefined {
  let best: { row: Row; known: number } | undefined
  for (const row of rows) {
    const filled = row.cells.filter(isFilled)
    if (filled.some((cell) => DATA.test(cell))) continue
    const known = filled.filter((cell) => cell.length <= 60 && (fieldOfHeading(cell)?.sure ?? 0) > 0.5).length
    const enough = known >= 2 || known === filled.length
    if (known && enough && (!best || known > best.known)) best = { row, known }
  }
  return best?.row
}

function firstOf(rows: readonly Row[], width: number): Row | undefined {
  const row = rows.find(({ cells }) => lastFilled(cells) >= width) ?? rows[0]
  return row?.cells.some((cell) => DATA.test(cell)) || width === 1 ? undefined : row
}

/** No heading: an email address, a phone number, a postcode, a date. */
const DATA = /\S@\S|\d{5}|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|^\d+[/.-]\d+[/.-]\d+$/i
