import type { Tx } from '../../platform/database.ts'
import type { SearchHit, SearchQuery } from '../../platform/slice.ts'
import { listShown } from './shown.ts'

/** Series whose name or about holds every word; they are few, so they are looked through one by one. */
export async function searchSeries(tx: Tx, { words, limit }: SearchQuery): Promise<readonly SearchHit[]> {
  const sought = words.toLowerCase().split(/\s+/).filter(Boolean)
  if (!sought.length) return []
  const found = (await listShown(tx)).filter(({ name, about }) =>
    sought.every((word) => `${name} ${about}`.toLowerCase().includes(word)),
  )
  return found.slice(0, limit).map(({ name, about, href }) => ({
    title: name,
    href,
    kind: 'series',
    extract: [{ text: about, hit: false }],
    rank: 0.5,
  }))
}
