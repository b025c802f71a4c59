import { sql } from 'kysely'
import type { Act } from '../platform/act.ts'
import type { Tx } from '../platform/database.ts'
import type { Erasure, Erasing, Holding } from '../platform/slice.ts'
import type { TableName } from '../platform/undo.ts'

/** One kind of thing this slice holds about people: how it is told, and how it goes. */
export interface HeldPart {
  readonly holds: (tx: Tx, personId: string) => Promise<readonly Holding[]>
  readonly erase: (act: Act, personId: string, how: Erasing) => Promise<readonly Erasure[]>
}

interface Rows<Row> {
  readonly table: TableName
  /** The columns that name the person. */
  readonly columns?: readonly string[]
  readonly what: string
  readonly why: string
  /** A row in words; null when it says nothing to anybody. */
  readonly says: (row: Row) => string | null
  readonly orderBy?: string
}

/** Rows of one table that are about a person and go with them. */
export function heldRows<Row>(rows: Rows<Row>): HeldPart {
  const { table, columns = ['person_id'], what, why, says, orderBy = columns[0]! } = rows
  const about = (personId: string) =>
    sql.join(
      columns.map((column) => sql`${sql.ref(column)} = ${personId}`),
      sql` or `,
    )
  return {
    holds: async (tx, personId) => {
      const { rows: found } = await sql<Row>`
        select * from ${sql.table(table)} where ${about(personId)} order by ${sql.ref(orderBy)}`.execute(tx)
      return found.flatMap((row) => {
        const value = says(row)
        return value === null ? [] : [{ what, value, why }]
      })
    },
    erase: async ({ tx }, personId, { dryRun }) => {
      const { rows: counted } = await sql<{ n: number }>`
        select count(*)::int as n from ${sql.table(table)} where ${about(personId)}`.execute(tx)
      if (!dryRun) await sql`delete from ${sql.table(table)} where ${about(personId)}`.execute(tx)
      return [{ what, count: counted[0]!.n }]
    },
  }
}
