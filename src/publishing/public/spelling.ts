import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { atMost } from '../../platform/rowLimits.ts'

/** How much alike in groups of three letters (0 to 1) words must be to be looked at closely. */
const LEAST_ALIKE = 0.3
const LOOKED_AT = 12

/**
 * For each word that no public text holds, not even as a beginning: the word most like it that one does hold. Words of
 * the list are looked up again, so that a text taken down is not given away. One query.
 */
export async function spellingsMeant(tx: Tx, words: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (words.length === 0) return new Map()
  const { rows } = await sql<{ word: string; alike: readonly string[] }>`
    select asked.word, array(
      select w.word from publishing.search_word w
      where w.word % asked.word and similarity(w.word, asked.word) >= ${LEAST_ALIKE} and exists (
        select 1 from publishing.search_text s where s.vector @@ plainto_tsquery('english', w.word))
      order by similarity(w.word, asked.word) desc, w.word ${atMost(LOOKED_AT)}) as alike
    from unnest(${words}::text[]) as asked (word)
    cross join lateral (select plainto_tsquery('english', asked.word) as whole) as q
    where numnode(q.whole) > 0 and not exists (
      select 1 from publishing.search_text s where s.vector @@ (q.whole::text || ':*')::tsquery)`.execute(tx)
  return new Map(
    rows.flatMap(({ word, alike }) => {
      const meant = nearest(word, alike)
      return meant === undefined ? [] : [[word, meant] as const]
    }),
  )
}

/** The word fewest slips away, if they are few enough for its length; of two as near the one named first. */
export function nearest(word: string, among: readonly string[]): string | undefined {
  let [best, fewest]: [string | undefined, number] = [undefined, Math.min(2, Math.floor(word.length / 3)) + 1]
  for (const candidate of among) {
    const slips = slipsBetween(word, candidate)
    if (slips < fewest) [best, fewest] = [candidate, slips]
  }
  return best
}

/** Letters left out, put in, mistaken or swapped with their neighbour (optimal string alignment distance). */
function slipsBetween(a: string, b: string): number {
  const rows = [[...Array(b.length + 1).keys()]]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      const steps = [rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + (same ? 0 : 1)]
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) steps.push(rows[i - 2]![j - 2]! + 1)
      row.push(Math.min(...steps))
    }
    rows.push(row)
  }
  return rows[a.length]![b.length]!
}
