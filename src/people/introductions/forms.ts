import { z } from 'zod'
import { line, ticked } from '../../platform/fields.ts'
import { ways } from './rules.ts'

export const askForm = z.object({
  way: z.enum(ways, 'Choose whom you would like to meet.'),
  topic: z
    .union([z.uuid(), z.literal('')])
    .catch('')
    .transform((id) => id || null),
  words: line(300, 'your sentence').default(''),
  /** Asked of supporters on the page that shows the words. */
  agreed: ticked,
})
export type AskForm = z.infer<typeof askForm>

export const answerForm = z.object({ answer: z.enum(['yes', 'no']) })
