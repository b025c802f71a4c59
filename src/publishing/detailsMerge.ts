import type { Details } from './details.ts'

type Change = Partial<Details>

/**
 * Two officers change one entry's details at the same time: what I changed is mine, and what I left alone stays as the
 * other one has it now. Terms are merged one by one. What both changed goes to the later of the two.
 */
export function mergedDetails(mine: Change, { seen, now }: { seen: Change; now: Details }): Change {
  const keys = Object.keys(mine) as (keyof Details)[]
  const left = keys.filter((key) => key in seen && same(mine[key], seen[key]))
  const theirs = Object.fromEntries(left.map((key) => [key, now[key]])) as Change
  if (!mine.termIds || !seen.termIds) return { ...mine, ...theirs }
  return { ...mine, ...theirs, termIds: mergedTerms(mine.termIds, { seen: seen.termIds, now: now.termIds }) }
}

type Terms = readonly string[]

const mergedTerms = (mine: Terms, { seen, now }: { seen: Terms; now: Terms }): Terms =>
  [...new Set([...mine, ...now.filter((id) => !seen.includes(id))])].filter(
    (id) => now.includes(id) || !seen.includes(id),
  )

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
