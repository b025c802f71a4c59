import type { BounceReason } from './classes.ts'

/** Of phrases in an order, what the first that fits means. */
export type Phrases = readonly (readonly [BounceReason, RegExp])[]

export const firstFit = (phrases: Phrases, text: string): BounceReason | null =>
  phrases.find(([, pattern]) => pattern.test(text))?.[0] ?? null
