import { z } from 'zod'
import { civilDateOrNone, line, written } from '../platform/fields.ts'
import { roles } from '../platform/roles.ts'

/** An address as people type it. The form is checked loosely: only the letter proves that it works. */
export const email = z
  .string()
  .trim()
  .max(254, 'An email address has at most 254 characters.')
  .regex(
    /^[^\s@<>",;:\\]{1,64}@[^\s@<>",;:\\]+\.[^\s@<>",;:\\]+$/,
    'Enter an email address in the right format, like name@example.org.',
  )

export const signInForm = z.object({ email })

export const codeForm = z.object({
  code: z
    .string()
    .transform((typed) => typed.replace(/\D/g, ''))
    .refine((digits) => digits.length === 6, 'Enter the six digits from the letter.'),
})

export const officerForm = z.object({
  name: z.string().trim().min(1, 'Enter the officer’s name.').max(300, 'Keep the name under 300 letters.'),
  email,
  role: z.enum(roles, 'Choose an office.'),
  from: civilDateOrNone('Enter the first day as a real day.'),
  to: civilDateOrNone('Enter the last day as a real day, or leave it empty.'),
  minute: line(200, 'the minute').default(''),
})

/** A name in any script, of one word or many, on one line. */
export const personName = (missing: string) =>
  written(missing)
    .transform((name) => name.replace(/\s+/g, ' '))
    .pipe(z.string().max(300, 'Keep the name under 301 letters.'))

export const minuteForm = z.object({ minute: line(200, 'the minute').default('') })

/** Nothing typed means today. */
export const endForm = z.object({ on: civilDateOrNone('Enter a real day.') })

export const historyAsked = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) })
