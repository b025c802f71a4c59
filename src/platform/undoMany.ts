import { type RawBuilder, sql } from 'kysely'
import type { Act } from './act.ts'
import { DAYS_KEPT, type TableName } from './undo.ts'

interface Many {
  readonly table: TableName
  /** Its primary key without `group_id`. */
  readonly key: readonly string[]
}

/**
 * Keeps many rows as they are now, in one statement: what `keepForUndo` does for one. Call it before changing them.
 * @param which a condition about the table, called `t`
 */
export async function keepManyForUndo(act: Act, { table, key }: Many, which: RawBuilder<unknown>): Promise<void> {
  await sql`
    insert into platform.undo (group_id, act_id, table_name, key, before, after_hash, expires_at)
    select ${act.group.id}, ${act.id}, ${table}, ${keyOf(key)}, to_jsonb(t), 'open', ${expiry(act)}
    from ${sql.table(table)} t where ${which}`.execute(act.tx)
}

/**
 * Inserts many rows and keeps each of them for undo, in one statement. The act must not change them again: how they look now
 * is what undo expects to find.
 * @param insert without its `returning`
 * @returns how many were inserted
 */
export async function insertKept(act: Act, { table, key }: Many, insert: RawBuilder<unknown>): Promise<number> {
  const { numAffectedRows } = await sql`
    with t as (${insert} returning *)
    insert into platform.undo (group_id, act_id, table_name, key, before, after_hash, expires_at)
    select ${act.group.id}, ${act.id}, ${table}, ${keyOf(key)}, null, md5(to_jsonb(t)::text), ${expiry(act)} from t`.execute(
    act.tx,
  )
  return Number(numAffectedRows ?? 0)
}

const keyOf = (key: readonly string[]) =>
  sql`jsonb_build_object(${sql.join(key.toSorted().flatMap((name) => [sql.lit(name), sql.ref(`t.${name}`)]))})`
const expiry = (act: Act) => sql`${act.at}::timestamptz + make_interval(days => ${DAYS_KEPT})`
