import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import type { SearchHit, Slice } from '../platform/slice.ts'

const A_SLICE = 20

/** What every slice finds, best first. One slice after the other, because they share the transaction. */
export async function searchAll(
  tx: Tx,
  { slices, ...query }: { slices: readonly Slice[]; actor: Actor; strong: boolean; words: string },
): Promise<readonly SearchHit[]> {
  const hits: SearchHit[] = []
  for (const { searches } of slices) if (searches) hits.push(...(await searches(tx, { ...query, limit: A_SLICE })))
  return hits.toSorted((a, b) => b.rank - a.rank)
}

export interface ThingToDo {
  readonly label: string
  readonly href: string
}

/** What people type when they want to begin something. */
const BEGINNING = 'new write add make create a an'

/** Places to go and things to begin that fit every word sought: the search is the command palette too. */
export function thingsToDo({
  slices,
  actor,
  words,
}: {
  slices: readonly Slice[]
  actor: Actor
  words: string
}): readonly ThingToDo[] {
  const sought = words.toLowerCase().split(/\s+/).filter(Boolean)
  if (!sought.length) return []
  return slices
    .flatMap(({ navigation }) => navigation ?? [])
    .filter(({ may }) => may(actor))
    .flatMap(({ label, href, creates = [] }) => [
      ...creates.map((one) => ({
        label: `New ${one.label.toLowerCase()}`,
        href: one.href,
        known: `${one.label} ${BEGINNING}`,
      })),
      { label: `Go to ${label.toLowerCase()}`, href, known: `${label} go to open` },
    ])
    .filter(({ known }) => sought.every((word) => beginsAWord(known, word)))
    .map(({ label, href }) => ({ label, href }))
}

const beginsAWord = (known: string, sought: string): boolean =>
  known
    .toLowerCase()
    .split(/\s+/)
    .some((word) => word.startsWith(sought) || sought.startsWith(`${word}s`))
