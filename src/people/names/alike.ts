import { type ComparableName, comparable, likeness } from './likeness.ts'

export interface AlikeNames {
  readonly one: string
  readonly other: string
  readonly likeness: 'same' | 'near'
}

/**
 * Two names that are `same` or `near` share one of these, so that only those need comparing. One slip changes the beginning of a
 * word or its end, not both; and at most one of the two names has slips.
 */
export function nameKeys({ letters, sorted, family, given: [first = ''] }: ComparableName): readonly string[] {
  const keys = [`letters ${letters}`, `sorted ${sorted}`]
  if (first === '') return [...keys, `one ${family.slice(0, 2)}`, `one ${family.slice(-2)}`]
  return [...keys, ...ends(first).map((end) => `${family} ${end}`), ...ends(family).map((end) => `${first}, ${end}`)]
}

function ends(word: string): readonly string[] {
  return [word.slice(0, 1), `-${word.slice(-2)}`]
}

/** Names of one key that are compared with each other. Beyond it only the first ones are: no register has as many. */
const MOST = 400

/**
 * All pairs of alike names among people, each once. Equal names are paired with the first of them only: a hundred people called John
 * Smith are 99 pairs.
 */
export function* findAlike(people: Iterable<{ readonly id: string; readonly name: string }>): Generator<AlikeNames> {
  const firsts = new Map<string, { readonly id: string; readonly name: ComparableName }>()
  for (const { id, name } of people) {
    const made = comparable(name)
    const known = firsts.get(made.letters)
    if (known) yield { one: known.id, other: id, likeness: 'same' }
    else firsts.set(made.letters, { id, name: made })
  }
  yield* nearOnes([...firsts.values()])
}

function* nearOnes(people: readonly { readonly id: string; readonly name: ComparableName }[]): Generator<AlikeNames> {
  const byKey = new Map<string, number[]>()
  for (const [i, { name }] of people.entries()) {
    const met = new Set<number>()
    for (const key of new Set(nameKeys(name))) {
      const before = byKey.get(key)
      for (const j of before ?? []) met.add(j)
      if (!before) byKey.set(key, [i])
      else if (before.length < MOST) before.push(i)
    }
    for (const j of met) {
      const found = likeness(people[j]!.name, name)
      if (found) yield { one: people[j]!.id, other: people[i]!.id, likeness: found }
    }
  }
}
