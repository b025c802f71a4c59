import { type RawBuilder, sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { eventType, record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import { keepForUndo } from '../../platform/undo.ts'
import { theHost } from '../../platform/actor.ts'
import { atMost } from '../../platform/rowLimits.ts'
import { allOf, conditionsOf } from './conditions.ts'
import { eyesOf } from './eyes.ts'
import { type Filter, filterOfQuery, viewQueryOf } from './filter.ts'

export const viewSaved = eventType<{ view: string }>('people.view_saved')
export const viewRemoved = eventType<{ view: string }>('people.view_removed')

/** A way of looking at the register that somebody kept. */
export interface SavedView {
  readonly id: string
  readonly name: string
  readonly query: string
  readonly shared: boolean
  /** By the officer who asks. */
  readonly own: boolean
}

const MOST = 20

/** An officer's own views and those shared with all, by name. */
export async function visibleTo(tx: Tx, personId: string | null): Promise<readonly SavedView[]> {
  const { rows } = await sql<SavedView>`
    select id, name, query, shared, owner_id is not distinct from ${personId}::uuid as own from people.saved_view
    where shared or owner_id = ${personId}::uuid order by lower(name), id ${atMost(MOST)}`.execute(tx)
  return rows
}

interface NewView {
  readonly name: string
  readonly filter: Filter
  readonly shared: boolean
}

/** Keeps a view under a name; one's own of that name is replaced. */
export async function save(act: Act, { name, filter, shared }: NewView): Promise<void> {
  const { tx, group, by, at } = act
  const query = viewQueryOf(filter)
  if (!query) throw new Refusal('Choose at least one filter first: a view of everybody is there already.', 422)
  const [same] = (await visibleTo(tx, by.personId)).filter(
    (view) => view.own && view.name.toLowerCase() === name.toLowerCase(),
  )
  if (same) await keepForUndo(act, { table: 'people.saved_view', key: { id: same.id } })
  const { rows } = await sql<{ id: string }>`
    insert into people.saved_view (group_id, name, query, owner_id, shared, made_at)
    values (${group.id}, ${name}, ${query}, ${by.personId}, ${shared}, ${at})
    on conflict (group_id, owner_id, lower(name)) do update
      set name = excluded.name, query = excluded.query, shared = excluded.shared
    returning id`.execute(tx)
  const { id } = rows[0]!
  if (!same) await keepForUndo(act, { table: 'people.saved_view', key: { id }, inserted: true })
  await record(act, viewSaved, { view: id })
}

/** Only whoever kept a view takes it away: others may be using theirs for a newsletter. */
export async function remove(act: Act, id: string): Promise<string> {
  const view = (await visibleTo(act.tx, act.by.personId)).find((one) => one.id === id && one.own)
  if (!view) throw new Refusal('There is no such view of yours.', 404)
  await keepForUndo(act, { table: 'people.saved_view', key: { id } })
  await act.tx.deleteFrom('people.saved_view').where('id', '=', id).execute()
  await record(act, viewRemoved, { view: id })
  return view.name
}

/**
 * Whom a view holds, as a query that gives ids: the audience of a newsletter is these of `people.reachable`. It is the
 * group's view and not an officer's, so nobody's sight narrows it.
 */
export const idsOf = (
  query: string,
  { groupId, today }: { groupId: number; today: string },
): RawBuilder<{ id: string }> =>
  sql`select p.id from people.person p
    where ${allOf(conditionsOf(filterOfQuery(query), { eyes: eyesOf(theHost(groupId)), today }))}`
