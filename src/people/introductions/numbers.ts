import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'

/** How introductions go, in the last twelve months; nobody is named. */
export interface Numbers {
  readonly asks: number
  readonly letters: number
  readonly yes: number
}

export async function numbers(tx: Tx): Promise<Numbers> {
  const { rows } = await sql<Numbers>`
    select (select count(*)::int from people.introduction where asked_at > now() - interval '1 year') as asks,
      count(*)::int as letters, (count(*) filter (where answer = 'yes'))::int as yes
    from people.introduction_answer where asked_at > now() - interval '1 year'`.execute(tx)
  return rows[0]!
}
