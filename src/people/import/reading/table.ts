/** A row as its file has it. */
export interface Row {
  /** As a spreadsheet counts: the first line is 1, and a cell of several lines is still one row. */
  readonly number: number
  readonly cells: readonly string[]
  /** What was odd about it, in a sentence. */
  readonly oddity?: string
}

/** A list from a file: its headings, and its rows as they are asked for, some hundreds at a time. */
export interface Table {
  /** One for each column, in order, every one different. */
  readonly headings: readonly string[]
  /** Rows without preamble, headings, totals and blank ones. Can be read again. */
  readonly rows: () => AsyncIterable<readonly Row[]>
  /** What was mended or passed over, in sentences; whole once the rows were read to their end. */
  readonly remarks: () => readonly string[]
  /** Of a workbook: its sheets, and which of them this is. */
  readonly sheets: readonly string[]
  readonly sheet: number
}

/** Opens the file; it is read more than once. */
export type OpenFile = () => AsyncIterable<Uint8Array>

export const ROWS_AT_A_TIME = 500
