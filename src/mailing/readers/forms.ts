import { z } from 'zod'
import { writtenLine } from '../../platform/fields.ts'
import { LONGEST_WORDS } from './askRules.ts'
import { newsletters, notices } from './frequencies.ts'

/** What a mail program sends for its reader (RFC 8058 §3.2), and the button on our page. */
export const oneClickForm = z.object({ 'List-Unsubscribe': z.literal('One-Click') })

export const comeBackForm = z.object({ often: z.enum(newsletters).catch('each') })

export const answerForm = z.object({ answer: z.enum(['yes', 'no'], 'Choose yes or no.') })

/** Whoever gets no notices is not asked about them. */
export const frequencyForm = z.object({
  newsletter: z.enum(newsletters, 'Choose how often you would like the newsletter.').optional(),
  notices: z.enum(notices, 'Choose when you would like notices.').optional(),
})

/** A yes, a no, or a few words; at least one of them. */
export const sayForm = z
  .object({
    says: z.enum(['yes', 'no']).nullable().catch(null),
    words: writtenLine(LONGEST_WORDS, 'your words'),
  })
  .refine(({ says, words }) => says !== null || words !== '', {
    path: ['says'],
    message: 'Choose yes or no, or write a few words.',
  })

/** Which question a link of a letter is about, and what it would answer. Nonsense in the address counts as not said. */
export const sayAsked = z.object({
  ask: z.uuid().optional().catch(undefined),
  say: z.enum(['yes', 'no']).optional().catch(undefined),
})

export const closingForm = z.object({ to: z.enum(['closed', 'open']) })
