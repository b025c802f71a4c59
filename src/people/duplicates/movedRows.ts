import { type RawBuilder, sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import { keepForUndo, type TableName } from '../../platform/undo.ts'

/** Two records on their way to become one. */
export interface Merging {
  readonly act: Act
  readonly keep: string
  readonly drop: string
}

interface Moved {
  readonly table: TableName
  /** The column that names the person. */
  readonly column?: string
  /** When the one that stays has such a row already: `t` is the row that would move, `k` theirs. It goes instead. */
  readonly sameWhen?: RawBuilder<unknown>
}

/** Rows with an id of their own go over to the record that stays, each kept as it was. */
export async function moveRows(
  { act, keep, drop }: Merging,
  { table, column = 'person_id', sameWhen }: Moved,
): Promise<void> {
  const mine = sql`${sql.ref(`t.${column}`)} = ${drop}`
  if (sameWhen)
    await dropRows(
      { act, keep, drop },
      {
        table,
        key: ['id'],
        columns: [column],
        when: sql`exists (select from ${sql.table(table)} k where ${sql.ref(`k.${column}`)} = ${keep} and ${sameWhen})`,
      },
    )
  const { rows } = await sql<{
    id: string
  }>`select t.id from ${sql.table(table)} t where ${mine} order by t.id for update`.execute(act.tx)
  for (const key of rows) await keepForUndo(act, { table, key })
  await sql`update ${sql.table(table)} t set ${sql.ref(column)} = ${keep} where ${mine}`.execute(act.tx)
}

/** Rows whose key names the person: each goes, and comes anew under the one that stays, unless it is there already. */
export async function moveKeyed(
  merging: Merging,
  { table, besides }: { readonly table: TableName; readonly besides: readonly string[] },
): Promise<void> {
  const { act, keep, drop } = merging
  const { rows } = await sql<Record<string, string>>`
    insert into ${sql.table(table)}
    select r.* from ${sql.table(table)} t, jsonb_populate_record(t, jsonb_build_object('person_id', ${keep}::text)) r
    where t.person_id = ${drop} on conflict do nothing returning person_id${sql.join(
      besides.map((name) => sql`, ${sql.ref(name)}::text`),
      sql``,
    )}`.execute(act.tx)
  for (const key of rows) await keepForUndo(act, { table, key, inserted: true })
  await dropRows(merging, { table, key: ['person_id', ...besides] })
}

interface Dropped {
  readonly table: TableName
  /** Its primary key without the group. */
  readonly key: readonly string[]
  readonly columns?: readonly string[]
  readonly when?: RawBuilder<unknown>
}

/** Rows that go with the record that goes, each kept as it was. */
export async function dropRows(
  { act, drop }: Merging,
  { table, key, columns = ['person_id'], when = sql`true` }: Dropped,
): Promise<void> {
  const about = sql.join(
    columns.map((column) => sql`${sql.ref(`t.${column}`)} = ${drop}`),
    sql` or `,
  )
  const { rows } = await sql<Record<string, string>>`
    select ${sql.join(key.map((name) => sql`${sql.ref(`t.${name}`)}::text as ${sql.ref(name)}`))}
    from ${sql.table(table)} t where (${about}) and ${when} for update`.execute(act.tx)
  for (const one of rows) {
    await keepForUndo(act, { table, key: one })
    const same = key.map((name) => sql`${sql.ref(`t.${name}`)}::text = ${one[name]}`)
    await sql`delete from ${sql.table(table)} t where ${sql.join(same, sql` and `)}`.execute(act.tx)
  }
}
