import { readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import type { Job } from './jobs.ts'
import type { GroupContext, Timed } from './slice.ts'

const DAY = 86_400_000

/** Nightly: what undo and the rate limits need no more, and files that no record names. */
const sweepUp: Job<Record<never, never>> = {
  name: 'platform.sweep_up',
  async run(context) {
    await context.act(async ({ tx, at }) => {
      await sql`delete from platform.undo where expires_at <= ${at}`.execute(tx)
      await sql`delete from platform.rate where window_at < ${new Date(at.getTime() - 2 * DAY)}`.execute(tx)
    })
    await removeOrphans(context)
  },
}

export const platformTimetable: readonly Timed[] = [{ job: sweepUp, cron: '23 2 * * *' }]

/** A file is written before its row commits, so only one that has lain unnamed for two days is nobody's. */
async function removeOrphans({ group, read, services: { files } }: GroupContext): Promise<void> {
  const folder = dirname(files.path(group.id, 'x'))
  const { rows } = await read((tx) => sql<{ sha256: string }>`select sha256 from platform.file`.execute(tx))
  const named = new Set(rows.map(({ sha256 }) => sha256))
  for (const name of await readdir(folder).catch(() => [])) {
    if (named.has(name)) continue
    const path = join(folder, name)
    if (Date.now() - (await stat(path)).mtimeMs > 2 * DAY) await rm(path, { force: true })
  }
}
