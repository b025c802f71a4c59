import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { anywhere } from '../../platform/likePattern.ts'

/** Current members whose name has these words: somebody may be chosen who did not put themselves forward. */
export async function successors(
  tx: Tx,
  words: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  if (!words) return []
  const pattern = anywhere(words)
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from people.person
    where merged_into is null and sort_name <> '' and status = 'current' and restricted_at is null and name ilike ${pattern}
    order by sort_name, id limit 10`.execute(tx)
  return rows
}
