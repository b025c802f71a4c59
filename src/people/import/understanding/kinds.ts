import type { Kind } from '../../kinds.ts'
import { quoted } from './cellText.ts'
import type { Outcome } from './outcome.ts'

export interface FoundKind {
  readonly kind: Kind
  /** They were a member and are no longer. */
  readonly lapsed?: true
  /** Which kind of membership, in the list's own word: 'Unwaged'. */
  readonly rate?: string
}

const WORDS: readonly (readonly [RegExp, Kind])[] = [
  [/\b(?:staff|researcher|caseworker)\b/i, 'staff'],
  [/\b(?:mps?|peers?|lords?|parliamentarian|senedd|msp|mla)\b/i, 'parliamentarian'],
  [/\b(?:councillor|cllr)\b/i, 'councillor'],
  [/\b(?:governor|trustee|appointee|appointed)\b/i, 'appointee'],
  [/\b(?:partner|organisation|affiliate)\b/i, 'partner'],
  [/\b(?:press|journalist|media)\b/i, 'press'],
  [/\bpatron\b/i, 'patron'],
  [/\b(?:supporter|friend|donor|sympathiser|subscriber)s?\b/i, 'supporter'],
  [
    /\b(?:member|full|associate|waged|unwaged|student|retired|honorary|life|concession(?:ary)?|joint|individual|family|current|active|paid|low[- ]income|unemployed|standard|founder|founding)\b/i,
    'member',
  ],
  [/\b(?:contact|enquir\w+|other|general)\b/i, 'contact'],
]
const LAPSED = /\b(?:lapsed|ex|former|expired|resigned|left|past|inactive|cancelled)\b/i
const PLAIN = /^(?:full |paid[- ]up )?members?$|^full$|^(?:current|active|paid)$/i

/** What kind of person a word from a list means. A member's rate is kept as they wrote it. */
export function readKind(text: string): Outcome<FoundKind> {
  const kind = WORDS.find(([pattern]) => pattern.test(text))?.[1]
  const lapsed = LAPSED.test(text)
  if (!kind && !lapsed) return { notice: `We do not know the kind ${quoted(text)}, so it is kept among the notes.` }
  const unsure = text.includes('?') ? { notice: `${quoted(text)} has a question mark. Look whether it is so.` } : {}
  const rate = kind === 'member' && !lapsed && !PLAIN.test(text) ? text.slice(0, 60) : undefined
  return { value: { kind: kind ?? 'member', ...(lapsed && { lapsed }), ...(rate && { rate }) }, ...unsure }
}
