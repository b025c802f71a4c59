import type { Tx } from '../../platform/database.ts'
import type { SearchHit, SearchQuery } from '../../platform/slice.ts'
import { kindNames } from '../kinds.ts'
import { maySeeRegister } from '../permissions.ts'
import { HOME } from './asking.ts'
import { eyesOf } from './eyes.ts'
import { noFilter } from './filter.ts'
import { find } from './list.ts'

/** People and what they are, for officers who see them. Nobody else learns that there is anybody. */
export async function searchPeople(
  tx: Tx,
  { words, actor, strong, limit }: SearchQuery,
): Promise<readonly SearchHit[]> {
  if (!strong || !maySeeRegister(actor) || !words.trim()) return []
  const { people } = await find(
    tx,
    { ...noFilter, q: words, status: 'any' },
    { eyes: eyesOf(actor), today: '2000-01-01' },
  )
  return people.slice(0, limit).map(({ id, name, kind, email }, n) => ({
    title: name,
    href: `${HOME}/${id}`,
    kind: kindNames[kind],
    extract: [{ text: email ?? '', hit: false }],
    rank: 2 - n / 100,
  }))
}
