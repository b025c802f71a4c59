import type { Tx } from '../../platform/database.ts'
import { noFilter } from './filter.ts'
import { type Asking, find } from './list.ts'

export interface Candidate {
  readonly id: string
  readonly name: string
  readonly email: string | null
}

const MOST = 10

/** People an officer may mean by what they typed: the only one, or up to ten to choose from. Restricted records are left out. */
export async function candidates(tx: Tx, typed: string, asking: Asking): Promise<readonly Candidate[]> {
  if (!typed.trim()) return []
  const { people } = await find(tx, { ...noFilter, q: typed, status: 'any' }, asking)
  return people.filter(({ restricted }) => !restricted).slice(0, MOST)
}
