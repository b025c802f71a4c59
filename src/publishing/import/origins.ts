import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import { insertMany } from '../../platform/bulk.ts'

/** Where a record came from, and how both looked when it was last brought in. */
export interface Origin {
  readonly item: string
  readonly recordId: string | null
  readonly itemHash: string
  readonly recordHash: string | null
  /** How the record looks now; null when it was removed here. */
  readonly now: string | null
}
export interface NewOrigin {
  readonly item: string
  readonly recordId: string | null
  readonly itemHash: string
  readonly reason?: string
}
export type OriginTable = 'entry' | 'author' | 'term' | 'comment' | 'picture' | 'menu_item'

/** What to do with an item that may have come before. */
export type Verdict = 'new' | 'unchanged' | 'changed' | 'edited_here' | 'removed_here'

/** An item that has not changed is left alone; a record edited or removed here since is never overwritten. */
export function verdictOn(origin: Origin | undefined, itemHash: string): Verdict {
  if (!origin) return 'new'
  if (origin.recordId !== null && origin.now === null) return 'removed_here'
  if (origin.itemHash === itemHash) return 'unchanged'
  return origin.now === origin.recordHash ? 'changed' : 'edited_here'
}

export const keptReason: Readonly<Record<'edited_here' | 'removed_here', string>> = {
  edited_here: 'It was edited here since, so ours was kept.',
  removed_here: 'It was removed here since, so it stays removed.',
}

/** What is known of some items from earlier imports of the same site, by item. One query. */
export async function findOrigins(act: Act, { source, table, items }: { source: string; table: OriginTable; items: readonly string[] }): Promise<Map<string, Origin>> {
  const { rows } = await sql<Origin>`
    select o.item, o.record_id as "recordId", o.item_hash as "itemHash", o.record_hash as "recordHash", ${look(table)} as now
    from publishing.origin o left join ${joined(table)} on r.id = o.record_id
    where o.source = ${source} and o.item = any(${items})`.execute(act.tx)
  return new Map(rows.map((row) => [row.item, row]))
}

/** Notes origins, with how their records look at this moment. */
export async function keepOrigins(act: Act, { source, table, origins }: { source: string; table: OriginTable; origins: readonly NewOrigin[] }): Promise<void> {
  if (!origins.length) return
  const items = origins.map(({ item }) => item)
  await sql`delete from publishing.origin where source = ${source} and item = any(${items})`.execute(act.tx)
  await insertMany(act, 'publishing.origin', origins.map(({ item, recordId, itemHash, reason }) => ({ source, item, record_id: recordId, item_hash: itemHash, reason: reason ?? null })))
  await sql`update publishing.origin o set record_hash = ${look(table)} from ${joined(table)}
    where r.id = o.record_id and o.source = ${source} and o.item = any(${items})`.execute(act.tx)
}

/** The parts of a record an officer can edit. An entry's words are told by its version. */
const LOOKS: Readonly<Record<OriginTable, readonly string[]>> = {
  entry: ['d.latest', 'd.standing', 'r.status', 'r.slug', 'r.published_version', 'r.author_id', 'r.parent_id', 'r.excerpt', 'r.picture_id', 'r.pinned', 'r.comments_open'],
  author: ['r.name', 'r.slug', 'r.about', 'r.pen_name'],
  term: ['r.name', 'r.slug', 'r.description', 'r.parent_id'],
  comment: ['r.status', 'r.body', 'r.author_name'],
  picture: ['r.alt', 'r.caption', 'r.title', 'r.path'],
  menu_item: ['r.label', 'r.href', 'r.position', 'r.parent_id'],
}
/** Null without a record, because of the key. */
const look = (table: OriginTable) => sql`md5(r.id || concat_ws('|', ${sql.join(LOOKS[table].map((column) => sql`coalesce(${sql.ref(column)}::text, '-')`))}))`
const joined = (table: OriginTable) =>
  table === 'entry'
    ? sql`(publishing.entry r join writing.text d on d.document_id = r.document_id and d.number = d.latest)`
    : sql`${sql.table(`publishing.${table}`)} r`
