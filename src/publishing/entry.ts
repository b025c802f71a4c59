import type { Selectable } from 'kysely'
import type { Act } from '../platform/act.ts'
import type { Tx } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { PublishingEntry } from '../platform/tables.gen.ts'
import type { Kind, Status } from './rules.ts'

/** A post or a page as its row says: what the public sees of it, and since when. */
export type Entry = Omit<Selectable<PublishingEntry>, 'kind' | 'status'> & {
  readonly kind: Kind
  readonly status: Status
}

export const nouns: Readonly<Record<Kind, string>> = { post: 'post', page: 'page' }

/** Undefined when there is none in this group. */
export async function findEntry(tx: Tx, id: string): Promise<Entry | undefined> {
  return (await tx.selectFrom('publishing.entry').selectAll().where('id', '=', id).executeTakeFirst()) as
    | Entry
    | undefined
}

/** Locked until the act ends, so that two officers cannot publish and withdraw at once. */
export async function lockEntry({ tx }: Act, id: string): Promise<Entry> {
  const row = await tx.selectFrom('publishing.entry').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new Refusal('There is no such post or page.', 404)
  return row as Entry
}
