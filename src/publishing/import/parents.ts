import { sql } from 'kysely'
import type { Placed } from './entriesImport.ts'
import { parentsFirst } from './forest.ts'
import { sealOrigins } from './origins.ts'
import type { Run } from './run.ts'

/** What an entry refers to that may come later in the export: the page above it, and its picture. By item key. */
export interface References {
  readonly key: string
  readonly parent: string | null
  readonly picture: string | null
}

/** Of entries made or changed just now: what was edited here since is left as it is. */
export function referencesOf({ item, wanted: { key }, verdict }: Placed): References[] {
  if (verdict !== 'new' && verdict !== 'changed') return []
  const parent = item.type === 'page' && item.parentId ? `post:${item.parentId}` : null
  const picture = Number(item.meta['_thumbnail_id']) ? `post:${Number(item.meta['_thumbnail_id'])}` : null
  return parent || picture ? [{ key, parent, picture }] : []
}

/** Rows of one statement. */
const AT_ONCE = 1000

/** Connects pages with the pages above them and entries with their pictures, once everything has come in. */
export async function connectParents(run: Run, references: readonly References[]): Promise<void> {
  const above = new Map(
    parentsFirst(new Map(references.map(({ key, parent }) => [key, parent]))).map((one) => [one.id, one.above]),
  )
  const wanted = references.map(({ key, picture }) => ({ item: key, parent: above.get(key) ?? null, picture }))
  for (let start = 0; start < wanted.length; start += AT_ONCE) await connect(run, wanted.slice(start, start + AT_ONCE))
}

async function connect(
  { act, source }: Run,
  wanted: readonly { item: string; parent: string | null; picture: string | null }[],
): Promise<void> {
  await sql`
    update publishing.entry e set parent_id = above.id, picture_id = coalesce(shown.id, e.picture_id)
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (item text, parent text, picture text)
    join publishing.origin own on own.source = ${source} and own.item = w.item
    left join publishing.origin p on p.source = ${source} and p.item = w.parent
    left join publishing.entry above on above.id = p.record_id and above.kind = 'page' and above.id <> own.record_id
    left join publishing.origin q on q.source = ${source} and q.item = w.picture
    left join publishing.picture shown on shown.id = q.record_id
    where e.id = own.record_id`.execute(act.tx)
  await sealOrigins(act, { source, table: 'entry', items: wanted.map(({ item }) => item) })
}
