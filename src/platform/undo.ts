import { sql } from 'kysely'
import type { Act } from './act.ts'
import type { Tx } from './database.ts'
import { Refusal } from './refusal.ts'
import type { DB } from './tables.gen.ts'

export type TableName = Extract<keyof DB, `${string}.${string}`>
type Key = Readonly<Record<string, string | number>>

const DAYS_KEPT = 30

/** A row an act writes, by its primary key without `group_id`. `inserted`: made by this act, so undoing removes it. */
export interface KeptRow {
  readonly table: TableName
  readonly key: Key
  readonly inserted?: boolean
}

/** Keeps a row as it is now, so that the act can be undone for 30 days. Call it before changing or deleting the row, or after inserting it. */
export async function keepForUndo(act: Act, { table, key, inserted = false }: KeptRow): Promise<void> {
  const already = await sql`select 1 from platform.undo where act_id = ${act.id} and table_name = ${table} and key = ${json(key)}`.execute(act.tx)
  if (already.rows.length) return
  await sql`
    insert into platform.undo (group_id, act_id, table_name, key, before, after_hash, expires_at)
    values (${act.group.id}, ${act.id}, ${table}, ${json(key)},
      ${inserted ? null : sql`(select to_jsonb(t) from ${sql.table(table)} t where ${matches(key)})`}, 'open',
      ${act.at}::timestamptz + make_interval(days => ${DAYS_KEPT}))`.execute(act.tx)
}

/** At the end of the act: notes how each kept row looks now, so that undo can tell whether it changed since. */
export async function sealUndo(act: Act): Promise<void> {
  const { rows } = await sql<Kept>`select id, table_name, key, before from platform.undo where act_id = ${act.id} and after_hash = 'open'`.execute(act.tx)
  for (const row of rows) {
    await sql`update platform.undo set after_hash = ${await currentHash(act.tx, row)} where id = ${row.id}`.execute(act.tx)
  }
}

/**
 * Puts back every row an act kept, newest first, as an act of its own (which can be undone in turn).
 * Refuses in words when the act is unknown, too old, already undone, or a row has changed since.
 */
export async function undo(act: Act, actId: string): Promise<void> {
  const { rows } = await sql<Kept & { after_hash: string | null; undone_at: Date | null; expires_at: Date }>`
    select id, table_name, key, before, after_hash, undone_at, expires_at from platform.undo
    where act_id = ${actId} order by id desc for update`.execute(act.tx)
  if (!rows.length || rows.some((row) => row.expires_at < act.at)) throw new Refusal('This can no longer be undone.', 410)
  if (rows.some((row) => row.undone_at)) throw new Refusal('This was already undone.')
  for (const row of rows) {
    if ((await currentHash(act.tx, row)) !== row.after_hash) throw new Refusal('This was changed again since, so it cannot be undone.')
  }
  for (const row of rows) await putBack(act, row)
  await sql`update platform.undo set undone_at = ${act.at} where act_id = ${actId}`.execute(act.tx)
}

/** True when the act kept rows that can still be put back. */
export async function canUndo(tx: Tx, actId: string, at: Date): Promise<boolean> {
  const { rows } = await sql`select 1 from platform.undo where act_id = ${actId} and undone_at is null and expires_at > ${at} limit 1`.execute(tx)
  return rows.length > 0
}

interface Kept {
  id: number
  table_name: TableName
  key: Key
  before: Record<string, unknown> | null
}

async function putBack(act: Act, { table_name: table, key, before }: Kept): Promise<void> {
  await keepForUndo(act, { table, key })
  if (!before) {
    await sql`delete from ${sql.table(table)} t where ${matches(key)}`.execute(act.tx)
    return
  }
  const columns = await writableColumns(act.tx, table)
  const names = sql.join(columns.map((name) => sql.ref(name)))
  const values = sql`select ${names} from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(before)}::jsonb)`
  const { numAffectedRows } = await sql`update ${sql.table(table)} t set (${names}) = (${values}) where ${matches(key)}`.execute(act.tx)
  if (!numAffectedRows) await sql`insert into ${sql.table(table)} (${names}) overriding system value ${values}`.execute(act.tx)
}

async function currentHash(tx: Tx, { table_name: table, key }: Kept): Promise<string | null> {
  const { rows } = await sql<{ hash: string }>`select md5(to_jsonb(t)::text) as hash from ${sql.table(table)} t where ${matches(key)}`.execute(tx)
  return rows[0]?.hash ?? null
}

async function writableColumns(tx: Tx, table: TableName): Promise<string[]> {
  const { rows } = await sql<{ attname: string }>`
    select attname from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`.execute(tx)
  return rows.map(({ attname }) => attname)
}

/** Row security already narrows to the group; compared as text so that one rule serves uuids and numbers. */
const matches = (key: Key) => sql.join(Object.entries(key).map(([name, value]) => sql`${sql.ref(`t.${name}`)}::text = ${String(value)}`), sql` and `)
const json = (key: Key) => sql`${JSON.stringify(key, Object.keys(key).sort())}::jsonb`
