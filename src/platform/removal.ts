import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import pg from 'pg'
import { readCatalogue } from './archive/catalogue.ts'
import { FILES_LOCK } from './archive/lock.ts'
import { groupFlag } from './jobs.ts'
import { Refusal } from './refusal.ts'
import type { Services } from './services.ts'
import type { Round } from './tasks.ts'

/** A group goes when its waiting time is over, at once if it is suspended and the host insists, or when it was a trial that has ended. */
const WHEN = {
  due: 'remove_at <= now()',
  insisted: 'suspended_at is not null',
  tried: 'trial_until <= now()',
} as const

/** What went. */
export interface Removed {
  readonly rows: number
}

/** Daily: groups whose waiting time is over. */
export const removalRound = (owner: pg.ClientConfig): Round => ({
  name: 'platform.remove_due_groups',
  cron: '7 4 * * *',
  run: (services) => removeAll(services, owner, 'due'),
})

/** Every few minutes: trials that have ended. */
export const trialRound = (owner: pg.ClientConfig): Round => ({
  name: 'platform.erase_ended_trials',
  cron: '*/5 * * * *',
  run: (services) => removeAll(services, owner, 'tried'),
})

/** One group's trouble does not stop the next. */
async function removeAll(services: Services, owner: pg.ClientConfig, when: keyof typeof WHEN): Promise<void> {
  const { rows } = await services.pool.query<{ id: number }>(`select id from platform.group where ${WHEN[when]}`)
  for (const { id } of rows) {
    await removeGroup(services, owner, { id, when }).catch((error: unknown) =>
      services.log.fault(`removal of group ${id}`, error),
    )
  }
}

/**
 * Removes a group for good: every row of every table that has a group_id, those that others point to last, all in one
 * transaction; then its jobs and its files. As the owner, because the app’s role may not touch the journal. A group that
 * was taken back meanwhile stays. The log says it by its number alone.
 */
export async function removeGroup(
  services: Services,
  owner: pg.ClientConfig,
  { id, when }: { id: number; when: keyof typeof WHEN },
): Promise<Removed> {
  const client = new pg.Client(owner)
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [FILES_LOCK]) // an archive under way is finished first
    const rows = await removeRows(client, { id, when })
    await services.pool.query('delete from graphile_worker._private_jobs where flags ? $1', [groupFlag(id)])
    await rm(dirname(services.files.path(id, 'x')), { recursive: true, force: true })
    await services.groups.load()
    services.log.info(`group ${id} was removed: ${rows} rows and all its files`)
    return { rows }
  } finally {
    await client.end()
  }
}

/** Locked first, so that whoever takes the group back in this moment either comes before or is told that it has gone. */
async function removeRows(client: pg.Client, { id, when }: { id: number; when: keyof typeof WHEN }): Promise<number> {
  await client.query('begin')
  const { rowCount } = await client.query(`select from platform.group where id = $1 and ${WHEN[when]} for update`, [id])
  if (!rowCount) throw new Refusal('Somebody has taken this group back, so it is not removed.')
  let rows = 0
  for (const table of await tablesOfGroups(client)) {
    // Its own parents and children are in the same statement, after which foreign keys are looked at.
    rows += (await client.query(`delete from ${table} where group_id = $1`, [id])).rowCount ?? 0
  }
  rows += (await client.query('delete from platform.group where id = $1', [id])).rowCount ?? 0
  await client.query('commit')
  return rows
}

/** As the catalogue has them, so that none is forgotten, each before those it points to. */
export const tablesOfGroups = async (client: Pick<pg.Client, 'query'>): Promise<readonly string[]> =>
  (await readCatalogue(client))
    .filter(({ columns }) => columns[0] === 'group_id')
    .map(({ quoted }) => quoted)
    .toReversed()
