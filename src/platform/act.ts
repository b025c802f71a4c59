import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Actor } from './actor.ts'
import type { Database, Tx } from './database.ts'
import type { Group } from './group.ts'
import { sealUndo } from './undo.ts'

/** One change to the record: in which transaction, for which group, by whom, and when. Everything that writes takes an Act first. */
export interface Act {
  readonly id: string
  readonly tx: Tx
  readonly group: Group
  readonly by: Actor
  readonly at: Date
}

export interface ActRequest {
  readonly db: Kysely<Database>
  readonly group: Group
  readonly by: Actor
  readonly at?: Date
  /** Told, after the commit, that what the public sees has changed. */
  readonly onPublicChange?: (version: number) => void
}

/** Performs one act: all of it, or none. A public change raises the group's content version once, at the end. */
export async function perform<T>(
  { db, group, by, at = new Date(), onPublicChange }: ActRequest,
  work: (act: Act) => Promise<T>,
): Promise<T> {
  const { done, version } = await db.transaction().execute((tx) => performIn(tx, { group, by, at }, work))
  if (version !== undefined) onPublicChange?.(version)
  return done
}

/** The same inside a transaction that already speaks for the group. Gives the new content version when the public sees a change. */
export async function performIn<T>(
  tx: Tx,
  { group, by, at = new Date() }: Pick<ActRequest, 'group' | 'by' | 'at'>,
  work: (act: Act) => Promise<T>,
): Promise<{ done: T; version: number | undefined }> {
  const act: Act = { id: randomUUID(), tx, group, by, at }
  const done = await work(act)
  const { version, unsealed } = await ending(act)
  if (unsealed) await sealUndo(act)
  return { done, version: version ?? undefined }
}

/**
 * Statement triggers on public tables leave the mark (see the first migration), so no caller can forget to. Whether there is
 * anything to undo is asked along with it: most acts of the program itself keep nothing, and each question is a round trip.
 */
async function ending({ tx, group, id }: Act): Promise<{ version: number | null; unsealed: boolean }> {
  const { rows } = await sql<{ version: number | null; unsealed: boolean }>`
    with raised as (
      update platform.group set content_version = content_version + 1
      where id = ${group.id} and current_setting('app.public_changed', true) = '1' returning content_version)
    select (select content_version from raised) as version,
      (select pg_notify('content_changed', ${`${group.id}:`} || content_version)::text from raised) as told,
      exists (select from platform.undo where act_id = ${id} and after_hash = 'open') as unsealed`.execute(tx)
  return rows[0]!
}
