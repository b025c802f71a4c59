import { z } from 'zod'

/** Why somebody takes out everything. */
export const reasonForm = z.object({
  reason: z
    .string()
    .trim()
    .min(5, 'Say in a few words why everything is taken out.')
    .max(500, 'Keep the reason under 500 letters.'),
})
