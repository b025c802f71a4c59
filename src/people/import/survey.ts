import { readFile } from 'node:fs/promises'
import { Refusal } from '../../platform/refusal.ts'
import { type Guess, guessColumns, type Mapping } from './columns/guess.ts'
import { fields } from './columns/fields.ts'
import { ColumnLooks } from './columns/looks.ts'
import { pastedFields, pastedRows } from './pastedNames.ts'
import { readTable } from './reading/reading.ts'
import type { Row } from './reading/table.ts'
import { type DayOrder, DayOrders } from './understanding/days.ts'

/** A list wherever it lies: a table, or pasted names. */
export interface ListFile {
  readonly place: string
  readonly pasted: boolean
  readonly sheet?: number | undefined
}

export interface OpenList {
  readonly headings: readonly string[]
  readonly sheets: readonly string[]
  readonly sheet: number
  readonly rows: () => AsyncIterable<readonly Row[]>
  readonly remarks: () => readonly string[]
}

export async function openList({ place, pasted, sheet }: ListFile): Promise<OpenList> {
  return pasted ? openPasted(place) : readTable(place, { sheet })
}

async function openPasted(place: string): Promise<OpenList> {
  const rows = pastedRows(await readFile(place, 'utf8'))
  if (!rows.length) throw new Refusal('There are no names here. Paste them, one on each line.', 422)
  return {
    headings: pastedFields.map((field) => fields[field].label),
    sheets: [],
    sheet: 0,
    rows: async function* () {
      yield rows
    },
    remarks: () => [],
  }
}

/** So many rows are looked at to guess the columns. */
const LOOKED_AT = 2000

/** Guesses what the columns of a list are, from its headings and first rows. */
export async function surveyColumns(list: OpenList, { pasted }: Pick<ListFile, 'pasted'>): Promise<readonly Guess[]> {
  const looks = new ColumnLooks(list.headings)
  let rows = 0
  for await (const some of list.rows()) {
    looks.add(some)
    rows += some.length
    if (rows >= LOOKED_AT) break
  }
  const guesses = guessColumns(looks.found)
  return pasted ? guesses.map((guess, i) => ({ ...guess, field: pastedFields[i] ?? null, sure: 1 })) : guesses
}

const DAY_FIELDS = new Set(['joined_on', 'left_on', 'renews_on', 'newsletter_on', 'newsletter'])

export interface SurveyedDays {
  readonly orders: readonly DayOrder[]
  readonly remarks: readonly string[]
}

/** How the days of each column are written, from all rows: one "month" over 12 tells of thousands of others. */
export async function surveyDays(list: OpenList, mapping: Mapping): Promise<SurveyedDays> {
  const orders = mapping.map((field) => (field && DAY_FIELDS.has(field) ? new DayOrders() : null))
  if (orders.some(Boolean))
    for await (const rows of list.rows())
      for (const { cells } of rows) for (const [i, order] of orders.entries()) order?.add(cells[i] ?? '')
  const remarks = orders.flatMap((order, i) => {
    const heading = list.headings[i] ?? ''
    if (order?.mixed) return [mixedRemark(heading)]
    return order?.order === 'month first' ? [americanRemark(heading)] : []
  })
  return { orders: orders.map((order) => order?.order ?? 'day first'), remarks }
}

const americanRemark = (heading: string): string =>
  `The days in “${heading}” are written with the month first, as in the United States, and we read them so.`
const mixedRemark = (heading: string): string =>
  `Some days in “${heading}” are written with the month first. Those that may be either are read with the day first: look at them.`
