import { beforeAll, beforeEach, expect, test } from 'vitest'
import { OURS, SHARED } from './catalogue.ts'
import { aGroup } from './groups.ts'
import { testInstallation } from './installation.ts'

const installation = testInstallation()
const ask = async <T extends object>(query: string, values: unknown[] = []): Promise<T[]> =>
  (await installation.owner.query<T>(query, values)).rows

const groupTables = async () =>
  (
    await ask<{ name: string }>(
      `select nspname || '.' || quote_ident(relname) as name from pg_class c join pg_namespace s on s.oid = relnamespace where relkind = 'r' and ${OURS}`,
    )
  ).filter(({ name }) => !(name.replaceAll('"', '') in SHARED))

let ours: number
let theirs: number
beforeAll(async () => {
  const constraints = await ask<{ table: string; name: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name from pg_constraint k join pg_namespace s on s.oid = connamespace
     where contype in ('f', 'c') and ${OURS}`,
  )
  for (const { table, name } of constraints) await ask(`alter table ${table} drop constraint ${name}`) // so that made-up rows can stand
})
beforeEach(async () => {
  ours = (await aGroup(installation)).id
  theirs = (await aGroup(installation)).id
})

test('of every table a group sees, changes and removes its own rows only', async () => {
  const found = await groupTables()
  const pool = installation.services.pool
  for (const { name } of found) await ask(await insertInto(name, theirs))

  for (const { name } of found) {
    const client = await pool.connect()
    try {
      await client.query(`begin; set local app.group_id = '${ours}'`)
      const counts = await client.query<{ n: number }>(`select count(*)::int as n from ${name}`)
      expect(counts.rows[0]!.n, `${name} read`).toBe(0)
      for (const statement of [`update ${name} set group_id = group_id`, `delete from ${name}`]) {
        await client.query('savepoint s')
        const changed = await client
          .query(statement)
          .catch((error: { code: string }) => ({ rowCount: error.code === '42501' ? 0 : error.code }))
        expect(changed.rowCount, statement).toBe(0)
        await client.query('rollback to s')
      }
      const planted = await client.query(await insertInto(name, theirs)).catch((error: { code: string }) => error.code)
      expect(planted, `${name} insert`).toBe('42501')
    } finally {
      await client.query('rollback')
      client.release()
    }
    expect(
      (await ask<{ n: number }>(`select count(*)::int as n from ${name} where group_id = $1`, [theirs]))[0]!.n,
      name,
    ).toBe(1)
  }
})

test('outside a group’s transaction nobody sees any row', async () => {
  for (const { name } of await groupTables()) {
    await ask(await insertInto(name, theirs))
    expect((await installation.services.pool.query(`select 1 from ${name}`)).rowCount, name).toBe(0)
  }
})

/** A statement that puts one made-up row for a group into a table, past its constraints. */
async function insertInto(table: string, group: number): Promise<string> {
  const columns = await ask<{ name: string; type: string; identity: boolean }>(
    `select attname as name, format_type(atttypid, null) as type, attidentity <> '' as identity from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  )
  const wanted = columns.filter(({ identity }) => !identity)
  const value = ({ name, type }: { name: string; type: string }) =>
    name === 'group_id' ? String(group) : `${VALUES[type] ?? (type.endsWith('[]') ? `'{}'` : `'1'`)}::${type}`
  return `insert into ${table} (${wanted.map(({ name }) => `"${name}"`).join(', ')}) values (${wanted.map(value).join(', ')})`
}

const VALUES: Readonly<Record<string, string>> = {
  uuid: 'uuidv7()',
  'timestamp with time zone': 'now()',
  date: `'2026-11-22'`,
  boolean: 'true',
}
