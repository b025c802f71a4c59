import { rename, rm } from 'node:fs/promises'
import type pg from 'pg'
import { syncFolder } from '../durable.ts'
import { noGroupCalled } from '../groupNames.ts'
import { Refusal } from '../refusal.ts'
import { programVersion } from '../root.ts'
import type { Services } from '../services.ts'
import { type ArchiveTable, columnsOf, readCatalogue, travelling } from './catalogue.ts'
import { asOwner } from './connection.ts'
import { copyOut } from './copyOut.ts'
import { addErased, erasedOf } from './erasures.ts'
import { type ArchiveFolder, clearUnfinished, makeFolder, newNames, prune } from './folder.ts'
import { type ArchivedGroup, fingerprint, FORMAT, type Manifest, PART_BYTES, type Sums, VERSION } from './format.ts'
import { ARCHIVE_LOCK, FILES_LOCK } from './lock.ts'
import { Packing } from './pack.ts'

/** The installation an archive is made of, or restored into. */
export interface Place {
  /** How the owner of the tables connects. */
  readonly owner: pg.ClientConfig
  readonly services: Pick<Services, 'files' | 'secret'>
}

export interface ArchiveOrder {
  readonly folder: string
  /** One group's short name; all groups when left out. */
  readonly slug?: string
  /** How many archives of this kind stay in the folder; all when left out. */
  readonly keep?: number
  /** The one group was paused for a move. */
  readonly moving?: boolean
  readonly at?: Date
  readonly progress?: (line: string) => void
}

export interface Archived {
  readonly path: string
  readonly groups: number
  readonly rows: number
  readonly files: number
  /** Files named by a row that are not on the disk, or not what they were. */
  readonly missing: number
  /** Names of older archives that made room. */
  readonly removed: readonly string[]
}

/**
 * Writes an archive as everything stood at one moment, while writing goes on. It has its name only once it is whole and on
 * the disk. A Refusal when another is being written, the group is unknown, or the folder has no room.
 */
export async function writeArchive(place: Place, order: ArchiveOrder): Promise<Archived> {
  const { folder: path, slug, at = new Date() } = order
  await makeFolder(path)
  return asOwner(place.owner, async (client) => {
    await takeLocks(client)
    const folder: ArchiveFolder = { path, secret: place.services.secret }
    await clearUnfinished(folder)
    const snapshot = await openSnapshot(client, slug)
    const names = await newNames(folder, { at, slug })
    const sums = await writeWhole({ ...place, client, snapshot, order: { ...order, at } }, names.unfinished)
    await rename(names.unfinished, names.final)
    await syncFolder(path)
    await addErased(path, await erasedOf(client, snapshot.only))
    const removed = order.keep === undefined ? [] : await prune(folder, { keep: order.keep, slug })
    const rows = sums.tables.reduce((sum, table) => sum + table.rows, 0)
    const { count } = sums.files
    return {
      path: names.final,
      groups: snapshot.groups.length,
      rows,
      files: count,
      missing: sums.missing.length,
      removed,
    }
  })
}

async function takeLocks(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [ARCHIVE_LOCK])
  if (!rows[0]!.mine) throw new Refusal('Another archive is being written: wait until it is done.')
  await client.query('select pg_advisory_lock_shared($1)', [FILES_LOCK])
}

/** What stands still while the archive is written. */
interface Snapshot {
  readonly tables: readonly ArchiveTable[]
  readonly groups: readonly ArchivedGroup[]
  readonly migrations: Manifest['migrations']
  /** All groups, or the number of one. */
  readonly only: number | null
}

/** Locks come before the snapshot, so that no table can change its form after it. */
async function openSnapshot(client: pg.Client, slug: string | undefined): Promise<Snapshot> {
  const locked = travelling(await readCatalogue(client))
  await client.query('begin isolation level repeatable read read only')
  await client.query(`lock table ${locked.map(({ quoted }) => quoted).join(', ')} in access share mode`)
  const tables = travelling(await readCatalogue(client))
  const { rows: groups } = await client.query<ArchivedGroup>(
    `select id, slug, name, (select coalesce(array_agg(h.name order by h.name), '{}') from platform.host h where group_id = g.id) as hosts
     from platform.group g where ($1::text is null or slug = $1) and ${NO_TRIAL('id')} order by id`,
    [slug ?? null],
  )
  if (slug !== undefined && !groups.length) throw noGroupCalled(slug)
  const { rows: migrations } = await client.query<Manifest['migrations'][number]>(
    'select name, hash from bookkeeping.migration order by name',
  )
  return { tables, groups, migrations, only: slug === undefined ? null : groups[0]!.id }
}

