import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { GroupContext } from '../../platform/slice.ts'
import type { Reconciliation } from './tally.ts'

/** `interrupted`: nothing has been heard of it for so long that whoever ran it must be gone. */
export type ImportState = 'waiting' | 'running' | 'done' | 'refused' | 'failed' | 'interrupted'
export type Phase = '' | 'reading' | 'items' | 'pictures'

/** How far an import has come; `total` is 0 while it is not known. */
export interface Progress {
  readonly phase: Phase
  readonly done: number
  readonly total: number
}

/** One run of an import, as its page shows it. */
export interface Import {
  readonly id: string
  readonly fileName: string
  readonly state: ImportState
  readonly progress: Progress
  readonly report: Reconciliation | null
  readonly trouble: string | null
  readonly startedAt: Date
  readonly endedAt: Date | null
  readonly seenAt: Date | null
}

/** Files that were sent with an import and wait for it, by their content. */
export interface SentFiles {
  readonly exportSha256: string | null
  readonly uploadsSha256: string | null
}

export interface NewImport extends Partial<SentFiles> {
  readonly fileName: string
  readonly state: 'waiting' | 'running'
  /** Pictures are to be fetched from the old website afterwards. */
  readonly fetchMedia?: boolean
}

/** Said when one is asked for, and again when it begins: the first may have fallen silent and gone on. */
export const anotherRuns = (): Refusal =>
  new Refusal('Another import for this group is running. Wait until it has ended.')

/** Notes that an import was asked for. One at a time: a second is refused while the first goes on. */
export async function begin(act: Act, asked: NewImport): Promise<string> {
  const { tx, group, at, by } = act
  const { fileName, state, exportSha256, uploadsSha256, fetchMedia = false } = asked
  await sql`select pg_advisory_xact_lock(hashtext('publishing.import_begun'), ${group.id})`.execute(tx)
  const [last] = await list(tx, { now: at, limit: 1 })
  if (last?.state === 'waiting' || last?.state === 'running') throw anotherRuns()
  const { id } = await tx
    .insertInto('publishing.import')
    .values({
      group_id: group.id,
      file_name: fileName.slice(0, 300).toWellFormed(),
      state,
      export_sha256: exportSha256 ?? null,
      uploads_sha256: uploadsSha256 ?? null,
      fetch_media: fetchMedia,
      started_at: at,
      told_at: at,
      started_by: by.personId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Says how far it has come: an act of its own, so that the page sees it while the import goes on. */
export async function tell(
  { act }: GroupContext,
  { id, phase, done, total }: Progress & { id: string },
): Promise<void> {
  await act(({ tx, at }) =>
    tx
      .updateTable('publishing.import')
      .set({ state: 'running', phase, items_done: done, items_total: total, told_at: at })
      .where('id', '=', id)
      .execute(),
  )
}

/** In the act of the import itself: done means all of it is there. */
export async function finish(act: Act, { id, report }: { id: string; report: Reconciliation }): Promise<void> {
  await act.tx
    .updateTable('publishing.import')
    .set({ state: 'done', phase: '', report: JSON.stringify(report), ended_at: new Date() })
    .where('id', '=', id)
    .execute()
}

/** Nothing came in: the file could not be used (`refused`, with a sentence for the person) or something broke (`failed`). */
export async function giveUp({ act }: GroupContext, { id, error }: { id: string; error: unknown }): Promise<void> {
  const refused = error instanceof Refusal
  const trouble = refused ? error.message : 'Something went wrong on our side. Nothing was brought in.'
  await act(({ tx, at }) =>
    tx
      .updateTable('publishing.import')
      .set({ state: refused ? 'refused' : 'failed', phase: '', trouble, ended_at: at })
      .where('id', '=', id)
      .execute(),
  )
}

/** An officer has read the report. */
export async function markSeen({ tx, at }: Act, id: string): Promise<void> {
  await tx
    .updateTable('publishing.import')
    .set({ seen_at: at })
    .where('id', '=', id)
    .where('seen_at', 'is', null)
    .execute()
}

/** What was sent for an import, and whether it is still to be done. */
export async function findSent(
  tx: Tx,
  id: string,
): Promise<(SentFiles & { readonly isOpen: boolean; readonly fetchMedia: boolean }) | undefined> {
  const row = await tx
    .selectFrom('publishing.import')
    .select(['state', 'export_sha256 as exportSha256', 'uploads_sha256 as uploadsSha256', 'fetch_media as fetchMedia'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...row, isOpen: row.state === 'waiting' || row.state === 'running' }
}

/** The files are gone. Gives those that nothing else in the group refers to. */
export async function forgetSent({ tx }: Act, id: string): Promise<readonly string[]> {
  const sent = await findSent(tx, id)
  await tx
    .updateTable('publishing.import')
    .set({ export_sha256: null, uploads_sha256: null })
    .where('id', '=', id)
    .execute()
  const wanted = [sent?.exportSha256, sent?.uploadsSha256].filter((sha256) => typeof sha256 === 'string')
  const { rows } = await sql<{ sha256: string }>`
    select sha256 from unnest(${wanted}::text[]) as sha256
    where not exists (select from publishing.import i where sha256 in (i.export_sha256, i.uploads_sha256))`.execute(tx)
  return rows.map(({ sha256 }) => sha256)
}

export async function find(tx: Tx, { id, now }: { id: string; now: Date }): Promise<Import | undefined> {
  const row = await select(tx).where('id', '=', id).executeTakeFirst()
  return row && toImport(row, now)
}

export async function latest(tx: Tx, now: Date): Promise<Import | undefined> {
  const [newest] = await list(tx, { now, limit: 1 })
  return newest
}

/** The newest first. */
export async function list(tx: Tx, { now, limit = 20 }: { now: Date; limit?: number }): Promise<readonly Import[]> {
  const rows = await select(tx).orderBy('started_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows.map((row) => toImport(row, now))
}

const select = (tx: Tx) =>
  tx
    .selectFrom('publishing.import')
    .select([
      'id',
      'file_name as fileName',
      'state',
      'phase',
      'items_done as done',
      'items_total as total',
      'report',
      'trouble',
    ])
    .select([
      'started_at as startedAt',
      'ended_at as endedAt',
      'seen_at as seenAt',
      'told_at as toldAt',
      'export_sha256 as sent',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

/** Without a word for this long, an import from the command line has been stopped. One that was sent is taken up again by the worker. */
const SILENCE = 30_000

function toImport({ state, phase, done, total, report, toldAt, sent, ...row }: Row, now: Date): Import {
  const silent = toldAt === null || now.getTime() - toldAt.getTime() > SILENCE
  return {
    ...row,
    state: state === 'running' && !sent && silent ? 'interrupted' : (state as ImportState),
    progress: { phase: phase as Phase, done, total },
    report: report as Reconciliation | null,
  }
}
