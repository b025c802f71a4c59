import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { TableName } from '../../platform/undo.ts'

/** A table of which an act kept rows, as the catalogue and those rows have it. */
export interface KeptTable {
  readonly table: TableName
  /** SQL: row `t` of the table is the one that `u` of platform.undo kept. */
  readonly sameRow: RawBuilder<boolean>
  /** All columns but those that PostgreSQL makes itself. */
  readonly columns: readonly string[]
}

/** In the order in which the act kept their first rows. */
export async function keptTables(tx: Tx, actId: string): Promise<readonly KeptTable[]> {
  const { rows } = await sql<{ table: TableName; key: Readonly<Record<string, string>> }>`
    select table_name as table, (array_agg(key order by id))[1] as key from platform.undo
    where act_id = ${actId} and undone_at is null group by table_name order by min(id)`.execute(tx)
  return Promise.all(
    rows.map(async ({ table, key }) => ({
      table,
      sameRow: sameRow(Object.keys(key)),
      columns: await columnsOf(tx, table),
    })),
  )
}

const sameRow = (key: readonly string[]) =>
  sql<boolean>`${sql.join(
    key.map(
      (name) =>
        sql`${sql.ref(`t.${name}`)} = (u.key->>${sql.lit(name)})::${sql.raw(name === 'purpose' ? 'text' : 'uuid')}`,
    ),
    sql` and `,
  )}`

async function columnsOf(tx: Tx, table: TableName): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''`.execute(
    tx,
  )
  return rows.map(({ name }) => name)
}

/** SQL: whom a kept row is about, also when it has gone since. Of topics and local groups, nobody. */
export function personOfKept({ table }: KeptTable): RawBuilder<string | null> {
  if (table === 'people.person') return sql`(u.key->>'id')::uuid`
  if (table === 'people.topic' || table === 'people.part') return sql`null::uuid`
  return sql`coalesce(t.person_id, (u.before->>'person_id')::uuid)`
}

/** SQL: the people an act added. */
export const madeOf = (actId: string) =>
  sql`(select (key->>'id')::uuid from platform.undo where act_id = ${actId} and table_name = 'people.person' and before is null and undone_at is null)`

export interface Referrer {
  readonly table: TableName
  /** The column that names a person. */
  readonly column: string
  /** SQL: the primary key of row `t`, as platform.undo keeps keys. */
  readonly keyOf: RawBuilder<unknown>
}

/** Every table of every slice with a foreign key to a person, as the catalogue has it: what refers to them must not lose them. */
export async function referrers(tx: Tx): Promise<readonly Referrer[]> {
  const { rows } = await sql<{ table: TableName; column: string; key: readonly string[] }>`
    select c.conrelid::regclass::text as table, a.attname as column,
      (select array_agg(k.attname::text order by k.attname) from pg_constraint p, unnest(p.conkey) as u(num) join pg_attribute k on k.attnum = u.num
        where p.conrelid = c.conrelid and p.contype = 'p' and k.attrelid = c.conrelid and k.attname <> 'group_id') as key
    from pg_constraint c cross join unnest(c.conkey) as n(num) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = n.num
    where c.contype = 'f' and c.confrelid = 'people.person'::regclass and a.attname <> 'group_id'`.execute(tx)
  return rows.map(({ table, column, key }) => ({
    table,
    column,
    keyOf: sql`jsonb_build_object(${sql.join(key.flatMap((name) => [sql.lit(name), sql.ref(`t.${name}`)]))})`,
  }))
}
