import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { Refusal } from '../refusal.ts'
import { type ArchiveTable, quote } from './catalogue.ts'
import { shown } from './entries.ts'
import type { Manifest } from './format.ts'
import type { PlannedGroup } from './plan.ts'
import { drain, Rows } from './rows.ts'

/** Rows on their way into a database, within its one transaction. */
export interface Load {
  readonly client: pg.Client
  /** As the database has them. */
  readonly tables: readonly ArchiveTable[]
  readonly groups: readonly PlannedGroup[]
  /** Tables whose rows would be of no use here. */
  readonly leftOut: ReadonlySet<string>
}

/** A Refusal unless the archive's tables and columns are exactly those of this database. */
export function refuseOtherTables({ tables }: Manifest, known: readonly ArchiveTable[]): void {
  const wanted = new Map(known.map((table) => [table.name, table]))
  for (const { name, columns } of tables) {
    const table = wanted.get(name)
    if (!table) throw new Refusal(`This archive has a table ${shown(name)} that its version does not know.`, 422)
    const strange = columns.find((column) => !table.columns.includes(column))
    if (strange !== undefined)
      throw new Refusal(`This archive has a column ${shown(`${name}.${strange}`)} that its version does not know.`, 422)
    if (
      new Set(columns).size !== table.columns.length ||
      columns.length !== table.columns.length ||
      columns[0] !== table.columns[0]
    )
      throw new Refusal(`In this archive the table ${shown(name)} is not whole.`, 422)
    wanted.delete(name)
  }
  const [missing] = wanted.keys()
  if (missing !== undefined) throw new Refusal(`This archive lacks the table ${shown(missing)}.`, 422)
}

/** Copies one table's rows in, under the numbers their groups have here. Gives how many, and how many were left out. */
export async function loadTable(
  load: Load,
  { name, columns }: Manifest['tables'][number],
  rows: AsyncIterable<Buffer>,
): Promise<{ loaded: number; left: number }> {
  const { quoted } = load.tables.find((table) => table.name === name)!
  const numbers = new Map(load.groups.map(({ was, id }) => [String(was.id), String(id)]))
  const rewritten = new Rows((group) => numbers.get(group) ?? null)
  if (load.leftOut.has(name)) {
    await drain(rewritten.rewrite(rows))
    return { loaded: 0, left: rewritten.kept }
  }
  const names = columns.map(quote).join(', ')
  const aside = ASIDE[name]
  if (aside) await load.client.query(`create temp table ${aside} (like ${quoted}) on commit drop`)
  const target = load.client.query(copyFrom(`copy ${aside ?? quoted} (${names}) from stdin`))
  await fitting(name, () => pipeline(Readable.from(rewritten.rewrite(rows), { objectMode: true }), target))
  if (target.rowCount !== rewritten.kept) throw new Refusal(`Not every row of ${shown(name)} could be read.`, 422)
  if (aside) await fitting(name, () => (name === 'platform.group' ? placeGroups(load, names) : placeHosts(load)))
  return { loaded: rewritten.kept, left: 0 }
}

/** Groups and their names are looked at before they take their places. */
const ASIDE: Readonly<Record<string, string>> = { 'platform.group': 'restored_group', 'platform.host': 'restored_host' }

async function placeGroups({ client, groups }: Load, columns: string): Promise<void> {
  const { rows } = await client.query<{ id: number; slug: string }>('select id, slug from restored_group order by id')
  const wanted = groups.map(({ id, was }) => ({ id, slug: was.slug })).toSorted((a, b) => a.id - b.id)
  if (JSON.stringify(rows) !== JSON.stringify(wanted)) throw disagrees()
  for (const { id, slug } of groups) await client.query('update restored_group set slug = $1 where id = $2', [slug, id])
  await client.query(
    `insert into platform.group (${columns}) overriding system value select ${columns} from restored_group`,
  )
}

async function placeHosts({ client, groups }: Load): Promise<void> {
  const { rows } = await client.query<{ name: string; group_id: number; main: boolean }>('select * from restored_host')
  const byGroup = Map.groupBy(rows, ({ group_id }) => group_id)
  for (const { id, was, hosts, renamed } of groups) {
    const had = byGroup.get(id) ?? []
    if (JSON.stringify(had.map(({ name }) => name).toSorted()) !== JSON.stringify(was.hosts.toSorted()))
      throw disagrees()
    const first = renamed ? hosts[0] : had.find(({ main }) => main)?.name
    for (const name of hosts)
      await client.query('insert into platform.host (name, group_id, main) values ($1, $2, $3)', [
        name,
        id,
        name === first,
      ])
  }
}

const disagrees = (): Refusal => new Refusal('This archive names other groups than its rows hold.', 422)

/** The database itself refuses rows that cannot be: values of another kind, broken references (PostgreSQL, appendix A). */
async function fitting(table: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const { code = '', constraint } = error as { code?: string; constraint?: string }
    if (!/^(22|23)/.test(code)) throw error
    const why = constraint ? `by ${shown(constraint)}` : `with ${code}`
    throw new Refusal(`The database refused rows of ${shown(table)} ${why}, so nothing was restored.`, 422)
  }
}
