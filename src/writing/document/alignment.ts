import { diffArrays } from 'diff'

/** One step through two lists: an entry of each, or of one only. */
export type Step<Item> = { readonly before: Item | null; readonly after: Item | null }

export interface Comparison<Item> {
  /** Equal for entries that are the same. */
  readonly key: (item: Item) => string
  /** How alike two different entries are, from 0 to 1; at `ALIKE` and above the one may have become the other. */
  readonly likeness: (before: Item, after: Item) => number
}

export const ALIKE = 0.4

/** Beyond these, time would grow by the square: what is left is then taken as removed and added. */
const MOST_EDITS = 2_000
const MOST_PAIRS = 40_000

/** Sets two lists side by side, in order: the same entries first, then in each gap those most alike. */
export function align<Item>(before: readonly Item[], after: readonly Item[], compare: Comparison<Item>): Step<Item>[] {
  const [from, to] = [before.map(compare.key), after.map(compare.key)]
  const changes = diffArrays(from, to, { maxEditLength: MOST_EDITS })
  if (changes === undefined) return fillGap(before, after, compare)

  const steps: Step<Item>[] = []
  let [i, j] = [0, 0]
  let gap: { before: Item[]; after: Item[] } = { before: [], after: [] }
  const closeGap = (): void => {
    steps.push(...fillGap(gap.before, gap.after, compare))
    gap = { before: [], after: [] }
  }
  for (const change of changes) {
    const length = change.value.length
    if (change.removed) gap.before.push(...before.slice(i, (i += length)))
    else if (change.added) gap.after.push(...after.slice(j, (j += length)))
    else {
      closeGap()
      for (let at = 0; at < length; at++) steps.push({ before: before[i++] ?? null, after: after[j++] ?? null })
    }
  }
  closeGap()
  return steps
}

/** The words of a text, each with how often it stands there. */
export type WordBag = ReadonlyMap<string, number>

export function wordBag(text: string): WordBag {
  const bag = new Map<string, number>()
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) bag.set(word, (bag.get(word) ?? 0) + 1)
  return bag
}

/** How much two texts have in common: the share of words that stand in both (Dice's coefficient). */
export function bagLikeness(before: WordBag, after: WordBag): number {
  const all = sizeOf(before) + sizeOf(after)
  let common = 0
  for (const [word, count] of after) common += Math.min(count, before.get(word) ?? 0)
  return all === 0 ? 1 : (2 * common) / all
}

function sizeOf(bag: WordBag): number {
  let size = 0
  for (const count of bag.values()) size += count
  return size
}

/** The pairing in order whose likeness adds up highest (dynamic programming over the pairs of the gap). */
function fillGap<Item>(before: readonly Item[], after: readonly Item[], compare: Comparison<Item>): Step<Item>[] {
  const apart = [
    ...before.map((item) => ({ before: item, after: null })),
    ...after.map((item) => ({ before: null, after: item })),
  ]
  if (before.length * after.length === 0 || before.length * after.length > MOST_PAIRS) return apart
  const width = after.length + 1
  const best = new Float64Array((before.length + 1) * width)
  const alike = new Float64Array(best.length)
  const at = (i: number, j: number): number => i * width + j
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const likeness = likenessOf(before[i], after[j], compare)
      const paired = likeness >= ALIKE ? likeness + (best[at(i + 1, j + 1)] ?? 0) : 0
      alike[at(i, j)] = likeness
      best[at(i, j)] = Math.max(paired, best[at(i + 1, j)] ?? 0, best[at(i, j + 1)] ?? 0)
    }
  }
  return walkBack({ before, after }, (i, j) => ({ best: best[at(i, j)] ?? 0, alike: alike[at(i, j)] ?? 0 }))
}

function walkBack<Item>(
  { before, after }: { readonly before: readonly Item[]; readonly after: readonly Item[] },
  cell: (i: number, j: number) => { readonly best: number; readonly alike: number },
): Step<Item>[] {
  const steps: Step<Item>[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    const { best, alike } = cell(i, j)
    const inside = i < before.length && j < after.length
    if (inside && alike >= ALIKE && Math.abs(best - alike - cell(i + 1, j + 1).best) < 1e-9) {
      steps.push({ before: before[i++] ?? null, after: after[j++] ?? null })
    } else if (i < before.length && (j >= after.length || cell(i + 1, j).best >= best - 1e-9)) {
      steps.push({ before: before[i++] ?? null, after: null })
    } else steps.push({ before: null, after: after[j++] ?? null })
  }
  return steps
}

function likenessOf<Item>(before: Item | undefined, after: Item | undefined, compare: Comparison<Item>): number {
  return before === undefined || after === undefined ? 0 : compare.likeness(before, after)
}
