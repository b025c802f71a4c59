import { z } from 'zod'

/** A field of one line. @param what as the sentence names it: 'the title' */
export const line = (most: number, what: string) =>
  z
    .string()
    .trim()
    .max(most, `Keep ${what} under ${most + 1} characters.`)

/** A tick box whose value is 'yes'; an empty one is not sent at all. */
export const ticked = z
  .string()
  .optional()
  .transform((value) => value === 'yes')

/** Signs that turn the direction of what follows can make a name or an address read as another. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g
const CONTROLS = /[^\P{Cc}\n\t]/gu

/** What a stranger wrote, without signs that nobody sees. @param missing what to say when nothing is left */
export const written = (missing: string) =>
  z
    .string(missing)
    .transform((typed) => typed.toWellFormed().replace(TURNING, '').replace(CONTROLS, '').trim())
    .pipe(z.string().min(1, missing))

/** The same on one line. It may be left empty. */
export const writtenLine = (most: number, what: string) =>
  z
    .string()
    .default('')
    .transform((typed) => typed.toWellFormed().replace(TURNING, '').replace(CONTROLS, '').replace(/\s+/g, ' ').trim())
    .pipe(line(most, what))

/** Tick boxes of one name: none, one or several are sent. */
export const several = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((sent) => (sent === undefined ? [] : typeof sent === 'string' ? [sent] : sent))

/** A civil day, as a field of the type date sends it: '2026-12-03'. @param missing what to say when it is none */
export const civilDate = (missing: string) =>
  z
    .string(missing)
    .trim()
    .refine((typed) => /^\d{4}-\d{2}-\d{2}$/.test(typed) && realDay(typed), missing)

/** The same where nothing typed means null. */
export const civilDateOrNone = (wrong: string) =>
  z
    .string()
    .trim()
    .default('')
    .refine((typed) => typed === '' || (/^\d{4}-\d{2}-\d{2}$/.test(typed) && realDay(typed)), wrong)
    .transform((typed) => typed || null)

/** The calendar knows no 30 February, and PostgreSQL's and ours agree from the year 1 on. */
function realDay(day: string): boolean {
  const moment = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day) && day >= '0001'
}
