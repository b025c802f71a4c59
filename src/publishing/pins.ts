import { sql } from 'kysely'
import type { Act } from '../platform/act.ts'
import type { Tx } from '../platform/database.ts'
import { record } from '../platform/journal.ts'
import { Refusal } from '../platform/refusal.ts'
import { keepForUndo } from '../platform/undo.ts'
import { type Entry, lockEntry } from './entry.ts'
import { postPinned, postUnpinned } from './events.ts'
import { MOST_PINNED } from './rules.ts'

/** Names the lock among those of the database (PostgreSQL, 13.3.5). */
const PLACES = 7_229_116
const FULL = `${MOST_PINNED} posts stand at the top already. Take one of them down first.`

/** Keeps a post at the top of the list and the home page, at once. A fourth is refused. */
export async function pin(act: Act, id: string): Promise<void> {
  const entry = await lockEntry(act, id)
  const refusal = await refusalToPin(act.tx, entry)
  if (refusal) throw new Refusal(refusal)
  await set(act, entry, true)
  await record(act, postPinned, { entry: id })
}

export async function unpin(act: Act, id: string): Promise<void> {
  await set(act, await lockEntry(act, id), false)
  await record(act, postUnpinned, { entry: id })
}

/** The sentence that refuses another pinned post, if there is no room for it. Until the act ends nobody else takes the last place. */
export async function refusalToPin(tx: Tx, { group_id, id }: Pick<Entry, 'group_id' | 'id'>): Promise<string | null> {
  await sql`select pg_advisory_xact_lock(${PLACES}, ${group_id})`.execute(tx)
  const { others } = await tx
    .selectFrom('publishing.entry')
    .select(({ fn }) => fn.countAll<number>().as('others'))
    .where('pinned', '=', true)
    .where('status', '!=', 'withdrawn')
    .where('id', '!=', id)
    .executeTakeFirstOrThrow()
  return others < MOST_PINNED ? null : FULL
}

/** A draft of its details is told too, so that publishing it later does not take the pin back. */
async function set(act: Act, { id, kind }: Entry, pinned: boolean): Promise<void> {
  if (kind !== 'post') throw new Refusal('Only posts can stand at the top.')
  await keepForUndo(act, { table: 'publishing.entry', key: { id } })
  await act.tx.updateTable('publishing.entry').set({ pinned }).where('id', '=', id).execute()
  const key = { entry_id: id }
  const draft = await act.tx
    .selectFrom('publishing.draft')
    .select('pinned')
    .where('entry_id', '=', id)
    .executeTakeFirst()
  if (draft) {
    await keepForUndo(act, { table: 'publishing.draft', key })
    await act.tx.updateTable('publishing.draft').set({ pinned }).where('entry_id', '=', id).execute()
  }
}
