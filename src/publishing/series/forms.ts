import { z } from 'zod'
import { line } from '../../platform/fields.ts'

export const seriesForm = z.object({
  name: line(200, 'the name').min(1, 'Give the series a name.'),
  about: line(2000, 'the words about it').default(''),
  slug: line(200, 'the end of the address').default(''),
})

export const partForm = z.object({ entry: z.uuid('Choose a post from the list.') })

export const orderForm = z.object({ entry: z.uuid(), to: z.enum(['up', 'down']) })
