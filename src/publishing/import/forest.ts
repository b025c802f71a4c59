export interface Placed<Id> {
  readonly id: Id
  readonly above: Id | null
}

/**
 * Everything in an order in which each comes after what stands above it. Where the links lead in a circle, one of them
 * is left out. Takes time in proportion to the number of links, however deep they go.
 * @param links what stands above each; it need not be among them itself
 */
export function parentsFirst<Id>(links: ReadonlyMap<Id, Id | null>): Placed<Id>[] {
  const ordered: Placed<Id>[] = []
  const state = new Map<Id, 'open' | 'done'>()
  for (const start of links.keys()) {
    const path: Id[] = []
    let at: Id | null = start
    while (at !== null && links.has(at) && !state.has(at)) {
      state.set(at, 'open')
      path.push(at)
      at = links.get(at) ?? null
    }
    let above = at !== null && state.get(at) === 'open' ? null : at
    for (const id of path.toReversed()) {
      ordered.push({ id, above })
      state.set(id, 'done')
      above = id
    }
  }
  return ordered
}
