import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { anywhere } from '../../platform/likePattern.ts'
import { onRegister } from '../onRegister.ts'

/** Current members whose name has these words: somebody may be chosen who did not put themselves forward. */
export async function successors(
  tx: Tx,
  words: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  if (!words) return []
  const pattern = anywhere(words)
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, p.name from people.person p
    where ${onRegister} and p.status = 'current' and p.restricted_at is null and p.name ilike ${pattern}
    order by p.sort_name, p.id limit 10`.execute(tx)
  return rows
}
