import { z } from 'zod'
import { email } from '../../people/index.ts'
import { written as words } from '../../platform/fields.ts'
import { countLinks } from './links.ts'
import { LONGEST_COMMENT, MOST_LINKS } from './rules.ts'

const address = z.string().default('').pipe(email)

const comment = words('Write your comment.').pipe(
  z
    .string()
    .max(LONGEST_COMMENT, `Keep the comment under ${(LONGEST_COMMENT + 1).toLocaleString('en-GB')} characters.`)
    .refine((text) => countLinks(text) <= MOST_LINKS, `Keep to ${MOST_LINKS} links: this comment has more.`),
)

/** A comment as a reader sends it. `topic` is seen by programs only: whoever fills it in is one. */
export const commentForm = z.object({
  name: words('Enter your name, or the name you go by here.')
    .transform((name) => name.replace(/\s+/g, ' '))
    .pipe(z.string().max(80, 'Keep your name under 81 characters.')),
  email: address,
  comment,
  reply: z.union([z.literal(''), z.uuid()]).catch(''),
  topic: z.string().catch(''),
})
export type CommentForm = z.infer<typeof commentForm>

export const reportForm = z.object({
  reason: words('Say in a few words what is wrong with it.').pipe(
    z.string().max(500, 'Keep the reason under 501 characters.'),
  ),
  topic: z.string().catch(''),
})

export const shelves = ['pending', 'reported', 'approved', 'spam', 'trash'] as const
export type Shelf = (typeof shelves)[number]

/** What the queue is asked for; nonsense in the address counts as not asked. */
export const queueForm = z.object({
  state: z.enum(shelves).catch('pending'),
  q: z.string().trim().max(200).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  ticked: z.literal('all').optional().catch(undefined),
})
export type QueueAsked = z.infer<typeof queueForm>

export const decisions = ['approved', 'pending', 'spam', 'trash', 'kept'] as const
export type Decision = (typeof decisions)[number]

/** One button for one comment or for all that are ticked, and the place in the queue to come back to. */
export const decisionForm = queueForm.extend({
  to: z.enum(decisions, 'Choose what to do with them.'),
  id: z
    .union([z.uuid(), z.array(z.uuid()).max(100)])
    .optional()
    .transform((ids) => (typeof ids === 'string' ? [ids] : (ids ?? []))),
})

export const answerForm = z.object({
  as: z.enum(['me', 'group']).catch('me'),
  answer: words('Write your answer.').pipe(z.string().max(LONGEST_COMMENT, 'Keep the answer under 5,001 characters.')),
})

export const addressForm = z.object({ email: address })
