import { sql } from 'kysely'
import type { ItemRecord } from '../wordpress/export.ts'
import type { Run } from './run.ts'

/** What an entry refers to that may come later in the export: the page above it, and its picture. By post id. */
export interface References {
  readonly key: string
  readonly parentId: number | null
  readonly pictureId: number | null
}

export const referencesOf = (item: ItemRecord, key: string): References => ({
  key,
  parentId: item.type === 'page' && item.parentId ? item.parentId : null,
  pictureId: Number(item.meta['_thumbnail_id']) || null,
})

/** Connects pages with the pages above them and entries with their pictures, once everything has come in. */
export async function connectParents({ act, source }: Run, references: readonly References[]): Promise<void> {
  if (!references.length) return
  const values = JSON.stringify(references.map(({ key, parentId, pictureId }) => ({ item: key, parent: `post:${parentId ?? 0}`, picture: `post:${pictureId ?? 0}` })))
  await sql`
    update publishing.entry e set parent_id = coalesce(above.id, e.parent_id), picture_id = coalesce(shown.id, e.picture_id)
    from jsonb_to_recordset(${values}::jsonb) as w (item text, parent text, picture text)
    join publishing.origin own on own.source = ${source} and own.item = w.item
    left join publishing.origin p on p.source = ${source} and p.item = w.parent
    left join publishing.entry above on above.id = p.record_id and above.kind = 'page' and above.id <> own.record_id
    left join publishing.origin q on q.source = ${source} and q.item = w.picture
    left join publishing.picture shown on shown.id = q.record_id
    where e.id = own.record_id`.execute(act.tx)
}
