import type pg from 'pg'
import { migrate } from '../migrations.ts'
import { Refusal } from '../refusal.ts'
import { type Place, rowsOf } from './archive.ts'
import { type ArchiveTable, readCatalogue, travelling } from './catalogue.ts'
import { asOwner } from './connection.ts'
import { fingerprint } from './format.ts'
import { type Load, loadTable, refuseOtherTables } from './load.ts'
import { FILES_LOCK, RESTORE_LOCK } from './lock.ts'
import { type PlannedGroup, planRestore, type RestoreOrder, type RestorePlan } from './plan.ts'
import { type Contents, readArchive } from './read.ts'
import { advanceIdentities, renumberUndo } from './renumber.ts'
import { clearRestoredFiles, RestoredFiles } from './restoredFiles.ts'
import { dropStaging, inStaging, type Server } from './staging.ts'
import { schemaVersion } from './version.ts'

/** The installation that is restored into, its schema up to date. */
export interface RestorePlace extends Place, Server {
  /** Done in the same transaction, when every row is in its place. */
  readonly atTheEnd?: (client: pg.Client, groups: readonly PlannedGroup[]) => Promise<void>
}

export interface Restored {
  readonly groups: readonly PlannedGroup[]
  readonly rows: number
  readonly files: number
  /** Files that were missing already when the archive was made. */
  readonly missing: number
  /** Rows that are of use only under the other installation's secret. */
  readonly left: number
}

/**
 * Restores an archive: all groups into an empty installation, or one group, as a new one, into an installation that lives.
 * The archive is read to its end before anything changes; then its rows come in within one transaction, after its files.
 * A Refusal of one sentence when it cannot be, and nothing has changed.
 */
export async function restore(place: RestorePlace, order: RestoreOrder): Promise<Restored> {
  order.progress?.('Reading the archive …')
  const contents = await readArchive(order.file)
  const version = schemaVersion(contents.manifest)
  return underLocks(place.owner, async (client) => {
    await clearRestoredFiles(client, place.services.files)
    await dropStaging(place)
    const plan = await planRestore(client, contents.manifest, order)
    const files = new RestoredFiles(place.services.files, plan.groups)
    const restoring: Restoring = { place, order, client, contents, plan, files }
    try {
      const counted = await (version === 'older' ? viaStaging(restoring) : directly(restoring))
      await files.end()
      await analyse(client)
      return { ...counted, groups: plan.groups, files: files.count, missing: missingOf(restoring) }
    } catch (error) {
      await client.query('rollback')
      await clearRestoredFiles(client, place.services.files)
      throw noRoom(error) ?? error
    }
  })
}

interface Restoring {
  readonly place: RestorePlace
  readonly order: RestoreOrder
  readonly client: pg.Client
  readonly contents: Contents
  readonly plan: RestorePlan
  readonly files: RestoredFiles
}
interface Counted {
  readonly rows: number
  readonly left: number
}

/**
 * The locks are given back before the connection goes: the server notices that a moment later, and whoever mends what was
 * refused and tries again would hear that another restore is under way.
 */
const underLocks = <T>(owner: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> =>
  asOwner(owner, async (client) => {
    await takeLocks(client)
    try {
      return await work(client)
    } finally {
      await client.query('select pg_advisory_unlock_all()').catch(() => {}) // with the connection they go by themselves
    }
  })

async function takeLocks(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [RESTORE_LOCK])
  if (!rows[0]!.mine) throw new Refusal('Another restore is under way: wait until it is done.')
  await client.query('select pg_advisory_lock_shared($1)', [FILES_LOCK])
}

/** The archive's schema is ours: straight from its parts into our tables. */
async function directly(restoring: Restoring): Promise<Counted> {
  const { client, plan } = restoring
  const tables = travelling(await readCatalogue(client))
  refuseOtherTables(restoring.contents.manifest, tables)
  await restoring.files.begin()
  await begin(restoring)
  const load: Load = { client, tables, groups: plan.groups, leftOut: leftOut(restoring, tables) }
  const counted = await loadArchive(restoring, load)
  await finish(restoring, tables)
  return counted
}

