import { z } from 'zod'
import { email } from '../forms.ts'
import type { Objectable } from '../purposes.ts'
import { asking, outcomes, requestChannels, type RequestKind, requestKinds } from './requestKinds.ts'
import { retentionRules } from './retentionRules.ts'

/** What somebody can say no to, in the order in which they are asked. */
export const objectable = [
  'newsletter',
  'campaigns',
  'notices',
  'introductions',
  'public_list',
  'still_right',
] as const satisfies readonly Objectable[]

const several = <T extends z.ZodType>(one: T) =>
  z.preprocess((typed) => (typed === undefined ? [] : Array.isArray(typed) ? typed : [typed]), z.array(one).max(200))

/** `missing`: what to say when nothing was written; without it nothing need be. */
const words = (most: number, missing?: string) => {
  const typed = z
    .string()
    .trim()
    .max(most, `Keep it under ${most.toLocaleString('en-GB')} characters.`)
    .default('')
  return missing === undefined ? typed : typed.refine((text) => text !== '', missing)
}
const purposes = several(z.enum(objectable))

/** What a person asks for themselves. */
export const myRequestForm = (kind: RequestKind) => {
  const { wordsNeeded } = asking[kind]
  return z
    .object({
      words: words(5000, wordsNeeded ?? undefined),
      purposes: purposes,
    })
    .refine((typed) => kind !== 'objection' || typed.purposes.length > 0 || typed.words !== '', {
      path: ['purposes'],
      message: 'Tick what should stop, or write what it is.',
    })
}

/** A request that came by letter, by email or by word of mouth. `person`: somebody on the register, already known. */
export const enteredForm = (today: string) =>
  z
    .object({
      kind: z.enum(requestKinds, 'Choose what they ask for.'),
      channel: z.enum(
        requestChannels.filter((one) => one !== 'my_page'),
        'Choose how it came.',
      ),
      person: z.uuid().optional(),
      name: z.string().trim().max(300, 'Keep the name under 300 letters.').default(''),
      email: z
        .union([z.literal(''), email], 'Enter an email address in the right format, like name@example.org.')
        .default(''),
      received: z.iso.date('Enter the day it came.').refine((day) => day <= today, 'It cannot have come after today.'),
      words: words(5000),
      letter: z.literal('yes').optional(),
    })
    .refine(({ person, name }) => person !== undefined || name !== '', { path: ['name'], message: 'Enter their name.' })

export const questionForm = z.object({
  question: words(2000, 'Write what you need to know.'),
})
export const moreTimeForm = z.object({ why: words(1000, 'Write why it takes longer. They are told so.') })
export const answerForm = z.object({
  outcome: z.enum(outcomes, 'Choose whether you have done what they asked.'),
  answer: words(5000, 'Write your answer. It is kept with the request.'),
})
export const objectionForm = z.object({
  purposes: purposes.refine((found) => found.length > 0, 'Tick what should stop.'),
})
export const requestsAsked = z.object({ shelf: z.enum(['open', 'ended']).catch('open') })

export const erasureForm = z.object({
  reason: z.string().trim().min(1, 'Write why. The other officer reads it.').max(500, 'Keep it under 500 characters.'),
})
export const tickedApprovals = z.object({
  id: several(z.uuid()),
  to: z.enum(['given', 'refused', 'withdrawn', 'done']),
})

export const retentionAsked = z.object({
  rule: z.enum(retentionRules).catch('left'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  ticked: z.enum(['all']).optional().catch(undefined),
})
export const retentionForm = z
  .object({
    rule: z.enum(retentionRules),
    id: several(z.uuid()).refine((found) => found.length > 0, 'Tick whom you mean.'),
    to: z.enum(['go', 'keep']),
    why: z.string().trim().max(300, 'Keep it under 300 characters.').default(''),
  })
  .refine(({ to, why }) => to === 'go' || why !== '', { path: ['why'], message: 'Write why it should be kept.' })

export const addressForm = z.object({ email })
