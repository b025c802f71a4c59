import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import { keepForUndo } from '../../platform/undo.ts'
import { FormRefusal } from '../../platform/formRefusal.ts'
import { freeSlug, slugFrom } from '../rules.ts'
import { seriesChanged, seriesMade, seriesRemoved } from './events.ts'

/** Posts that belong together in an order. */
export interface Series {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly about: string
}

export interface SeriesWords {
  readonly name: string
  readonly about: string
  /** The end of its address; made from the name when empty. */
  readonly slug: string
}

export async function create(act: Act, { name, about, slug: typed }: SeriesWords): Promise<string> {
  const slug = typed ? await checkedSlug(act.tx, { typed, name }) : freeSlug(slugFrom('', name), await slugs(act.tx))
  const { id } = await act.tx
    .insertInto('publishing.series')
    .values({ group_id: act.group.id, slug, name, about })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepForUndo(act, { table: 'publishing.series', key: { id }, inserted: true })
  await record(act, seriesMade, { series: id })
  return id
}

/** An empty slug keeps the address as it is. */
export async function change(act: Act, id: string, { name, about, slug: typed }: SeriesWords): Promise<void> {
  const before = await lock(act, id)
  const slug = typed ? await checkedSlug(act.tx, { typed, name, own: before.slug }) : before.slug
  await keepForUndo(act, { table: 'publishing.series', key: { id } })
  await act.tx.updateTable('publishing.series').set({ name, about, slug }).where('id', '=', id).execute()
  await record(act, seriesChanged, { series: id })
}

/** Its posts stay; they are no longer parts. */
export async function remove(act: Act, id: string): Promise<void> {
  await lock(act, id)
  for (const entryId of await partIds(act.tx, id)) await takeAway(act, entryId)
  await keepForUndo(act, { table: 'publishing.series', key: { id } })
  await act.tx.deleteFrom('publishing.series').where('id', '=', id).execute()
  await record(act, seriesRemoved, { series: id })
}

/** Puts a post at the end. A post that is part of another series is refused. */
export async function addPart(act: Act, id: string, entryId: string): Promise<void> {
  await lock(act, id)
  const { tx } = act
  const post = await tx
    .selectFrom('publishing.entry as e')
    .leftJoin('publishing.series_part as p', 'p.entry_id', 'e.id')
    .select(['e.id', 'p.series_id'])
    .where('e.id', '=', entryId)
    .where('e.kind', '=', 'post')
    .executeTakeFirst()
  if (!post) throw new FormRefusal('entry', 'There is no such post any more.')
  if (post.series_id) throw new FormRefusal('entry', 'This post is part of a series already. Take it out there first.')
  const position = (await partIds(tx, id)).length
  const row = { group_id: act.group.id, entry_id: entryId, series_id: id, position }
  await tx.insertInto('publishing.series_part').values(row).execute()
  await keepForUndo(act, { table: 'publishing.series_part', key: { entry_id: entryId }, inserted: true })
  await record(act, seriesChanged, { series: id })
}

export async function removePart(act: Act, id: string, entryId: string): Promise<void> {
  await lock(act, id)
  const parts = await partIds(act.tx, id)
  if (!parts.includes(entryId)) throw new Refusal('This post is no part of the series any more.')
  await takeAway(act, entryId)
  await setOrder(
    act,
    parts.filter((part) => part !== entryId),
  )
  await record(act, seriesChanged, { series: id })
}

/** Moves a part one place up or down; nothing happens at either end. */
export async function movePart(act: Act, id: string, { entryId, by }: { entryId: string; by: -1 | 1 }): Promise<void> {
  await lock(act, id)
  const parts = await partIds(act.tx, id)
  const at = parts.indexOf(entryId)
  if (at === -1) throw new Refusal('This post is no part of the series any more.')
  const other = parts[at + by]
  if (other === undefined) return
  await setOrder(act, parts.with(at, other).with(at + by, entryId))
  await record(act, seriesChanged, { series: id })
}

/** By name. */
export async function list(tx: Tx): Promise<readonly (Series & { readonly parts: number })[]> {
  const { rows } = await sql<Series & { parts: number }>`
    select s.id, s.slug, s.name, s.about, count(p.entry_id) as parts from publishing.series s
    left join publishing.series_part p on p.series_id = s.id group by s.group_id, s.id order by lower(s.name), s.id`.execute(
    tx,
  )
  return rows
}

export const find = (tx: Tx, id: string): Promise<Series | undefined> =>
  tx.selectFrom('publishing.series').select(['id', 'slug', 'name', 'about']).where('id', '=', id).executeTakeFirst()

/** The rows of a post's place in a series, kept before the post is deleted. */
export async function keepPart(act: Act, entryId: string): Promise<void> {
  const part = await act.tx
    .selectFrom('publishing.series_part')
    .select('entry_id')
    .where('entry_id', '=', entryId)
    .executeTakeFirst()
  if (part) await keepForUndo(act, { table: 'publishing.series_part', key: { entry_id: entryId } })
}

/** Two officers who order the same series at once take turns. */
async function lock({ tx }: Act, id: string): Promise<Series> {
  const row = await tx.selectFrom('publishing.series').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new Refusal('There is no such series.', 404)
  return row
}

async function partIds(tx: Tx, id: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('publishing.series_part')
    .select('entry_id')
    .where('series_id', '=', id)
    .orderBy('position')
    .orderBy('entry_id')
    .execute()
  return rows.map(({ entry_id }) => entry_id)
}

async function takeAway(act: Act, entryId: string): Promise<void> {
  await keepForUndo(act, { table: 'publishing.series_part', key: { entry_id: entryId } })
  await act.tx.deleteFrom('publishing.series_part').where('entry_id', '=', entryId).execute()
}

/** Writes only the places that change, so that Undo keeps only those. */
async function setOrder(act: Act, wanted: readonly string[]): Promise<void> {
  for (const [position, entryId] of wanted.entries()) {
    const query = act.tx.updateTable('publishing.series_part').where('entry_id', '=', entryId)
    const moved = await act.tx
      .selectFrom('publishing.series_part')
      .select('position')
      .where('entry_id', '=', entryId)
      .where('position', '!=', position)
      .executeTakeFirst()
    if (!moved) continue
    await keepForUndo(act, { table: 'publishing.series_part', key: { entry_id: entryId } })
    await query.set({ position }).execute()
  }
}

async function slugs(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('publishing.series').select('slug').execute()
  return new Set(rows.map(({ slug }) => slug))
}

async function checkedSlug(
  tx: Tx,
  { typed, name, own }: { typed: string; name: string; own?: string },
): Promise<string> {
  const slug = slugFrom(typed, name)
  if (slug !== own && (await slugs(tx)).has(slug))
    throw new FormRefusal('slug', 'Another series has this end of the address.')
  return slug
}
