import { type Field, fieldNames, fields } from './fields.ts'

/** A heading as it is compared: "E-mail Address*" is "e mail address". */
export const headingWords = (heading: string): string =>
  heading
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const known: readonly (readonly [words: string, field: Field])[] = fieldNames.flatMap((field) =>
  fields[field].words.split('; ').map((words) => [words, field] as const),
)
const exactly = new Map(known)

/** What a heading says, and how sure that is: 1 when it is one of our words, less when one of them stands within it. */
export function fieldOfHeading(heading: string): { readonly field: Field; readonly sure: number } | null {
  const words = headingWords(heading)
  const same = exactly.get(words) ?? exactly.get(words.replace(/ \d+$/, ''))
  if (same) return { field: same, sure: 1 }
  let best: { field: Field; sure: number; length: number } | null = null
  for (const [phrase, field] of known) {
    if (phrase.length < 3 || !` ${words} `.includes(` ${phrase} `)) continue
    const length = phrase.length
    if (!best || length > best.length) best = { field, length, sure: Math.min(0.9, 0.3 + length / words.length / 2) }
  }
  return best && { field: best.field, sure: best.sure }
}
