import { z } from 'zod'
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
