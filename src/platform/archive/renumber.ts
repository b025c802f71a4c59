import type pg from 'pg'
import { type ArchiveTable, quote } from './catalogue.ts'
import type { PlannedGroup } from './plan.ts'

/**
 * A group that gets another number: rows kept for undo hold it within, and tell by a hash of the whole row whether it
 * changed since. Both are made anew, so that what could be undone there can be undone here, and nothing else.
 */
export async function renumberUndo(
  client: pg.Client,
  tables: readonly ArchiveTable[],
  { was, id }: PlannedGroup,
): Promise<void> {
  if (was.id === id) return
  await client.query(
    `update platform.undo set before = jsonb_set(before, '{group_id}', to_jsonb($1::int))
     where group_id = $1 and before ? 'group_id'`,
    [id],
  )
  const { rows } = await client.query<{ name: string }>(
    'select distinct table_name as name from platform.undo where group_id = $1 and after_hash is not null',
    [id],
  )
  for (const { quoted, name, key } of tables.filter((table) => rows.some((row) => row.name === table.name))) {
    const same = key
      .filter((column) => column !== 'group_id')
      .map((column) => `t.${quote(column)}::text = u.key->>'${column.replaceAll("'", "''")}'`)
    await client.query(
      `update platform.undo u set after_hash = md5(to_jsonb(t)::text) from ${quoted} t
       where u.group_id = $1 and t.group_id = $1 and u.table_name = $2 and ${same.join(' and ') || 'true'}
         and u.after_hash = md5(jsonb_set(to_jsonb(t), '{group_id}', to_jsonb($3::int))::text)`,
      [id, name, was.id],
    )
  }
}

/** The next numbers given out come after those that came in. */
export async function advanceIdentities(client: pg.Client, tables: readonly ArchiveTable[]): Promise<void> {
  for (const { quoted, identities } of tables)
    for (const column of identities)
      await client.query(
        `select setval(s, greatest(nextval(s), (select coalesce(max(${quote(column)}), 1) from ${quoted})))
         from (select pg_get_serial_sequence($1, $2)::regclass as s) as given`,
        [quoted, column],
      )
}
