import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import { asJson } from '../../platform/bulk.ts'

/** Where a record came from, and how both looked when it was last brought in. */
export interface Origin {
  readonly item: string
  readonly recordId: string
  readonly itemHash: string
  /** Null for a record that was here before the import met it: nothing brought in overwrites it. */
  readonly recordHash: string | null
  /** How the record looks now; null when it was removed here. */
  readonly now: string | null
}
export interface NewOrigin {
  readonly item: string
  readonly recordId: string
  readonly itemHash: string
  /** The record was made here, not by an import. */
  readonly ours?: boolean
}
export type OriginTable = 'entry' | 'author' | 'term' | 'comment' | 'picture'

/** What to do with an item that may have come before. */
export type Verdict = 'new' | 'unchanged' | 'changed' | 'edited_here' | 'removed_here'

/** An item that has not changed is left alone; a record edited or removed here since is never overwritten. */
export function verdictOn(origin: Origin | undefined, itemHash: string): Verdict {
  if (!origin) return 'new'
  if (origin.now === null) return 'removed_here'
  if (origin.itemHash === itemHash) return 'unchanged'
  return origin.now === origin.recordHash ? 'changed' : 'edited_here'
}

export const keptReason: Readonly<Record<'edited_here' | 'removed_here', string>> = {
  edited_here: 'It was edited here since, so ours was kept.',
  removed_here: 'It was removed here since, so it stays removed.',
}

interface Items {
  readonly source: string
  readonly table: OriginTable
  readonly items: readonly string[]
}

/** What is known of some items from earlier imports of the same site, by item. One query. */
export async function findOrigins(act: Act, { source, table, items }: Items): Promise<Map<string, Origin>> {
  if (!items.length) return new Map()
  const { rows } = await sql<Origin>`
    select o.item, o.record_id as "recordId", o.item_hash as "itemHash", o.record_hash as "recordHash", ${lookNow(table)} as now
    from publishing.origin o where o.source = ${source} and o.item = any(${items}) and o.record_id is not null`.execute(
    act.tx,
  )
  return new Map(rows.map((row) => [row.item, row]))
}

interface Noting extends Omit<Items, 'items'> {
  readonly origins: readonly NewOrigin[]
}

/** Notes origins, with how their records look at this moment: what is edited later than this counts as edited here. */
export async function keepOrigins({ tx, group }: Act, { source, table, origins }: Noting): Promise<void> {
  if (!origins.length) return
  await sql`
    insert into publishing.origin (group_id, source, item, record_id, item_hash, record_hash)
    select ${group.id}::int, ${source}, o.item, o.record_id, o.item_hash, case when not o.ours then ${lookNow(table)} end
    from jsonb_to_recordset(${asJson(origins.map(toRow))}::jsonb)
      as o (item text, record_id uuid, item_hash text, ours boolean)
    on conflict (group_id, source, item) do update
      set record_id = excluded.record_id, item_hash = excluded.item_hash, record_hash = excluded.record_hash, reason = null`.execute(
    tx,
  )
}

const toRow = ({ item, recordId, itemHash, ours = false }: NewOrigin) => ({
  item,
  record_id: recordId,
  item_hash: itemHash,
  ours,
})

/** Takes down how the records of some items look now, once more. */
export async function sealOrigins(act: Act, { source, table, items }: Items): Promise<void> {
  if (!items.length) return
  await sql`update publishing.origin o set record_hash = ${lookNow(table)}
    where o.source = ${source} and o.item = any(${items})`.execute(act.tx)
}

/** The parts of a record an officer can edit, as one hash; null without a record, because of the key. */
const look = (columns: readonly string[]) =>
  sql<
    string | null
  >`md5(r.id || concat_ws('|', ${sql.join(columns.map((column) => sql`coalesce(${sql.ref(column)}::text, '-')`))}))`

/** An entry's words are told by its version; its terms, and details saved but not published, stand in tables of their own. */
const ENTRY = [
  'd.latest',
  'd.standing',
  'r.status',
  'r.slug',
  'r.published_version',
  'r.author_id',
  'r.parent_id',
  'r.excerpt',
  'r.picture_id',
  'r.pinned',
  'r.comments_open',
]
const LOOKS: Readonly<Record<OriginTable, ReturnType<typeof look>>> = {
  entry: sql`${look(ENTRY)}
    || coalesce((select md5(string_agg(t.term_id::text, ',' order by t.term_id)) from publishing.entry_term t where t.entry_id = r.id), '-')
    || coalesce((select md5(w::text) from publishing.draft w where w.entry_id = r.id), '-')`,
  author: look(['r.name', 'r.slug', 'r.about', 'r.pen_name']),
  term: look(['r.name', 'r.slug', 'r.description', 'r.parent_id']),
  comment: look(['r.status', 'r.body', 'r.author_name']),
  picture: look(['r.alt', 'r.caption', 'r.title', 'r.path']),
}
/**
 * The look of the record an origin names. A subquery for each row on purpose: inside one long transaction the planner
 * knows nothing of what was just inserted, and a join would read whole tables again for every batch.
 */
const lookNow = (table: OriginTable) => sql`(select ${LOOKS[table]} from ${recordsOf(table)} where r.id = o.record_id)`

const recordsOf = (table: OriginTable) =>
  table === 'entry'
    ? sql`publishing.entry r join writing.text d on d.document_id = r.document_id and d.number = d.latest`
    : sql`${sql.table(`publishing.${table}`)} r`
