import { sql } from 'kysely'
import type { Act } from '../platform/act.ts'
import type { TableName } from '../platform/undo.ts'

/** Rows kept for undo would bring back what was erased. */
export async function forgetBefore({ tx }: Act, table: TableName, ids: readonly string[]): Promise<void> {
  if (!ids.length) return
  await tx
    .deleteFrom('platform.undo')
    .where('table_name', '=', table)
    .where(sql`key ->> 'id'`, 'in', ids)
    .execute()
}
