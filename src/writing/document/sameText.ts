import type { DocJson } from './json.ts'
import { normalise } from './normal.ts'

/**
 * Whether two documents say the same in the same form: every word, mark, address, picture, table and note, whatever
 * their blocks are called. (Ids are places for comments to hold on to; a text that left and came back gets new ones.)
 */
export const sameText = (one: DocJson, other: DocJson): boolean => told(one) === told(other)

/** In normal form, every attribute said, blocks without their ids, keys in one order. */
function told(doc: DocJson): string {
  return JSON.stringify(normalise(doc), (key, value: unknown) => {
    if (key === 'id') return undefined
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value
  })
}