interface Writing extends Place {
  readonly client: pg.Client
  readonly snapshot: Snapshot
  readonly order: ArchiveOrder & { readonly at: Date }
}

/** Writes it under the name it has until it is whole, and takes that away again when something goes wrong. */
async function writeWhole(writing: Writing, unfinished: string): Promise<Sums> {
  const packing = new Packing(unfinished, writing.order.at)
  try {
    const sums = await writeEntries(writing, packing)
    await packing.finish()
    return sums
  } catch (error) {
    packing.abandon()
    const trouble = await packing.written.then(
      () => null,
      (reason: unknown) => reason,
    )
    await rm(unfinished, { force: true })
    throw noRoom(trouble, writing.order.folder) ?? noRoom(error, writing.order.folder) ?? error
  }
}

async function writeEntries(writing: Writing, packing: Packing): Promise<Sums> {
  const { snapshot, client, order } = writing
  const manifest = await packing.json('manifest.json', manifestOf(writing))
  const tables: Sums['tables'] = []
  for (const table of snapshot.tables) {
    order.progress?.(`${table.name} …`)
    tables.push({
      name: table.name,
      ...(await packing.table(table.name, rowsOf(client, table, snapshot.only))),
    } as Sums['tables'][number])
  }
  const { files, missing } = await writeFiles(writing, packing)
  const sums: Sums = { manifest, tables, files, missing }
  await packing.json('sums.json', sums)
  return sums
}

/** What is erased after a day must not lie in archives for weeks. */
const NO_TRIAL = (groupNumber: string): string =>
  `${groupNumber} not in (select id from platform.group where trial_until is not null)`

/** A table's rows as COPY writes them, of one group or all, in the parts of an archive. */
export function rowsOf(client: pg.Client, table: ArchiveTable, only: number | null): AsyncIterable<Buffer> {
  const columns = columnsOf(table)
  const [number = ''] = columns.split(',')
  const where = only === null ? NO_TRIAL(number) : `${number} = ${only}`
  const text = `copy (select ${columns} from ${table.quoted} where ${where}) to stdout`
  return copyOut(client, { text, partBytes: PART_BYTES })
}

const FILES_AT_ONCE = 1000

async function writeFiles({ client, snapshot, services, order }: Writing, packing: Packing) {
  const missing: Sums['missing'] = []
  const files = { count: 0, bytes: 0 }
  await client.query(
    `declare files no scroll cursor for select group_id as "group", sha256 from platform.file
     where ${snapshot.only === null ? NO_TRIAL('group_id') : `group_id = ${snapshot.only}`} order by group_id, sha256 collate "C"`,
  )
  for (;;) {
    const { rows } = await client.query<Sums['missing'][number]>(`fetch ${FILES_AT_ONCE} from files`)
    if (!rows.length) return { files, missing }
    for (const file of rows) {
      const bytes = await packing.file(services.files.path(file.group, file.sha256), file)
      if (bytes === false) missing.push(file)
      else {
        files.count += 1
        files.bytes += bytes
      }
    }
    order.progress?.(`${files.count} files …`)
  }
}

function manifestOf({ snapshot, services, order }: Writing): Manifest {
  return {
    format: FORMAT,
    version: VERSION,
    program: programVersion(),
    madeAt: order.at.toISOString(),
    secret: fingerprint(services.secret),
    scope: snapshot.only === null ? 'all' : 'group',
    moving: order.moving ?? false,
    migrations: snapshot.migrations,
    groups: [...snapshot.groups],
    tables: snapshot.tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
  }
}

/** A full disk, a full quota or a file that may not grow (errno(3)), in words. */
function noRoom(error: unknown, folder: string): Refusal | null {
  const code = (error as NodeJS.ErrnoException | null)?.code
  if (!['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code ?? '')) return null
  return new Refusal(
    `There is no room for the archive in ${folder}: it was not kept. Make room, or choose another folder.`,
  )
}
