import { z } from 'zod'
import { civilDate, civilDateOrNone, line, ticked } from '../../platform/fields.ts'
import { roles } from '../../platform/roles.ts'
import { itemKinds } from './handovers.ts'
import { looksLikeSecret } from './rules.ts'

const notice = z
  .string('Say what the office takes.')
  .trim()
  .min(1, 'Say what the office takes.')
  .max(4000, 'Keep the notice under 4,001 characters.')
const sayBy = civilDate('Enter the day until which members can say so.')

export const vacancyForm = z.object({ role: z.enum(roles, 'Choose an office.'), notice, sayBy })
export const noticeForm = z.object({ notice, sayBy })

export const choiceForm = z.object({
  person: z.uuid('Choose who takes the office on.'),
  on: civilDate('Enter the day of the handover.'),
  ends: z.union([z.uuid(), z.literal('')], 'Choose whose office ends.').transform((id) => id || null),
  minute: line(200, 'the minute').default(''),
})

export const findForm = z.object({ q: z.string().trim().max(200).catch('') })

export const interestForm = z.object({
  words: z.string().trim().max(2000, 'Keep it under 2,001 characters.').default(''),
  hide: ticked,
})

const SECRET = 'This looks like a password or a code. Say where it is kept, never what it is.'
const safe = (most: number, what: string) => line(most, what).refine((words) => !looksLikeSecret(words), SECRET)

export const itemForm = z.object({
  what: safe(200, 'it').min(1, 'Say what it is.'),
  place: safe(300, 'the place').default(''),
  dueOn: civilDateOrNone('Enter a real day, or leave it empty.'),
})
export const newItemForm = itemForm.extend({ kind: z.enum(itemKinds) })
export const doneForm = z.object({ done: z.enum(['yes', 'no']) })
