import { type Field, fields } from '../columns/fields.ts'
import type { Row } from '../reading/table.ts'
import { lineIn, textIn } from './cellText.ts'
import type { DayOrder } from './days.ts'
import type { Outcome, Remark } from './outcome.ts'
import type { Reading } from './understanding.ts'

const LONGEST_LINE = 200
const LONGEST_WORD = 80
const MOST_WORDS = 30

/** A row's cells by what they are, and what was odd about them. */
export class RowCells {
  readonly problems: Remark[] = []
  readonly notices: Remark[] = []
  readonly #row: Row
  readonly #reading: Reading

  constructor(row: Row, reading: Reading) {
    this.#row = row
    this.#reading = reading
  }

  /** One field's cell on one line; '' when it says nothing. */
  line(field: Field): string {
    return lineIn(this.#row.cells[this.#reading.mapping.indexOf(field)] ?? '')
  }

  /** All cells of a field that say something. */
  texts(field: Field): readonly string[] {
    return this.#row.cells
      .filter((_, i) => this.#reading.mapping[i] === field)
      .map(textIn)
      .filter(Boolean)
  }

  short(field: Field): string {
    const line = this.line(field)
    if (line.length > LONGEST_LINE)
      this.notice(field, `${fields[field].label}: we kept the first ${LONGEST_LINE} characters.`)
    return line.slice(0, LONGEST_LINE)
  }

  /** "Housing; schools" is two. */
  words(field: Field): readonly string[] {
    const words = this.texts(field).flatMap((text) => text.split(/[;,|\n]+/))
    return [...new Set(words.map((word) => word.trim().slice(0, LONGEST_WORD)).filter(Boolean))].slice(0, MOST_WORDS)
  }

  orderOf(...of: readonly Field[]): DayOrder {
    const column = this.#reading.mapping.findIndex((field) => field !== null && of.includes(field))
    return this.#reading.orders[column] ?? 'day first'
  }

  /** Reads a field when its cell says something. */
  one<T>(field: Field, read: (text: string) => Outcome<T>): T | undefined {
    const text = this.line(field)
    return text ? this.take(field, read(text)) : undefined
  }

  /** The value of an outcome; what was odd is kept. */
  take<T>(field: Field, { value, problem, notice }: Outcome<T>): T | undefined {
    if (problem) this.problems.push({ field, why: problem })
    if (notice) this.notice(field, notice)
    return value
  }

  notice(field: Field | null, why: string): void {
    this.notices.push({ field, why })
  }
}
