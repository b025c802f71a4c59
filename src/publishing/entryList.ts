import { anywhere } from '../platform/likePattern.ts'
import { sql } from 'kysely'
import type { Tx } from '../platform/database.ts'
import type { Kind, Status } from './rules.ts'

export interface ListedEntry {
  readonly id: string
  readonly title: string
  readonly status: Status
  readonly author: string | null
  readonly path: string | null
  readonly parentId: string | null
  readonly publishedAt: Date | null
  readonly savedAt: Date
  /** Saved since what the public sees was published. */
  readonly unpublishedChanges: boolean
  readonly pinned: boolean
}

export interface EntryFilter {
  readonly kind: Kind
  readonly status?: Status | undefined
  readonly words?: string | undefined
  /** From 1 */
  readonly page: number
}

export const ENTRIES_A_PAGE = 30

/** One page of an officer's list: what is being written first, then the newest. Two queries, whatever its length. */
export async function listEntries(
  tx: Tx,
  filter: EntryFilter,
): Promise<{ readonly rows: readonly ListedEntry[]; readonly counts: EntryCounts }> {
  const query = entriesOf(tx, filter.kind)
    .$if(filter.status !== undefined, (q) => q.where('e.status', '=', filter.status!))
    .$if(Boolean(filter.words), (q) => q.where('t.title', 'ilike', anywhere(filter.words!)))
  const rows = await query
    .leftJoin('publishing.author as a', 'a.id', 'e.author_id')
    .leftJoin('publishing.address as ad', 'ad.entry_id', 'e.id')
    .leftJoin('publishing.draft as d', 'd.entry_id', 'e.id')
    .select(['e.id', 't.title', 'e.status', 'a.name as author', 'ad.path', 'e.parent_id as parentId', 'e.pinned'])
    .select(['e.published_at as publishedAt', 't.made_at as savedAt'])
    .select(
      sql<boolean>`e.status = 'published' and (d.entry_id is not null or t.number <> e.published_version)`.as(
        'unpublishedChanges',
      ),
    )
    .orderBy(sql`array_position(array['draft', 'scheduled'], e.status)`)
    .orderBy(sql`coalesce(e.published_at, t.made_at)`, 'desc')
    .orderBy('e.id')
    .limit(ENTRIES_A_PAGE)
    .offset((filter.page - 1) * ENTRIES_A_PAGE)
    .execute()
  return { rows: rows.map((row) => ({ ...row, status: row.status as Status })), counts: await countEntries(tx, filter) }
}

export interface EntryCounts extends Readonly<Record<Status, number>> {
  readonly all: number
  /** Of those that match the whole filter. */
  readonly matching: number
}

/** Whose moment to appear has come. */
export async function dueEntries(tx: Tx, now: Date): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('publishing.entry')
    .select('id')
    .where('status', '=', 'scheduled')
    .where('published_at', '<=', now)
    .orderBy('published_at')
    .execute()
  return rows.map(({ id }) => id)
}

async function countEntries(tx: Tx, { kind, status, words }: EntryFilter): Promise<EntryCounts> {
  const title = words ? anywhere(words) : '%'
  const rows = await entriesOf(tx, kind)
    .select('e.status')
    .select(({ fn }) => fn.countAll<number>().as('all'))
    .select(sql<number>`count(*) filter (where t.title ilike ${title})`.as('matching'))
    .groupBy('e.status')
    .execute()
  const count = (one: Status) => rows.find((row) => row.status === one)?.all ?? 0
  const matching = rows
    .filter((row) => status === undefined || row.status === status)
    .reduce((sum, row) => sum + row.matching, 0)
  const all = rows.reduce((sum, row) => sum + row.all, 0)
  return {
    draft: count('draft'),
    scheduled: count('scheduled'),
    published: count('published'),
    withdrawn: count('withdrawn'),
    all,
    matching,
  }
}

const entriesOf = (tx: Tx, kind: Kind) =>
  tx
    .selectFrom('publishing.entry as e')
    .innerJoin('writing.text as t', (join) =>
      join.onRef('t.document_id', '=', 'e.document_id').on('t.number', '=', sql<number>`t.latest`),
    )
    .where('e.kind', '=', kind)

export interface NamedPage {
  readonly id: string
  readonly title: string
}

/** All pages by their latest title, for choosing one. */
export async function pagesByName(tx: Tx): Promise<readonly NamedPage[]> {
  return entriesOf(tx, 'page').select(['e.id', 't.title']).orderBy('t.title').limit(500).execute()
}

/** Published posts, newest first, for choosing one. Those the menu leads to are always among them. */
export async function postsByDate(tx: Tx): Promise<readonly NamedPage[]> {
  const inMenu = sql<boolean>`exists (select 1 from publishing.menu_item m where m.entry_id = e.id)`
  const rows = await entriesOf(tx, 'post')
    .select(['e.id', 't.title'])
    .where((eb) => eb.or([eb('e.status', '=', 'published'), inMenu]))
    .orderBy(inMenu, 'desc')
    .orderBy('e.published_at', 'desc')
    .limit(100)
    .execute()
  return rows
}
