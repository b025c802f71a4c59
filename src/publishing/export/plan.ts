import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { highest, numbersFor, type Unnumbered } from './numbers.ts'

/** A post, page or picture in its place in the file. */
export interface PlannedItem {
  readonly number: number
  readonly id: string
  readonly kind: 'entry' | 'picture'
}

/** What everything is called in the file. Holds ids and numbers, never words. */
export interface Plan {
  /** By number: the order of the file. */
  readonly items: readonly PlannedItem[]
  readonly itemNumbers: ReadonlyMap<string, number>
  readonly authors: ReadonlyMap<string, number>
  readonly terms: ReadonlyMap<string, number>
  readonly comments: ReadonlyMap<string, number>
  /** The number of the one menu, among those of the terms. */
  readonly menu: number
  /** The first number after those of the items, for the lines of the menu. */
  readonly firstMenuItem: number
}

/** Gives everything its number. Six queries, whatever the size of the site. */
export async function makePlan(tx: Tx): Promise<Plan> {
  const entries = await unnumbered(tx, { table: 'publishing.entry', key: '^post:(\\d{1,10})$', order: 'created_at' })
  const pictures = await unnumbered(tx, { table: 'publishing.picture', key: '^post:(\\d{1,10})$', order: 'added_at' })
  const authors = await unnumbered(tx, { table: 'publishing.author', key: '^author:(\\d{1,10})$', order: 'id' })
  const terms = await unnumbered(tx, { table: 'publishing.term', key: '^(?:category|tag):(\\d{1,10})$', order: 'id' })
  const comments = await unnumbered(tx, {
    table: 'publishing.comment',
    key: '^comment:.*:(\\d{1,10})$',
    order: 'written_at',
  })
  const itemNumbers = numbersFor([...entries, ...pictures])
  const termNumbers = numbersFor(terms)
  const kinds = [
    ...entries.map(({ id }) => ({ id, kind: 'entry' as const })),
    ...pictures.map(({ id }) => ({ id, kind: 'picture' as const })),
  ]
  return {
    items: kinds.map((one) => ({ ...one, number: itemNumbers.get(one.id)! })).toSorted((a, b) => a.number - b.number),
    itemNumbers,
    authors: numbersFor(authors),
    terms: termNumbers,
    comments: numbersFor(comments),
    menu: highest(termNumbers.values()) + 1,
    firstMenuItem: highest(itemNumbers.values()) + 1,
  }
}

interface Numbered {
  readonly table: `publishing.${'entry' | 'picture' | 'author' | 'term' | 'comment'}`
  /** Finds the number in the name under which an import remembers an item. */
  readonly key: string
  readonly order: 'created_at' | 'added_at' | 'written_at' | 'id'
}

/** Of several imports that brought the same thing, the first by name counts. */
async function unnumbered(tx: Tx, { table, key, order }: Numbered): Promise<readonly Unnumbered[]> {
  const { rows } = await sql<Unnumbered>`
    select r.id, o.number as wanted from ${sql.table(table)} r
    left join (
      select distinct on (record_id) record_id, substring(item from ${key})::bigint as number from publishing.origin
      where record_id is not null and item ~ ${key} order by record_id, source, item) o on o.record_id = r.id
    order by ${sql.ref(`r.${order}`)}, r.id`.execute(tx)
  return rows
}
