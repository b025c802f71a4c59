import { Refusal } from '../../../platform/refusal.ts'
import { type Row, ROWS_AT_A_TIME } from './table.ts'

/** Characters: a quoted cell that is longer was never closed. Excel's own cells hold 32,767. */
const LONGEST_CELL = 100_000
/** The most a row may have; more is no table of people. */
const LONGEST_ROW = 1_000_000

/**
 * The records of a text with separated values (RFC 4180), with any line ends, blank ones among them. It forgives what people's
 * files have: marks amid a cell are ordinary characters, and a mark that is opened and never closed is passed over, so that
 * it costs its own row alone and not all the rows below it.
 */
export async function* recordsOf(pieces: AsyncIterable<string>, separator: string): AsyncGenerator<readonly Row[]> {
  let text = ''
  let number = 0
  let batch: Row[] = []
  const take = function* (final: boolean) {
    let at = 0
    for (;;) {
      const record = at < text.length ? recordAt(text, at, { separator, final }) : null
      if (!record) break
      at = record.next
      batch.push({ number: ++number, cells: record.cells, ...(record.oddity && { oddity: record.oddity }) })
      if (batch.length < ROWS_AT_A_TIME) continue
      yield batch
      batch = []
    }
    text = text.slice(at)
    if (text.length > LONGEST_ROW) throw tooLong(number + 1)
  }
  for await (const piece of pieces) {
    text += piece.includes('\0') ? piece.replaceAll('\0', '') : piece
    yield* take(false)
  }
  yield* take(true)
  if (batch.length) yield batch
}

const [LF, CR] = [10, 13]

interface Scan {
  readonly separator: string
  /** Nothing follows the text. */
  readonly final: boolean
}

/** One cell, and where it ended: at a separator or the end of its record. */
interface Cell {
  readonly value: string
  readonly end: number
  readonly oddity?: string
}

const NOT_CLOSED = 'A quotation mark is opened here and not closed, so look whether every cell is in its place.'
const tooLong = (number: number) =>
  new Refusal(`We could not read row ${number}: it is longer than a million characters. Is this a list of people?`, 422)

/** The record that begins at a place; null when the text breaks off within it and goes on. */
function recordAt(text: string, start: number, scan: Scan) {
  const cells: string[] = []
  let oddity: string | undefined
  let at = start
  for (;;) {
    const cell = cellAt(text, at, scan)
    if (!cell) return null
    cells.push(cell.value)
    oddity ??= cell.oddity
    at = cell.end
    if (text[at] !== scan.separator) break
    at++
  }
  if (text[at] === '\r') {
    if (at + 1 === text.length && !scan.final) return null // a line feed may follow
    at += text[at + 1] === '\n' ? 2 : 1
  } else if (text[at] === '\n') at++
  return { cells, oddity, next: at }
}

const cellAt = (text: string, start: number, scan: Scan): Cell | null =>
  text[start] === '"' ? quotedCell(text, start, scan) : plainCell(text, start, scan)

function plainCell(text: string, start: number, { separator, final }: Scan): Cell | null {
  let end = start
  const parting = separator.charCodeAt(0)
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end)
    if (code === parting || code === LF || code === CR) break
  }
  if (end === text.length && !final) return null
  return { value: text.slice(start, end), end }
}

function quotedCell(text: string, start: number, scan: Scan): Cell | null {
  let close = text.indexOf('"', start + 1)
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  const length = (close === -1 ? text.length : close) - start
  if (length > LONGEST_CELL || (close === -1 && scan.final)) return strayMark(text, start, scan)
  if (close === -1) return null
  let end = close + 1
  while (text[end] === ' ') end++
  if (end === text.length && !scan.final) return null
  if (end === text.length || [scan.separator, '\n', '\r'].includes(text[end]!))
    return { value: text.slice(start + 1, close).replaceAll('""', '"'), end }
  if (/[\r\n]/.test(text.slice(start, close))) return strayMark(text, start, scan) // it closed some later cell's opening
  return plainCell(text, start, scan)
}

/** The mark is passed over, and the cell ends where its line or the next separator has it. */
function strayMark(text: string, start: number, scan: Scan): Cell | null {
  const cell = plainCell(text, start + 1, scan)
  return cell && { ...cell, oddity: NOT_CLOSED }
}
