import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { eventType, record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import { civilDay } from '../../platform/time.ts'
import { keepForUndo } from '../../platform/undo.ts'
import { emptied } from '../emptied.ts'
import { type Choices, merged, type MergeRecord, type Pair, sideOf } from './mergeFields.ts'
import { mergeLedger } from './mergeLedger.ts'
import { dropRows, moveKeyed, moveRows } from './movedRows.ts'

export const peopleMerged = eventType<{ person: string; merged: string }>('people.people_merged')

/** Both records, the older one first: it is the one that stays. A 404 that names nobody when one is no record of its own. */
export async function pairOf(tx: Tx, ids: readonly [string, string]): Promise<Pair> {
  const rows = (await tx
    .selectFrom('people.person')
    .selectAll()
    .where('id', 'in', ids)
    .where('merged_into', 'is', null)
    .where(sql<boolean>`not exists (select from platform.erasure e where e.person_id = people.person.id)`)
    .orderBy('created_at')
    .orderBy('id')
    .execute()) as unknown as MergeRecord[]
  const [one, other] = rows
  if (!one || !other)
    throw new Refusal('These are no longer two records: somebody has merged or erased one of them.', 409)
  return { one, other }
}

/**
 * Makes one person of two records, in one act that can be undone as a whole. What the newer record has moves to the older one,
 * whose id stays; the newer one stays behind as a stub that leads there, so that what other slices know by its id goes on
 * working. Both rows are locked: of two officers who merge at once, the second is told.
 */
export async function merge(act: Act, ids: readonly [string, string], choices: Choices): Promise<Pair> {
  await act.tx.selectFrom('people.person').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute()
  const pair = await pairOf(act.tx, ids)
  await refuseWhileErasing(act.tx, ids)
  const { one, other } = pair
  const [keep, drop] = [one.id, other.id]
  // Undo puts back the last first: the address must be free again before its old holder takes it.
  await keepForUndo(act, { table: 'people.person', key: { id: drop } })
  await keepForUndo(act, { table: 'people.person', key: { id: keep } })
  const mine = { act, keep, drop }
  await mergeMemberships(act, pair, choices)
  await mergeLedger(mine)
  await moveEverything(mine)
  await act.tx
    .updateTable('people.person')
    .set({ ...emptied, merged_into: keep, changed_at: act.at })
    .where('id', '=', drop)
    .execute()
  const values = { ...merged(pair, choices), changed_at: act.at }
  await act.tx.updateTable('people.person').set(values).where('id', '=', keep).execute()
  await keepAddress(act, pair, values.email)
  await record(act, peopleMerged, { person: keep, merged: drop })
  return pair
}

async function refuseWhileErasing(tx: Tx, ids: readonly [string, string]): Promise<void> {
  const waiting = await tx
    .selectFrom('people.approval')
    .select('id')
    .where('person_id', 'in', ids)
    .where('state', 'in', ['asked', 'given'])
    .executeTakeFirst()
  if (waiting) throw new Refusal('An erasure of one of them was asked for. Do it, or take it back, before you merge.')
}

/** Both histories stay. Of two that are open today, the one that was not chosen ends as merged. */
async function mergeMemberships(act: Act, pair: Pair, choices: Choices): Promise<void> {
  const { tx, at, group } = act
  const chosen = pair[sideOf('kind', choices, pair)]
  const ends = chosen.id === pair.one.id ? pair.other.id : pair.one.id
  const openOf = (id: string) =>
    tx
      .selectFrom('people.membership')
      .select(['id', 'from_on'])
      .where('person_id', '=', id)
      .where('to_on', 'is', null)
      .executeTakeFirst()
  const closing = (await openOf(chosen.id)) && (await openOf(ends))
  if (closing) {
    const today = civilDay(at, group.zone)
    await keepForUndo(act, { table: 'people.membership', key: { id: closing.id } })
    await tx
      .updateTable('people.membership')
      .set({ to_on: closing.from_on > today ? closing.from_on : today, ended_because: 'merged' })
      .where('id', '=', closing.id)
      .execute()
  }
  await moveRows({ act, keep: pair.one.id, drop: pair.other.id }, { table: 'people.membership' })
}

interface Mine {
  readonly act: Act
  readonly keep: string
  readonly drop: string
}

async function moveEverything(mine: Mine): Promise<void> {
  await moveKeyed(mine, { table: 'people.person_topic', besides: ['topic_id'] })
  await moveKeyed(mine, { table: 'people.reading', besides: ['officer_id', 'day', 'how'] })
  await moveKeyed(mine, { table: 'people.officer_page', besides: [] })
  await moveKeyed(mine, { table: 'people.vacancy_interest', besides: ['vacancy_id'] })
  await moveKeyed(mine, { table: 'people.vacancy_letter', besides: ['vacancy_id'] })
  await moveRows(mine, {
    table: 'people.part_member',
    sameWhen: sql`t.part_id = k.part_id and t.to_on is null and k.to_on is null`,
  })
  await moveRows(mine, {
    table: 'people.role_held',
    sameWhen: sql`t.role = k.role and t.to_on is null and k.to_on is null`,
  })
  await moveRows(mine, { table: 'people.hat', sameWhen: sql`t.kind = k.kind and lower(t.name) = lower(k.name)` })
  await moveRelationships(mine)
  for (const table of [
    'people.note',
    'people.desk',
    'people.data_request',
    'people.other_email',
    'people.approval',
    'people.introduction',
  ] as const)
    await moveRows(mine, { table })
  // A letter's token stands in both tables once only; who is asked under the address that stays is asked anew.
  await dropRows(mine, { table: 'people.introduction_answer', key: ['introduction_id', 'person_id'] })
  await moveRows(mine, {
    table: 'people.saved_view',
    column: 'owner_id',
    sameWhen: sql`lower(t.name) = lower(k.name)`,
  })
  await moveRows(mine, { table: 'people.taking_out', column: 'officer_id' })
  await moveRows(mine, { table: 'people.person', column: 'merged_into' })
  await dropRows(mine, { table: 'people.newcomers_seen', key: ['officer_id'], columns: ['officer_id'] })
  await dropRows(mine, { table: 'people.retention_proposal', key: ['person_id', 'rule'] })
  await dropRows(mine, { table: 'people.duplicate', key: ['one_id', 'other_id'], columns: ['one_id', 'other_id'] })
  for (const table of ['people.passkey', 'people.authenticator', 'people.recovery_code', 'people.recovery'] as const)
    await dropRows(mine, { table, key: ['id'] })
  await endPassing(mine)
}

/** Nobody signs in as a stub: with the address, which goes on working, they sign in as who they are. An undo brings back no session. */
async function endPassing({ act, drop }: Mine): Promise<void> {
  for (const table of [
    'people.session',
    'people.sign_in',
    'people.second_step',
    'people.challenge',
    'people.email_change',
    'people.address_proposal',
    'people.likeness',
    'people.likeness_key',
  ] as const)
    await act.tx.deleteFrom(table).where('person_id', '=', drop).execute()
}

/** Nobody is related to themselves, nor twice in one way. */
async function moveRelationships(mine: Mine): Promise<void> {
  const { keep, drop } = mine
  const between = sql`t.from_id in (${keep}, ${drop}) and t.to_id in (${keep}, ${drop})`
  await dropRows(mine, { table: 'people.relationship', key: ['id'], columns: ['from_id', 'to_id'], when: between })
  await moveRows(mine, {
    table: 'people.relationship',
    column: 'from_id',
    sameWhen: sql`t.to_id = k.to_id and t.kind = k.kind`,
  })
  await moveRows(mine, {
    table: 'people.relationship',
    column: 'to_id',
    sameWhen: sql`t.from_id = k.from_id and t.kind = k.kind`,
  })
}

/** The address that was not chosen goes on working, for signing in and for links. */
async function keepAddress(act: Act, { one, other }: Pair, chosen: string | null): Promise<void> {
  for (const email of [one.email, other.email]) {
    if (email === null || email.toLowerCase() === chosen?.toLowerCase()) continue
    const { id } = await act.tx
      .insertInto('people.other_email')
      .values({ group_id: act.group.id, person_id: one.id, email })
      .returning('id')
      .executeTakeFirstOrThrow()
    await keepForUndo(act, { table: 'people.other_email', key: { id }, inserted: true })
  }
}
