import type { QueryResultRow } from 'pg'
import { openDatabase } from '../../src/platform/postgres/index.ts'
import { askDatabase } from '../../test/asking.ts'
import type { Terminal } from '../program.ts'

/** Asks the running program's own database as whoever may read everything: row security does not bind them. */
export async function askOwner<T extends QueryResultRow>(
  { env }: Terminal,
  statement: string,
  values: readonly unknown[] = [],
): Promise<T[]> {
  const database = await openDatabase({ dataDir: env['BACKBENCH_DATA']! })
  try {
    return await askDatabase<T>(database.superuser ?? database.owner, statement, values)
  } finally {
    await database.stop()
  }
}

/** Every table of the catalogue by its quoted name, the program's queue among them. */
export async function tablesOf(terminal: Terminal): Promise<readonly string[]> {
  const rows = await askOwner<{ name: string }>(
    terminal,
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  )
  return rows.map(({ name }) => name)
}
