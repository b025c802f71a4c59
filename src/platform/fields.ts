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
