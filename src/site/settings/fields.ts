import { z } from 'zod'
import { safeUrl } from '../../writing/index.ts'

/** A line that may stay empty. */
export const line = (most: number, what: string) =>
  z.string().trim().max(most, `Keep ${what} under ${most} letters.`).default('')

/** An address that may stay empty: of this website, or a whole one. */
export const address = z
  .string()
  .trim()
  .max(1000, 'Keep the address under 1,000 letters.')
  .refine((typed) => typed === '' || safeUrl(typed) === typed, 'Enter an address that begins with https:// or with /.')
  .default('')

const LINK = /^(.*\S)\s+(\S+)$/

/** Links typed one a line, the words first and the address last: "Our promises /promises". */
export const linkLines = z
  .string()
  .default('')
  .transform((typed, context) => {
    const links = typed
      .split('\n')
      .map((one) => one.trim())
      .filter(Boolean)
      .map((one) => {
        const [, label = '', href = ''] = LINK.exec(one) ?? []
        if (!label || safeUrl(href) !== href)
          context.addIssue({
            code: 'custom',
            message: `We could not read “${one.slice(0, 60)}”. Write the words, a space, then an address that begins with https:// or with /.`,
          })
        else if (label.length > 80)
          context.addIssue({ code: 'custom', message: `Keep the words of “${label.slice(0, 40)}…” under 80 letters.` })
        return { label, href }
      })
    if (links.length > 12) context.addIssue({ code: 'custom', message: 'Keep to 12 links a column.' })
    return links
  })
