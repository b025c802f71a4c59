import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import { asJson } from '../../platform/bulk.ts'
import type { Tx } from '../../platform/database.ts'
import { enqueue } from '../../platform/jobs.ts'
import { record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import { mediaAsked } from '../events.ts'

/** A picture of the old website whose file is wanted. `path`: its address here. */
export interface WantedPicture {
  readonly path: string
  readonly url: string
  readonly alt: string
}

/** How far the fetching for one import has come. */
export interface MediaProgress {
  readonly waiting: number
  readonly here: number
  readonly failed: number
  /** Why pictures are missing, the most frequent reason first, with a few of their addresses. */
  readonly reasons: readonly { readonly reason: string; readonly count: number; readonly examples: readonly string[] }[]
}

/** The order that fetches; its work is in mediaJob.ts. */
export const mediaJobName = 'publishing.fetch_media'

/** How much one asking fetches. Whoever asks again gets the next. */
export const AT_ONCE = { files: 2000, bytes: 2 * 1024 ** 3 }
const TOO_MANY = `At most ${AT_ONCE.files.toLocaleString('en-GB')} pictures are fetched at once. Try again for the next.`
const TOO_MUCH = 'At most 2 GB are fetched at once. Try again for the next.'

/**
 * Asks for the files of all pictures of an import that are not here: those the export lists, and those that stand only in
 * its texts, which become pictures of the group. What was tried before is tried again.
 */
export async function askFor(
  act: Act,
  { importId, site, pictures }: { importId: string; site: string; pictures: readonly WantedPicture[] },
): Promise<void> {
  const { tx, group, at } = act
  const wanted = [...new Map(pictures.map((one) => [one.path, one])).values()]
  await sql`
    insert into publishing.picture (group_id, path, alt, added_at)
    select ${group.id}, path, left(alt, 1000), ${at} from jsonb_to_recordset(${asJson(wanted.map(rowOf))}::jsonb) as w (path text, alt text)
    on conflict (group_id, path) do nothing`.execute(tx)
  await sql`
    insert into publishing.media (group_id, import_id, picture_id, url, state)
    select ${group.id}, ${importId}, p.id, w.url, 'waiting'
    from jsonb_to_recordset(${asJson(wanted.map(rowOf))}::jsonb) as w (path text, url text) join publishing.picture p on p.path = w.path
    where p.sha256 is null
    on conflict (group_id, picture_id) do update
      set import_id = excluded.import_id, url = excluded.url, state = 'waiting', reason = null, attempts = 0`.execute(
    tx,
  )
  await tx.updateTable('publishing.import').set({ media_site: site }).where('id', '=', importId).execute()
  await begin(act, importId)
}

const rowOf = ({ path, url, alt }: WantedPicture) => ({ path, url: url.slice(0, 4000), alt })

/** Tries those again that are missing. A Refusal when none is, or when they are being fetched already. */
export async function tryAgain(act: Act, importId: string): Promise<void> {
  const { waiting, failed } = await progressOf(act.tx, importId)
  if (waiting) throw new Refusal('The pictures are being fetched already. Look again in a few minutes.')
  if (!failed) throw new Refusal('No picture is missing.')
  await act.tx
    .updateTable('publishing.media')
    .set({ state: 'waiting', attempts: 0 })
    .where('import_id', '=', importId)
    .where('state', '=', 'failed')
    .execute()
  await begin(act, importId)
  await record(act, mediaAsked, { import: importId })
}

async function begin(act: Act, importId: string): Promise<void> {
  const { tx } = act
  await tx.updateTable('publishing.import').set({ media_bytes: 0 }).where('id', '=', importId).execute()
  await sql`
    update publishing.media set state = 'failed', reason = ${TOO_MANY} where id in (
      select id from publishing.media where import_id = ${importId} and state = 'waiting' order by reason in (${TOO_MANY}, ${TOO_MUCH}) desc nulls last, id offset ${AT_ONCE.files})`.execute(
    tx,
  )
  await enqueue(act, { job: { name: mediaJobName }, payload: { import: importId }, key: `${mediaJobName} ${importId}` })
}

/** One that waits. */
export interface Waiting {
  readonly id: string
  readonly pictureId: string
  readonly path: string
  readonly url: string
  readonly attempts: number
}

/** The next that wait, those that failed before last; and the website they are on. */
export async function nextOf(
  tx: Tx,
  { importId, limit }: { importId: string; limit: number },
): Promise<{ readonly site: string; readonly next: readonly Waiting[] } | null> {
  const one = await tx
    .selectFrom('publishing.import')
    .select(['media_site as site'])
    .where('id', '=', importId)
    .executeTakeFirst()
  if (!one?.site) return null
  const next = await tx
    .selectFrom('publishing.media as m')
    .innerJoin('publishing.picture as p', 'p.id', 'm.picture_id')
    .select(['m.id', 'm.picture_id as pictureId', 'm.url', 'm.attempts', 'p.path'])
    .where('m.import_id', '=', importId)
    .where('m.state', '=', 'waiting')
    .orderBy('m.attempts')
    .orderBy('m.id')
    .limit(limit)
    .execute()
  return { site: one.site, next }
}

/** Counts what has come, and leaves the rest when it is too much for one asking. */
export async function countBytes(act: Act, { importId, bytes }: { importId: string; bytes: number }): Promise<void> {
  const { media_bytes: all } = await act.tx
    .updateTable('publishing.import')
    .set((eb) => ({ media_bytes: eb('media_bytes', '+', bytes) }))
    .where('id', '=', importId)
    .returning('media_bytes')
    .executeTakeFirstOrThrow()
  if (all >= AT_ONCE.bytes) await leaveRest(act, { importId, reason: TOO_MUCH })
}

/** Those that still wait are not tried, for a reason. */
export async function leaveRest(
  { tx }: Act,
  { importId, reason }: { importId: string; reason: string },
): Promise<void> {
  await tx
    .updateTable('publishing.media')
    .set({ state: 'failed', reason })
    .where('import_id', '=', importId)
    .where('state', '=', 'waiting')
    .execute()
}

/** Null when nothing was to be fetched for this import. */
export async function mediaOf(tx: Tx, importId: string): Promise<MediaProgress | null> {
  const one = await tx
    .selectFrom('publishing.import')
    .select('media_site')
    .where('id', '=', importId)
    .executeTakeFirst()
  return one && one.media_site !== null ? progressOf(tx, importId) : null
}

export async function progressOf(tx: Tx, importId: string): Promise<MediaProgress> {
  const { rows } = await sql<{ state: string; reason: string | null; count: number; examples: string[] }>`
    select m.state, case when m.state = 'failed' then m.reason end as reason, count(*) as count,
      (array_agg(p.path order by p.path))[1:5] as examples
    from publishing.media m join publishing.picture p on p.id = m.picture_id
    where m.import_id = ${importId} group by 1, 2 order by count(*) desc, 2`.execute(tx)
  const sum = (state: string) =>
    rows.filter((row) => row.state === state).reduce((total, { count }) => total + count, 0)
  return {
    waiting: sum('waiting'),
    here: sum('here'),
    failed: sum('failed'),
    reasons: rows.flatMap(({ reason, count, examples }) => (reason === null ? [] : [{ reason, count, examples }])),
  }
}
