import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import * as events from './events.ts'

/** A second officer's word for erasing somebody: asked for by one, given or refused by another, good once. */
export interface Approval {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly reason: string
  readonly state: 'asked' | 'given'
  readonly askedBy: string
  readonly askedByName: string
  readonly askedAt: Date
  readonly answeredBy: string | null
  readonly answeredByName: string | null
  readonly answeredAt: Date | null
}

/** A word is given for what was seen. After so many days it counts no more. */
const DAYS_GOOD = 30

/** Those that still count, the oldest first. */
export const open = async (tx: Tx): Promise<readonly Approval[]> =>
  (await select(tx).orderBy('a.asked_at').orderBy('a.id').limit(1000).execute()) as Approval[]

export const openOf = async (tx: Tx, personId: string): Promise<Approval | undefined> =>
  (await select(tx).where('a.person_id', '=', personId).executeTakeFirst()) as Approval | undefined

/** How many wait for a word that this officer may give, and how many were agreed and not yet done. */
export async function counts(tx: Tx, officerId: string): Promise<{ readonly asked: number; readonly given: number }> {
  const rows = await tx
    .selectFrom('people.approval')
    .select(['state', ({ fn }) => fn.countAll<number>().as('n')])
    .where('what', '=', 'erasure')
    .where((eb) =>
      eb.or([eb('state', '=', 'given'), eb.and([eb('state', '=', 'asked'), eb('asked_by', '<>', officerId)])]),
    )
    .groupBy('state')
    .execute()
  const of = (state: string) => rows.find((row) => row.state === state)?.n ?? 0
  return { asked: of('asked'), given: of('given') }
}

/** Asks for another officer's word. Somebody for whom it is asked already stays as they are. */
export async function ask(
  act: Act,
  { personIds, reason }: { personIds: readonly string[]; reason: string },
): Promise<number> {
  const officer = officerOf(act)
  const others = personIds.filter((id) => id !== officer)
  if (!others.length) throw new Refusal('You cannot erase yourself. Ask another officer to do it.')
  const asked = await act.tx
    .insertInto('people.approval')
    .values(
      others.map((id) => ({
        group_id: act.group.id,
        what: 'erasure',
        person_id: id,
        reason,
        asked_by: officer,
        asked_at: act.at,
      })),
    )
    .onConflict((same) => same.doNothing()) // one that is open already
    .returning('id')
    .execute()
  for (const { id } of asked) await record(act, events.erasureAsked, { approval: id })
  return asked.length
}

/** Another officer's yes to some, which is told and counts once. */
export const give = (act: Act, ids: readonly string[]): Promise<number> => answer(act, { ids, to: 'given' })

export const refuse = (act: Act, ids: readonly string[]): Promise<number> => answer(act, { ids, to: 'refused' })

/** Whoever asked thinks better of it, or the word is too old. */
export async function withdraw(act: Act, ids: readonly string[]): Promise<number> {
  for (const { id } of await lock(act.tx, ids)) {
    await setState(act, id, { state: 'withdrawn' })
    await record(act, events.erasureWithdrawn, { approval: id })
  }
  return ids.length
}

/** Uses a word up, in the act for which it was given. */
export async function use(act: Act, id: string): Promise<Approval & { readonly answeredBy: string }> {
  const [approval] = await lock(act.tx, [id])
  if (!approval) throw new Refusal('Another officer’s word is needed first, or it was used already.')
  if (approval.state !== 'given') throw new Refusal('Another officer must agree first.')
  if (act.at.getTime() - approval.answeredAt!.getTime() > DAYS_GOOD * 86_400_000)
    throw new Refusal('The other officer agreed more than 30 days ago. Withdraw this and ask again.')
  await setState(act, id, { state: 'used' })
  return { ...approval, answeredBy: approval.answeredBy! }
}

async function answer(act: Act, { ids, to }: { ids: readonly string[]; to: 'given' | 'refused' }): Promise<number> {
  const officer = officerOf(act)
  const found = (await lock(act.tx, ids)).filter(({ state }) => state === 'asked')
  if (!found.length) throw new Refusal('This was answered or withdrawn already.')
  for (const { id, askedBy, personId } of found) {
    if (askedBy === officer)
      throw new Refusal('You asked for this yourself: only another officer can agree to it.', 403)
    if (personId === officer) throw new Refusal('This is about yourself: only another officer can agree to it.', 403)
    await setState(act, id, { state: to, answered_by: officer, answered_at: act.at })
    await record(act, to === 'given' ? events.erasureAgreed : events.erasureRefused, { approval: id })
  }
  return found.length
}

const setState = ({ tx }: Act, id: string, values: { state: string; answered_by?: string; answered_at?: Date }) =>
  tx.updateTable('people.approval').set(values).where('id', '=', id).execute()

/** Locked until the act ends, so that a word is given, refused and used only once. */
async function lock(tx: Tx, ids: readonly string[]): Promise<readonly Approval[]> {
  if (!ids.length) return []
  await tx.selectFrom('people.approval').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute()
  return (await select(tx).where('a.id', 'in', ids).orderBy('a.id').execute()) as Approval[]
}

const select = (tx: Tx) =>
  tx
    .selectFrom('people.approval as a')
    .innerJoin('people.named as p', 'p.id', 'a.person_id')
    .innerJoin('people.named as o', 'o.id', 'a.asked_by')
    .leftJoin('people.named as s', 's.id', 'a.answered_by')
    .select(['a.id', 'a.person_id as personId', 'p.name', 'a.reason', 'a.state', 'a.asked_by as askedBy'])
    .select(['o.name as askedByName', 'a.asked_at as askedAt', 'a.answered_by as answeredBy'])
    .select(['s.name as answeredByName', 'a.answered_at as answeredAt'])
    .where('a.what', '=', 'erasure')
    .where('a.state', 'in', ['asked', 'given'])

function officerOf({ by }: Act): string {
  if (!by.personId) throw new Refusal('Only a person can say this.', 403)
  return by.personId
}
