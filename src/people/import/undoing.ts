import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import { takeTime } from '../../platform/bulk.ts'
import type { Tx } from '../../platform/database.ts'
import { eventType, record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { TableName } from '../../platform/undo.ts'
import { type Person } from '../persons.ts'
import * as imports from './imports.ts'
import { keptTables, madeOf, personOfKept, referrers } from './keptRows.ts'

export const importUndone = eventType<{ import: string; undone: number; kept: number }>('people.import_undone')

export interface Undone {
  /** People whose part in the import was put back. */
  readonly undone: number
  /** Those who stayed as they are, because somebody changed them since. */
  readonly kept: number
}

/** Whom somebody changed since the import: undoing leaves them as they are. */
export async function editedSince(tx: Tx, actId: string): Promise<readonly Person[]> {
  const ids = await editedIds(tx, actId)
  if (!ids.length) return []
  return tx
    .selectFrom('people.person')
    .select(['id', 'name', 'email'])
    .where('id', 'in', ids as string[])
    .orderBy('sort_name')
    .execute()
}

/**
 * Takes an import back, within 30 days: who came in goes, and who was changed is as before. Whom somebody has changed since, or
 * given something new, stays; without `rest` that is refused, in words, before anything is done.
 */
export async function undoImport(act: Act, id: string, { rest = false }: { rest?: boolean } = {}): Promise<Undone> {
  const one = await imports.lock(act, id)
  await takeTime(act, one.rowsRead)
  if (one.state === 'undone') throw new Refusal('This import was already undone.')
  if (!imports.cameIn(one)) throw new Refusal('Nothing of this list came in, so there is nothing to undo.')
  if (!(await isKept(act, one.actId))) throw new Refusal('An import can be undone for 30 days, and they are over.', 410)
  const edited = await editedIds(act.tx, one.actId)
  if (edited.length && !rest) throw new Refusal(wordsFor(edited.length))
  const undone = await putBack(act, { actId: one.actId, edited })
  await imports.set(act, id, { state: 'undone', ended_at: act.at })
  await record(act, importUndone, { import: id, undone, kept: edited.length })
  return { undone, kept: edited.length }
}

const wordsFor = (count: number): string =>
  count === 1
    ? 'One person of this import was changed since. You can undo the rest, and they stay as they are now.'
    : `${count.toLocaleString('en-GB')} people of this import were changed since. You can undo the rest, and they stay as they are now.`

async function isKept({ tx, at }: Act, actId: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from platform.undo where act_id = ${actId} and undone_at is null and expires_at > ${at} limit 1`.execute(
      tx,
    )
  return rows.length > 0
}

/** Ids of people of whom a kept row looks otherwise now, or of whom there is a row that the import did not make. */
async function editedIds(tx: Tx, actId: string): Promise<readonly string[]> {
  const edited = new Set<string>()
  for (const kept of await keptTables(tx, actId)) {
    const { rows } = await sql<{ person: string | null }>`
      select distinct ${personOfKept(kept)} as person from platform.undo u left join ${sql.table(kept.table)} t on ${kept.sameRow}
      where u.act_id = ${actId} and u.table_name = ${kept.table} and u.undone_at is null
        and (t.group_id is not null or u.before is not null) and md5(to_jsonb(t)::text) is distinct from u.after_hash`.execute(
      tx,
    )
    for (const { person } of rows) if (person) edited.add(person)
  }
  for (const { table, column, keyOf } of await referrers(tx)) {
    const { rows } = await sql<{ person: string }>`
      select distinct t.${sql.ref(column)} as person from ${sql.table(table)} t
      where t.${sql.ref(column)} in ${madeOf(actId)}
        and not exists (select from platform.undo u where u.act_id = ${actId} and u.table_name = ${table} and u.key = ${keyOf})`.execute(
      tx,
    )
    for (const { person } of rows) edited.add(person)
  }
  return [...edited]
}

interface Putting {
  readonly actId: string
  readonly edited: readonly string[]
}

/** The last table first, since those refer to the others. Topics and local groups that others use now stay. */
async function putBack(act: Act, { actId, edited }: Putting): Promise<number> {
  const { tx } = act
  let people = 0
  for (const kept of (await keptTables(tx, actId)).toReversed()) {
    const mine = sql`u.act_id = ${actId} and u.table_name = ${kept.table} and u.undone_at is null
      and ${kept.table === 'people.topic' || kept.table === 'people.part' ? unused(kept.table) : sql`${personOfKept(kept)} <> all(${edited}::uuid[])`}`
    const { numAffectedRows: gone } = await sql`
      with u as (select u.key from platform.undo u join ${sql.table(kept.table)} t on ${kept.sameRow} where ${mine} and u.before is null)
      delete from ${sql.table(kept.table)} t using u where ${kept.sameRow}`.execute(tx)
    const restored = await restore(act, { kept, mine })
    if (kept.table === 'people.person') people = Number(gone ?? 0) + restored
  }
  await sql`update platform.undo set undone_at = ${act.at} where act_id = ${actId}`.execute(tx)
  return people
}

const unused = (table: TableName) =>
  table === 'people.topic'
    ? sql`not exists (select from people.person_topic x where x.topic_id = t.id)`
    : sql`not exists (select from people.part_member x where x.part_id = t.id)`

type Kept = Awaited<ReturnType<typeof keptTables>>[number]

async function restore({ tx }: Act, { kept, mine }: { kept: Kept; mine: ReturnType<typeof sql> }): Promise<number> {
  const columns = sql.join(kept.columns.map((name) => sql.ref(name)))
  const { numAffectedRows } = await sql`
    with u as (select u.key, u.before from platform.undo u join ${sql.table(kept.table)} t on ${kept.sameRow} where ${mine} and u.before is not null)
    update ${sql.table(kept.table)} t set (${columns}) = (select ${columns} from jsonb_populate_record(null::${sql.table(kept.table)}, u.before))
    from u where ${kept.sameRow}`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
