import { dayOfSerial } from '../reading/excelDays.ts'
import { quoted } from './cellText.ts'
import type { Outcome } from './outcome.ts'

/** Which comes first in 3/4/2021: the day, as here, or the month, as in the United States. */
export type DayOrder = 'day first' | 'month first'

interface Reading {
  readonly order: DayOrder
  /** 'YYYY-MM-DD'. Two figures are the latest such year that is not more than five years after it. */
  readonly today: string
}

/** A day as people write it: 3/4/2021, 3.4.21, 3 Apr 21, April 3rd 2021, 2021-04-03 (ISO 8601), or a spreadsheet's number. */
export function readDay(text: string, { order, today }: Reading): Outcome<string> {
  const whole = withoutTime(text)
  const named = NAMED.exec(whole) ?? MONTH_FIRST.exec(whole)
  const parts = named?.groups ?? ISO.exec(whole)?.groups ?? figuresIn(whole, order)
  if (parts) return dayFrom(text, { ...parts, today })
  const month = MONTH_AND_YEAR.exec(whole)?.groups
  if (month)
    return assumed(dayFrom(text, { ...month, day: '1', today }), 'It names no day, so we took the first of the month.')
  if (/^(?:19|20)\d\d$/.test(whole))
    return { value: `${whole}-01-01`, notice: `${quoted(text)} is only a year, so we took 1 January.` }
  const serial = /^\d{5}(?:\.\d+)?$/.test(whole) ? dayOfSerial(Number(whole)) : null
  return serial ? { value: serial } : unread(text)
}

/** Sees whether a column's days are written as in the United States: some have a "month" over 12, and none a "day" that shows the contrary. */
export class DayOrders {
  #dayFirst = 0
  #monthFirst = 0

  add(text: string): void {
    const [, first, second] = FIGURES.exec(withoutTime(text)) ?? []
    if (Number(first) > 12) this.#dayFirst++
    if (Number(second) > 12) this.#monthFirst++
  }
  get order(): DayOrder {
    return this.#monthFirst > 0 && this.#dayFirst === 0 ? 'month first' : 'day first'
  }
  get mixed(): boolean {
    return this.#monthFirst > 0 && this.#dayFirst > 0
  }
}

const NAMED =
  /^(?:\p{L}{3,9},? )?(?<day>\d{1,2})(?:st|nd|rd|th)?[ -]?(?:of )?(?<month>[a-z]{3,9})\.?,?[ -]?(?<year>\d{4}|’?'?\d\d)$/iu
const MONTH_FIRST = /^(?<month>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/i
const MONTH_AND_YEAR = /^(?<month>[a-z]{3,9})\.?[ -](?<year>\d{4})$/i
const ISO = /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/
const FIGURES = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d\d)$/

const withoutTime = (text: string): string =>
  text.replace(/[T ,]+\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:[ap]m)?\s*(?:Z|[+-]\d\d:?\d\d)?$/i, '').trim()

function figuresIn(text: string, order: DayOrder) {
  const [, first, second, year] = FIGURES.exec(text) ?? []
  if (!first || !second || !year) return undefined
  return order === 'day first' ? { day: first, month: second, year } : { day: second, month: first, year }
}

type Parts = Readonly<Record<string, string>> & { readonly today: string }

function dayFrom(text: string, { day, month, year, today }: Parts): Outcome<string> {
  const inYear = fullYear((year ?? '').replace(/\D/g, ''), today)
  const ofMonth = monthNumber(month ?? '')
  const date = new Date(Date.UTC(inYear, ofMonth - 1, Number(day)))
  if (!ofMonth || date.getUTCMonth() !== ofMonth - 1 || date.getUTCDate() !== Number(day))
    return noSuchDay(text, Number(day), ofMonth)
  return inYear < 1900 || inYear > 2199 ? unread(text) : { value: date.toISOString().slice(0, 10) }
}

function fullYear(year: string, today: string): number {
  if (year.length === 4) return Number(year)
  const latest = Number(today.slice(0, 4)) + 5
  const guess = latest - (latest % 100) + Number(year)
  return guess > latest ? guess - 100 : guess
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** 1 to 12; 0 for what is no month. */
const monthNumber = (month: string): number =>
  /^\d+$/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1

const noSuchDay = (text: string, day: number, month: number): Outcome<string> => ({
  problem:
    month > 12 && day <= 12
      ? `There is no month ${month} in ${quoted(text)}. Was the month written first, as in the United States?`
      : `There is no such day as ${quoted(text)}.`,
})
const unread = (text: string): Outcome<string> => ({
  problem: `${quoted(text)} is not a day we can read. Write it like 3 March 2021 or 03/03/2021.`,
})
const assumed = (outcome: Outcome<string>, notice: string): Outcome<string> =>
  outcome.value ? { ...outcome, notice } : outcome
