import { type RawBuilder, sql } from 'kysely'
import type { Tx } from './database.ts'
import type { TableName } from './undo.ts'

/** What one slice gives to an export of the whole group that anyone can read. */
export interface Contribution {
  readonly tables: readonly ExportTable[]
  /** Tables of the slice's schema that stay behind, each with the reason in plain words. */
  readonly leftBehind: Readonly<Record<string, string>>
  readonly pages?: ExportPages
  readonly files?: readonly ExportFile[]
}

/** Records of one kind, as a table people read. */
export interface ExportTable {
  /** The name of its files: 'comments'. */
  readonly name: string
  readonly title: string
  /** What it holds and why it is kept, in a sentence. */
  readonly why: string
  /** The tables of the database it is drawn from. */
  readonly from: readonly TableName[]
  /** What each column is called, for people. */
  readonly columns: readonly string[]
  /** From the beginning each time. A cell is null, text, a number, yes or no, a moment, or a list or record of those. */
  readonly rows: () => AsyncIterable<Readonly<Record<string, unknown>>>
}

/** Texts that become pages. */
export interface ExportPages {
  readonly all: readonly ExportPage[]
  /** The inner HTML of one. `leads` says where an address of the group's website is found in the export. */
  readonly html: (id: string, leads: (address: string) => string) => Promise<string>
}
export interface ExportPage {
  readonly id: string
  /** 'Posts' */
  readonly section: string
  readonly title: string
  /** 'YYYY-MM-DD', or '' when it has none. */
  readonly day: string
  /** What it would like its file to be called: 'rain-barrels'. */
  readonly name: string
  /** Its address on the website. */
  readonly address: string | null
  readonly lang: string
}

export interface ExportFile {
  readonly sha256: string
  readonly address: string
  readonly about: string
}

interface Drawn extends Omit<ExportTable, 'columns' | 'rows'> {
  /** The value of each column, by what people call it. */
  readonly columns: Readonly<Record<string, RawBuilder<unknown>>>
  /** What stands after `from`, with its order. */
  readonly source: RawBuilder<unknown>
}

let cursors = 0
const ROWS_AT_ONCE = 200

/** A table drawn from the database through a cursor: however long it is, some rows at a time are held. */
export function tableFrom(tx: Tx, { columns, source, ...table }: Drawn): ExportTable {
  const values = Object.entries(columns).map(([heading, value]) => sql`${value} as ${sql.ref(quotable(heading))}`)
  const query = sql<Record<string, unknown>>`select ${sql.join(values)} from ${source}`
  return { ...table, columns: Object.keys(columns), rows: () => through(tx, query) }
}

async function* through<Row>(tx: Tx, query: RawBuilder<Row>): AsyncGenerator<Row> {
  const cursor = sql.ref(`export_${(cursors += 1)}`)
  await sql`declare ${cursor} no scroll cursor for ${query}`.execute(tx)
  try {
    for (;;) {
      const { rows } = await sql<Row>`fetch forward ${sql.lit(ROWS_AT_ONCE)} from ${cursor}`.execute(tx)
      yield* rows
      if (rows.length < ROWS_AT_ONCE) return
    }
  } finally {
    await sql`close ${cursor}`.execute(tx).catch(() => {}) // a broken transaction has closed it
  }
}

/** Kysely reads a dot as a part between names. */
function quotable(heading: string): string {
  if (heading.includes('.') || heading.length > 60) throw new Error(`“${heading}” cannot be a heading.`)
  return heading
}
