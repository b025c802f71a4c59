import { readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import type { Tx } from './database.ts'
import { aloneWithFiles } from './filesLock.ts'
import { enqueue, type Job } from './jobs.ts'
import type { GroupContext, Timed } from './slice.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Weekly: files that no record of the group names. While an archive is being made it tries again in an hour. */
const removeOrphans: Job<Record<never, never>> = {
  name: 'platform.remove_orphans',
  async run(context) {
    const { pool } = context.services
    if (await aloneWithFiles(pool, () => removeOrphansOf(context))) return
    await context.act((act) =>
      enqueue(act, { job: removeOrphans, payload: {}, at: new Date(act.at.getTime() + HOUR), key: removeOrphans.name }),
    )
  },
}

export const orphanRound: Timed = { job: removeOrphans, cron: '47 3 * * 0' }

/**
 * Removes rows of platform.file that nothing points to, and then what lies on the disk under no name that counts. A file
 * is written before the row that names it commits, so what is younger than a day stays.
 */
async function removeOrphansOf({ group, act, services: { files } }: GroupContext): Promise<void> {
  const named = await act(async ({ tx, at }) => {
    const inUse = await namedFiles(tx)
    await sql`delete from platform.file where stored_at < ${new Date(at.getTime() - DAY)} and sha256 <> all(${inUse})`.execute(
      tx,
    )
    const { rows } = await sql<{ sha256: string }>`select sha256 from platform.file`.execute(tx)
    return new Set([...inUse, ...rows.map(({ sha256 }) => sha256)])
  })
  const folder = dirname(files.path(group.id, 'x'))
  for (const name of await readdir(folder).catch(() => [])) {
    if (!named.has(name)) await removeIfOld(folder, name)
  }
}

/** Moved aside first: should somebody store the same bytes in this very moment, the young file goes back to its place. */
async function removeIfOld(folder: string, name: string): Promise<void> {
  const [path, aside] = [join(folder, name), join(folder, `.removed-${name.replace(/^\.(removed-)?/, '')}`)]
  if (await isYoung(path)) return
  if (aside !== path) await rename(path, aside)
  if (aside !== path && (await isYoung(aside))) return rename(aside, path)
  await rm(aside, { force: true })
}

const isYoung = async (path: string): Promise<boolean> => Date.now() - (await stat(path)).mtimeMs < DAY

/** What the group's records name, and what an undo would bring back. */
async function namedFiles(tx: Tx): Promise<string[]> {
  const columns = await fileColumns(tx)
  const each = columns.flatMap(({ table, column }) => [
    sql`select ${sql.ref(column)} as sha256 from ${sql.table(table)}`,
    sql`select before->>${sql.lit(column)} from platform.undo where table_name = ${sql.lit(table)}`,
  ])
  const { rows } = await sql<{
    sha256: string
  }>`select sha256 from (${sql.join(each, sql` union `)}) as named where sha256 is not null`.execute(tx)
  return rows.map(({ sha256 }) => sha256)
}

/**
 * Every column of a group's table that names a file, as the catalogue has it: by a foreign key to platform.file, or, where
 * the file has no row of its own (an export waiting to be imported), by a name that ends in sha256.
 */
async function fileColumns(tx: Tx): Promise<readonly { table: string; column: string }[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select distinct nspname || '.' || relname as table, a.attname as column
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and c.oid <> 'platform.file'::regclass and n.nspname not in ('pg_catalog', 'information_schema')
      and exists (select from pg_attribute g where g.attrelid = c.oid and g.attname = 'group_id' and not g.attisdropped)
      and (a.attname like '%sha256' or exists (
        select from pg_constraint k, unnest(k.conkey, k.confkey) as pair (own, theirs)
        join pg_attribute f on f.attrelid = 'platform.file'::regclass and f.attnum = pair.theirs and f.attname = 'sha256'
        where k.contype = 'f' and k.conrelid = c.oid and k.confrelid = 'platform.file'::regclass and pair.own = a.attnum))`.execute(
    tx,
  )
  return rows
}