/** An older schema: into a database of its own in that version, brought up to date there, and from there into our tables. */
async function viaStaging(restoring: Restoring): Promise<Counted> {
  const { client, plan, place, contents } = restoring
  const migrations = new Set(contents.manifest.migrations.map(({ name }) => name))
  return inStaging(place, migrations, async (staging) => {
    const unchanged = plan.groups.map(({ was }): PlannedGroup => ({ ...was, was, renamed: false }))
    await asOwner(staging.owner, async (aside) => {
      const tables = travelling(await readCatalogue(aside))
      refuseOtherTables(contents.manifest, tables)
      await restoring.files.begin()
      await aside.query('begin')
      await loadArchive(restoring, { client: aside, tables, groups: unchanged, leftOut: new Set() })
      await aside.query('commit')
    })
    await migrate(staging.owner)
    return asOwner(staging.owner, async (aside) => {
      const tables = travelling(await readCatalogue(client))
      await begin(restoring)
      const load: Load = { client, tables, groups: plan.groups, leftOut: leftOut(restoring, tables) }
      const counted = { rows: 0, left: 0 }
      for (const table of tables) {
        const { loaded, left } = await loadTable(
          load,
          { ...table, columns: [...table.columns] },
          rowsOf(aside, table, null),
        )
        counted.rows += loaded
        counted.left += left
      }
      await finish(restoring, tables)
      return counted
    })
  })
}

async function begin({ client, plan }: Restoring): Promise<void> {
  await client.query('begin')
  if (!plan.whole) return
  await client.query('lock table platform.group in share row exclusive mode')
  const { rowCount } = await client.query('select from platform.group limit 1')
  if (rowCount) throw new Refusal('A group was made here meanwhile: restore into an empty data folder.')
}

/** Reads the archive once more, now for good: every check is made again on the way. */
async function loadArchive({ order, files, contents }: Restoring, load: Load): Promise<Counted> {
  const counted = { rows: 0, left: 0 }
  const byName = new Map(contents.manifest.tables.map((table) => [table.name, table]))
  const again = await readArchive(order.file, {
    table: async (name, rows) => {
      order.progress?.(`${name} …`)
      const { loaded, left } = await loadTable(load, byName.get(name) ?? { name, columns: [] }, rows)
      counted.rows += loaded
      counted.left += left
    },
    file: (file, content) => files.store(file, content),
  })
  if (JSON.stringify(again) !== JSON.stringify(contents)) throw new Refusal('The archive changed while it was read.')
  return counted
}

async function finish(
  { client, plan, files, place, contents }: Restoring,
  tables: readonly ArchiveTable[],
): Promise<void> {
  await advanceIdentities(client, tables)
  for (const group of plan.groups) await renumberUndo(client, tables, group)
  if (contents.manifest.moving)
    await client.query('update platform.group set suspended_at = null, suspended_because = null where id = any($1)', [
      plan.groups.map(({ id }) => id),
    ])
  await place.atTheEnd?.(client, plan.groups)
  await files.settle()
  await client.query('commit')
}

const leftOut = ({ contents, place }: Restoring, tables: readonly ArchiveTable[]): ReadonlySet<string> =>
  contents.manifest.secret === fingerprint(place.services.secret)
    ? new Set()
    : new Set(tables.filter(({ travels }) => travels === 'with the secret').map(({ name }) => name))

const missingOf = ({ contents, plan }: Restoring): number =>
  contents.sums.missing.filter(({ group }) => plan.groups.some(({ was }) => was.id === group)).length

/** Until a table is analysed the planner thinks it empty. */
async function analyse(client: pg.Client): Promise<void> {
  const tables = travelling(await readCatalogue(client))
  await client.query(`analyze ${tables.map(({ quoted }) => quoted).join(', ')}`)
}

/** A full disk, met by us (errno(3)) or by PostgreSQL (its appendix A), in words. */
function noRoom(error: unknown): Refusal | null {
  const { code } = error as { code?: string }
  if (!['ENOSPC', 'EDQUOT', 'EFBIG', '53100'].includes(code ?? '')) return null
  return new Refusal('There is no room here for what the archive holds, so nothing was restored.')
}
