import { z } from 'zod'
import { madePasskey, signedByPasskey } from './answers.ts'

export const passkeyForm = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'Give the passkey a name, such as “My phone”.')
    .max(60, 'Keep the name under 60 letters.'),
  answer: madePasskey,
})

export const answerForm = z.object({ answer: signedByPasskey })

export const secondStepForm = z.object({
  code: z.string().trim().min(1, 'Enter the code from your app, or a recovery code.').max(40, 'This is too long.'),
})

export const confirmationForm = z.object({
  code: z
    .string()
    .transform((typed) => typed.replace(/\D/g, ''))
    .refine((digits) => digits.length === 6, 'Enter the six digits that the app shows.'),
})
