import type pg from 'pg'
import { asHost, isShortName } from '../groups.ts'
import { Refusal } from '../refusal.ts'
import type { ArchivedGroup, Manifest } from './format.ts'

export interface RestoreOrder {
  readonly file: string
  /** One group of an archive that holds all. */
  readonly slug?: string
  /** Another short name for the one group. */
  readonly as?: string
  /** The names the one group answers to here, instead of those it had. */
  readonly hosts?: readonly string[]
  readonly progress?: (line: string) => void
}

/** What a restore will make: each group with its number there and here. */
export interface RestorePlan {
  /** Into an empty installation, where every group keeps its number. */
  readonly whole: boolean
  readonly groups: readonly PlannedGroup[]
}
export interface PlannedGroup {
  readonly was: ArchivedGroup
  readonly id: number
  readonly slug: string
  readonly hosts: readonly string[]
  /** Its hosts are others than before; the first is the main one. */
  readonly renamed: boolean
}

/** Decides it, or refuses in a sentence. Nothing has changed by then but that a number for a group may have been used up. */
export async function planRestore(client: pg.Client, manifest: Manifest, order: RestoreOrder): Promise<RestorePlan> {
  if (!manifest.groups.length) throw new Refusal('This archive holds no group.', 422)
  if (manifest.scope === 'all' && order.slug === undefined) return planWhole(client, manifest, order)
  const was = pick(manifest, order.slug)
  const slug = order.as ?? was.slug
  const hosts = [...new Set((order.hosts ?? was.hosts).map(asHost))]
  if (!isShortName(slug)) throw new Refusal('A short name has small letters, digits and hyphens, at most 40.', 422)
  await refuseTaken(client, slug, hosts)
  const { rows } = await client.query<{ id: number }>(
    `select nextval(pg_get_serial_sequence('platform.group', 'id'))::int as id`,
  )
  return {
    whole: false,
    groups: [{ was, id: rows[0]!.id, slug, hosts, renamed: order.hosts !== undefined }],
  }
}

async function planWhole(client: pg.Client, { groups }: Manifest, { as, hosts }: RestoreOrder): Promise<RestorePlan> {
  if (as !== undefined || hosts !== undefined)
    throw new Refusal('This archive holds all groups: say with --group which of them gets another name.', 422)
  const { rowCount } = await client.query('select from platform.group limit 1')
  if (rowCount)
    throw new Refusal(
      'This installation has groups already, and a restore never writes over one: restore into an empty data folder, or one group with --group.',
    )
  return { whole: true, groups: groups.map((was) => ({ ...was, was, renamed: false })) }
}

function pick({ groups }: Manifest, slug: string | undefined): ArchivedGroup {
  const found = slug === undefined ? groups[0] : groups.find((group) => group.slug === slug)
  if (found) return found
  const some = groups.slice(0, 10).map((group) => group.slug)
  throw new Refusal(
    `This archive holds no group “${slug}”, but ${some.join(', ')}${groups.length > 10 ? ' …' : ''}.`,
    404,
  )
}

async function refuseTaken(client: pg.Client, slug: string, hosts: readonly string[]): Promise<void> {
  const same = await client.query('select from platform.group where slug = $1', [slug])
  if (same.rowCount)
    throw new Refusal(
      `There is a group “${slug}” here, and a restore never writes over one: give this one another short name with --as.`,
    )
  const { rows } = await client.query<{ name: string }>('select name from platform.host where name = any($1)', [hosts])
  if (rows[0])
    throw new Refusal(
      `Another group here answers to ${rows[0].name}: give this one other names with --host, or none with --no-hosts.`,
    )
}
