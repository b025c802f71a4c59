import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { GroupContext } from '../../platform/slice.ts'
import type { Reconciliation } from './tally.ts'

export type ImportState = 'waiting' | 'running' | 'done' | 'refused' | 'failed'

/** One run of an import, as its page shows it. */
export interface Import {
  readonly id: string
  readonly fileName: string
  readonly state: ImportState
  readonly phase: string
  readonly itemsDone: number
  readonly itemsTotal: number
  readonly report: Reconciliation | null
  readonly trouble: string | null
  readonly startedAt: Date
  readonly endedAt: Date | null
  readonly startedBy: string | null
}
export interface StoredFinding {
  readonly kind: string
  readonly entryId: string | null
  readonly address: string
  readonly detail: string
}

export interface NewImport {
  readonly fileName: string
  readonly state: 'waiting' | 'running'
  readonly exportSha256?: string
  readonly uploadsSha256?: string
}

/** Notes that an import was asked for. */
export async function begin(act: Act, { fileName, state, exportSha256, uploadsSha256 }: NewImport): Promise<string> {
  const { id } = await act.tx
    .insertInto('publishing.import')
    .values({
      group_id: act.group.id,
      file_name: fileName.slice(0, 300),
      state,
      export_sha256: exportSha256 ?? null,
      uploads_sha256: uploadsSha256 ?? null,
      started_at: act.at,
      started_by: act.by.personId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Says how far it has come: an act of its own, so that the page sees it while the import goes on. */
export async function progress({ act }: GroupContext, { id, phase, done, total }: { id: string; phase: string; done: number; total: number }): Promise<void> {
  await act(({ tx }) => tx.updateTable('publishing.import').set({ state: 'running', phase, items_done: done, items_total: total }).where('id', '=', id).execute())
}

/** In the act of the import itself: done means all of it is there. */
export async function finish(act: Act, { id, report }: { id: string; report: Reconciliation }): Promise<void> {
  await act.tx
    .updateTable('publishing.import')
    .set({ state: 'done', phase: '', report: JSON.stringify(report), ended_at: act.at, export_sha256: null, uploads_sha256: null })
    .where('id', '=', id)
    .execute()
}

/** Nothing came in: the file could not be used (`refused`, with a sentence for the person) or something broke (`failed`). */
export async function giveUp({ act }: GroupContext, { id, error }: { id: string; error: unknown }): Promise<void> {
  const refused = error instanceof Refusal
  const trouble = refused ? error.message : 'Something went wrong on our side. Nothing was brought in. Try again, and tell your host if it happens again.'
  await act(({ tx, at }) =>
    tx.updateTable('publishing.import').set({ state: refused ? 'refused' : 'failed', trouble, ended_at: at, export_sha256: null, uploads_sha256: null }).where('id', '=', id).execute(),
  )
}

export async function find(tx: Tx, id: string): Promise<Import | undefined> {
  return (await select(tx).where('id', '=', id).executeTakeFirst()) as Import | undefined
}

/** The newest first. */
export async function list(tx: Tx, limit = 20): Promise<readonly Import[]> {
  return (await select(tx).orderBy('started_at', 'desc').limit(limit).execute()) as Import[]
}

export interface FindingsWanted {
  readonly importId: string
  readonly kind?: string | undefined
  readonly limit: number
  readonly offset: number
}

/** Findings with the address their page has now, in the order of the kinds. */
export async function listFindings(tx: Tx, { importId, kind, limit, offset }: FindingsWanted): Promise<readonly StoredFinding[]> {
  const { rows } = await sql<StoredFinding>`
    select f.kind, f.entry_id as "entryId", f.detail,
      coalesce((select a.path from publishing.address a where a.entry_id = f.entry_id and a.kind = 'entry' limit 1), f.address) as address
    from publishing.finding f where f.import_id = ${importId} ${kind ? sql`and f.kind = ${kind}` : sql``}
    order by f.kind, f.id limit ${limit} offset ${offset}`.execute(tx)
  return rows
}

export async function countFindings(tx: Tx, importId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ kind: string; count: number }>`select kind, count(*) as count from publishing.finding where import_id = ${importId} group by kind order by kind`.execute(tx)
  return new Map(rows.map(({ kind, count }) => [kind, count]))
}

const select = (tx: Tx) =>
  tx
    .selectFrom('publishing.import')
    .select(['id', 'file_name as fileName', 'state', 'phase', 'items_done as itemsDone', 'items_total as itemsTotal', 'report', 'trouble'])
    .select(['started_at as startedAt', 'ended_at as endedAt', 'started_by as startedBy'])
