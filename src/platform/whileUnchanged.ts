import type { KnownGroup } from './groups.ts'

/**
 * Keeps what many pages of a group share (its menu, how many posts a month has) for as long as nothing public of the group
 * changes: a known group is another object from then on, by the same news that makes kept pages stale. Of each group at most
 * so many things under different names; the oldest goes first.
 *
 * @example const menus = whileUnchanged<Menu>()
 *   const menu = await menus(group, () => readMenu(tx))
 */
export function whileUnchanged<T>(most = 1): (group: KnownGroup, find: () => Promise<T>, name?: string) => Promise<T> {
  const kept = new WeakMap<KnownGroup, Map<string, T>>()
  return async (group, find, name = '') => {
    let ofGroup = kept.get(group)
    if (!ofGroup) kept.set(group, (ofGroup = new Map()))
    if (ofGroup.has(name)) return ofGroup.get(name)!
    const found = await find()
    ofGroup.set(name, found)
    if (ofGroup.size > most) ofGroup.delete(ofGroup.keys().next().value!)
    return found
  }
}
