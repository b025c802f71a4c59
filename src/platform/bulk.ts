import { sql } from 'kysely'
import type { Act } from './act.ts'
import type { TableName } from './undo.ts'

export type Row = Readonly<Record<string, unknown>>

/**
 * Inserts many rows in one statement: `COPY FROM` is refused under row security. All rows have the same columns;
 * `group_id` is added. Values go through JSON, so moments are Dates or ISO strings and JSON columns take plain values.
 */
export async function insertMany(act: Act, table: TableName, rows: readonly Row[]): Promise<void> {
  if (!rows.length) return
  const columns = sql.join(['group_id', ...Object.keys(rows[0]!)].map((name) => sql.ref(name)))
  const values = asJson(rows.map((row) => ({ group_id: act.group.id, ...row })))
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${values}::jsonb)`.execute(act.tx)
}

/** Rows for a statement. PostgreSQL's JSON holds neither NUL nor half a character (a lone surrogate): texts with one are mended. */
export function asJson(rows: readonly Row[]): string {
  const json = JSON.stringify(rows)
  if (!/\\u(?:0000|d[89a-f])/.test(json)) return json
  return JSON.stringify(rows, (_, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value,
  )
}

/** New ids, in order of time, for rows that refer to each other before they are inserted. */
export async function newIds({ tx }: Act, count: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select uuidv7() as id from generate_series(1, ${count})`.execute(tx)
  return rows.map(({ id }) => id)
}

/**
 * Brings the planner's statistics of some columns up to date, with what this transaction itself has inserted. Long
 * imports call it as they go on; the app's role needs the right to (`grant maintain`).
 */
export async function analyse(
  { tx }: Act,
  tables: Readonly<Partial<Record<TableName, readonly string[]>>>,
): Promise<void> {
  const parts = Object.entries(tables).map(
    ([table, columns]) => sql`${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})`,
  )
  await sql`set local default_statistics_target = ${sql.lit(SAMPLE)}`.execute(tx)
  await sql`analyze ${sql.join(parts)}`.execute(tx)
  await sql`set local default_statistics_target = default`.execute(tx)
}

/** Above so many rows, joining by reading whole tables is quicker than a look-up for each. */
const MANY = 5000

/**
 * Lets this act's statements take minutes: those about a hundred thousand rows do. Ordinary ones are ended after seconds. Of rows
 * that the act itself made the planner knows little, and would look each up in a loop within a loop: many are joined by hashes.
 */
export async function takeTime({ tx }: Act, rows: number): Promise<void> {
  await sql`set local statement_timeout = '15min'`.execute(tx)
  if (rows > MANY) await sql`set local enable_nestloop = off`.execute(tx)
}

/** A tenth of the usual: how large the tables are is soon known, and the server looks more closely by itself afterwards. */
const SAMPLE = 10
