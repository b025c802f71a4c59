import { rm } from 'node:fs/promises'
import type { Act } from './act.ts'
import type { Tx } from './database.ts'
import type { Stored } from './files.ts'
import { enqueue } from './jobs.ts'
import { Refusal } from './refusal.ts'
import type { GroupContext, Timed } from './slice.ts'

/** `website`: the WordPress export. `pictures`: a zip of their files. `group`: everything, for reading. */
export type ExportKind = 'website' | 'pictures' | 'group'
export type ExportState = 'waiting' | 'ready' | 'failed' | 'removed'

/** Something an officer asked to be taken out. */
export interface Export {
  readonly id: string
  readonly kind: ExportKind
  readonly state: ExportState
  readonly askedBy: string
  readonly askedAt: Date
  readonly reason: string
  readonly storedAs: string | null
  readonly bytes: number | null
  readonly expiresAt: Date | null
}

const HOUR = 3_600_000
export const HOURS_KEPT = 24
/** A job that died eight times will not come again. */
const GIVEN_UP = 6 * HOUR

export interface NewExport {
  readonly kind: ExportKind
  readonly reason?: string
}

/** Notes who asked for what. While one of a kind is being made for somebody, a second is refused. */
export async function ask({ tx, group, by, at }: Act, { kind, reason = '' }: NewExport): Promise<string> {
  if (!by.personId) throw new Refusal('Only a person can ask for this.', 403)
  const [latest] = await list(tx, { kinds: [kind], askedBy: by.personId })
  if (latest?.state === 'waiting' && at.getTime() - latest.askedAt.getTime() < GIVEN_UP)
    throw new Refusal('It is being made already. It appears here when it is ready.')
  const { id } = await tx
    .insertInto('platform.export')
    .values({ group_id: group.id, kind, asked_by: by.personId, asked_at: at, reason })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Of one person, the newest first. */
export async function list(
  tx: Tx,
  { kinds, askedBy }: { kinds: readonly ExportKind[]; askedBy: string },
): Promise<readonly Export[]> {
  const rows = await select(tx)
    .where('kind', 'in', kinds)
    .where('asked_by', '=', askedBy)
    .orderBy('asked_at', 'desc')
    .limit(20)
    .execute()
  return rows as Export[]
}

export const find = async (tx: Tx, id: string): Promise<Export | undefined> =>
  (await select(tx).where('id', '=', id).executeTakeFirst()) as Export | undefined

/** In the act that tells the asker: from now on it can be fetched, for a day. */
export async function markReady(
  { tx, at }: Act,
  { id, sha256, bytes }: Stored & { readonly id: string },
): Promise<void> {
  const expires = new Date(at.getTime() + HOURS_KEPT * HOUR)
  await tx
    .updateTable('platform.export')
    .set({ state: 'ready', stored_as: sha256, bytes, ended_at: at, expires_at: expires })
    .where('id', '=', id)
    .execute()
}

export async function markFailed({ tx, at }: Act, id: string): Promise<void> {
  await tx.updateTable('platform.export').set({ state: 'failed', ended_at: at }).where('id', '=', id).execute()
}

/** The one that asked may fetch it, until it expires. A Refusal otherwise, which tells nobody else that it is there. */
export function checkFetchable(found: Export | undefined, { personId, now }: { personId: string | null; now: Date }) {
  if (!found || found.askedBy !== personId) throw new Refusal('There is no such file for you.', 404)
  if (found.state === 'waiting') throw new Refusal('It is still being made.', 409)
  if (found.state !== 'ready' || !found.storedAs || !found.expiresAt || found.expiresAt <= now)
    throw new Refusal('This file was kept for a day and is gone. Ask for a new one.', 410)
  return { ...found, storedAs: found.storedAs }
}

const select = (tx: Tx) =>
  tx
    .selectFrom('platform.export')
    .select(['id', 'kind', 'state', 'asked_by as askedBy', 'asked_at as askedAt', 'reason'])
    .select(['stored_as as storedAs', 'bytes', 'expires_at as expiresAt'])

/** What lies ready is stale all at once, because somebody in it was erased: it goes now, and can be asked for again. */
export async function expireAll(act: Act): Promise<void> {
  await act.tx.updateTable('platform.export').set({ expires_at: act.at }).where('state', '=', 'ready').execute()
  await enqueue(act, { job: expiryRound.job, payload: {} })
}

/** Removes the files of exports whose day is over. */
export async function removeExpired({ group, act, services }: GroupContext, now: Date): Promise<void> {
  const due = await act(async ({ tx }) => {
    const rows = await tx
      .selectFrom('platform.export')
      .select(['id', 'stored_as'])
      .where('state', '=', 'ready')
      .where('expires_at', '<=', now)
      .execute()
    return rows
  })
  for (const { id, stored_as } of due) {
    await rm(services.files.path(group.id, stored_as!), { force: true }) // first: a row that says so must be true
    await act(({ tx }) =>
      tx
        .updateTable('platform.export')
        .set({ state: 'removed', stored_as: null, expires_at: null })
        .where('id', '=', id)
        .execute(),
    )
  }
}

export const expiryRound: Timed = {
  job: { name: 'platform.remove_expired_exports', run: (context) => removeExpired(context, new Date()) },
  cron: '*/10 * * * *',
  onlyWhere: `exists (select from platform.export where state = 'ready' and expires_at <= now())`,
}
