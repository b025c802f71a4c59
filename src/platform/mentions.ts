import { type RawBuilder, sql } from 'kysely'
import type { Tx } from './database.ts'
import { anywhere } from './likePattern.ts'
import type { Erasure } from './slice.ts'
import type { TableName } from './undo.ts'

/** Where others may have written a person's name. */
interface Place {
  /** In words: "Texts that mention this name". */
  readonly what: string
  readonly table: TableName
  readonly columns: readonly string[]
  /** The column that tells one from another, where several rows are one thing. */
  readonly each?: string
  /** Which rows do not go with the person themselves. */
  readonly where?: RawBuilder<unknown>
}

/** A word alone is the name of many. */
const tells = (name: string): boolean => /\S\s+\S/.test(name.trim())

/**
 * What others wrote and somebody's name stands in: it stays when they are erased, for freedom of expression (UK GDPR, article 17
 * (3)(a)), and an erasure counts it, so that an officer can look whether it is about them.
 */
export async function mentions(tx: Tx, name: string, { what, table, columns, each, where }: Place): Promise<Erasure> {
  const kept = { what, keptBecause: 'Others wrote it. Where it is about this person, change it by hand.' }
  if (!tells(name)) return { ...kept, count: 0 }
  const named = columns.map((column) => sql`${sql.ref(column)}::text ilike ${anywhere(name.trim())}`)
  const counted = each ? sql`count(distinct ${sql.ref(each)})` : sql`count(*)`
  const { rows } = await sql<{ n: number }>`
    select ${counted}::int as n from ${sql.table(table)} where (${sql.join(named, sql` or `)}) and ${where ?? sql`true`}`.execute(
    tx,
  )
  return { ...kept, count: rows[0]!.n }
}
