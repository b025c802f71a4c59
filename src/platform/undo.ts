import { sql } from 'kysely'
import type { Act } from './act.ts'
import type { Tx } from './database.ts'
import { Refusal } from './refusal.ts'
import type { DB } from './tables.gen.ts'

export type TableName = Extract<keyof DB, `${string}.${string}`>
type Key = Readonly<Record<string, string | number>>

export const DAYS_KEPT = 30

/** A row an act writes, by its primary key without `group_id`. `inserted`: made by this act, so undoing removes it. */
export interface KeptRow {
  readonly table: TableName
  readonly key: Key
  readonly inserted?: boolean
}

/** Keeps a row as it is now, so that the act can be undone for 30 days. Call it before changing or deleting the row, or after inserting it. */
export async function keepForUndo(act: Act, { table, key, inserted = false }: KeptRow): Promise<void> {
  const before = inserted
    ? sql`null::jsonb`
    : sql`(select to_jsonb(t) from ${sql.table(table)} t where ${matches(key)})`
  await sql`
    insert into platform.undo (group_id, act_id, table_name, key, before, after_hash, expires_at)
    select ${act.group.id}, ${act.id}, ${table}, ${json(key)}, ${before}, 'open', ${act.at}::timestamptz + make_interval(days => ${DAYS_KEPT})
    where not exists (select from platform.undo where act_id = ${act.id} and table_name = ${table} and key = ${json(key)})`.execute(
    act.tx,
  )
}

/** At the end of the act: notes how each kept row looks now, so that undo can tell whether it changed since. One statement a table. */
export async function sealUndo(act: Act): Promise<void> {
  const { rows } = await sql<{ table_name: TableName; key: Key }>`
    select distinct on (table_name) table_name, key from platform.undo where act_id = ${act.id} and after_hash = 'open'`.execute(
    act.tx,
  )
  for (const { table_name: table, key } of rows) {
    const same = sql.join(
      Object.keys(key).map((name) => sql`${sql.ref(`t.${name}`)} = ${sql.ref(`k.${name}`)}`),
      sql` and `,
    )
    await sql`
      update platform.undo u set after_hash = (
        select md5(to_jsonb(t)::text) from jsonb_populate_record(null::${sql.table(table)}, u.key) k join ${sql.table(table)} t on ${same})
      where u.act_id = ${act.id} and u.table_name = ${table} and u.after_hash = 'open'`.execute(act.tx)
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
  if (!rows.length || rows.some((row) => row.expires_at <= act.at))
    throw new Refusal('This can no longer be undone.', 410)
  if (rows.some((row) => row.undone_at)) throw new Refusal('This was already undone.')
  for (const row of rows) {
    if ((await lockedHash(act.tx, row)) !== row.after_hash)
      throw new Refusal('This was changed again since, so it cannot be undone.')
  }
  for (const row of rows) await keepForUndo(act, { table: row.table_name, key: row.key })
  await puttingBack(async () => {
    for (const row of rows) await putBack(act.tx, row)
  })
  await sql`update platform.undo set undone_at = ${act.at} where act_id = ${actId}`.execute(act.tx)
}

/** True when the act kept rows that can still be put back. */
export async function canUndo(tx: Tx, actId: string, at: Date): Promise<boolean> {
  const { rows } =
    await sql`select 1 from platform.undo where act_id = ${actId} and undone_at is null and expires_at > ${at} limit 1`.execute(
      tx,
    )
  return rows.length > 0
}

/** Ids of the records an act made: undoing it takes them away, and their own pages with them. */
export async function idsMadeBy(tx: Tx, actId: string): Promise<readonly string[]> {
  const { rows } = await sql<{
    id: string
  }>`select key->>'id' as id from platform.undo where act_id = ${actId} and before is null and key ? 'id'`.execute(tx)
  return rows.map(({ id }) => id)
}

interface Kept {
  id: number
  table_name: TableName
  key: Key
  before: Record<string, unknown> | null
}

async function putBack(tx: Tx, { table_name: table, key, before }: Kept): Promise<void> {
  if (!before) {
    await sql`delete from ${sql.table(table)} t where ${matches(key)}`.execute(tx)
    return
  }
  const columns = await writableColumns(tx, table)
  const from = sql`from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(before)}::jsonb)`
  const settable = columns.filter(({ identity }) => !identity).map(({ name }) => sql.ref(name))
  const { numAffectedRows } = await sql`
    update ${sql.table(table)} t set (${sql.join(settable)}) = (select ${sql.join(settable)} ${from}) where ${matches(key)}`.execute(
    tx,
  )
  if (numAffectedRows) return
  const all = sql.join(columns.map(({ name }) => sql.ref(name)))
  await sql`insert into ${sql.table(table)} (${all}) overriding system value select ${all} ${from}`.execute(tx)
}

/** Something written since may point at a row that should go, or stand where one should come back (PostgreSQL, appendix A). */
async function puttingBack(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === '23503') throw new Refusal('Something that was made since depends on this, so it cannot be undone.')
    if (code === '23505') throw new Refusal('Something else has taken its place since, so this cannot be undone.')
    throw error
  }
}

/** Locked until the undoing ends, so that nobody's change slips in between the look and the putting back. */
async function lockedHash(tx: Tx, { table_name: table, key }: Kept): Promise<string | null> {
  const { rows } = await sql<{ hash: string }>`
    select md5(to_jsonb(t)::text) as hash from ${sql.table(table)} t where ${matches(key)} for update`.execute(tx)
  return rows[0]?.hash ?? null
}

async function writableColumns(tx: Tx, table: TableName): Promise<readonly { name: string; identity: boolean }[]> {
  const { rows } = await sql<{ name: string; identity: boolean }>`
    select attname as name, attidentity = 'a' as identity from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`.execute(tx)
  return rows
}

/** Row security already narrows to the group. Values go as text: the server reads each as its column's type, and finds it by the key's index. */
const matches = (key: Key) =>
  sql.join(
    Object.entries(key).map(([name, value]) => sql`${sql.ref(`t.${name}`)} = ${String(value)}`),
    sql` and `,
  )
const json = (key: Key) => sql`${JSON.stringify(key, Object.keys(key).toSorted())}::jsonb`
