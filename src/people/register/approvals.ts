import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { eventType, record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'

export const exportAsked = eventType<{ approval: string }>('people.export_asked')
export const exportAllowed = eventType<{ approval: string }>('people.export_allowed')
export const exportRefused = eventType<{ approval: string }>('people.export_refused')
export const exportWithdrawn = eventType<{ approval: string }>('people.export_withdrawn')

const DAYS = 7

/** One officer asks to take out the whole register, another says yes or no. */
export interface Approval {
  readonly id: string
  readonly reason: string
  readonly askedBy: string
  readonly asker: string
  readonly askedAt: Date
  readonly state: 'asked' | 'given' | 'refused' | 'withdrawn' | 'used'
}

/** Those that wait for a word or to be used, for a week from the asking. */
export async function open(tx: Tx, at: Date): Promise<readonly Approval[]> {
  const { rows } = await sql<Approval>`
    select a.id, a.reason, a.asked_by as "askedBy", n.name as asker, a.asked_at as "askedAt", a.state
    from people.approval a join people.named n on n.id = a.asked_by
    where a.what = 'export' and a.state in ('asked', 'given') and a.asked_at > ${at}::timestamptz - make_interval(days => ${DAYS})
    order by a.asked_at desc, a.id`.execute(tx)
  return rows
}

export const ownOf = async (tx: Tx, personId: string | null, at: Date): Promise<Approval | undefined> =>
  (await open(tx, at)).find(({ askedBy }) => askedBy === personId)

export async function ask(act: Act, reason: string): Promise<void> {
  const { personId } = act.by
  if (!personId) throw new Refusal('Only an officer asks another.')
  if (await ownOf(act.tx, personId, act.at))
    throw new Refusal('You have asked already. Another officer answers on their Today page.')
  const { id } = await act.tx
    .insertInto('people.approval')
    .values({ group_id: act.group.id, what: 'export', reason, asked_by: personId, asked_at: act.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(act, exportAsked, { approval: id })
}

/** Another officer's word. Their own question nobody answers. */
export async function answer(act: Act, id: string, yes: boolean): Promise<void> {
  const asked = await lockOpen(act, id)
  if (asked.state !== 'asked') throw new Refusal('This was answered already.')
  if (asked.askedBy === act.by.personId)
    throw new Refusal('Another officer has to answer this, not the one who asked.', 403)
  await act.tx
    .updateTable('people.approval')
    .set({ state: yes ? 'given' : 'refused', answered_by: act.by.personId, answered_at: act.at })
    .where('id', '=', id)
    .execute()
  await record(act, yes ? exportAllowed : exportRefused, { approval: id })
}

/** Uses the word up: it is good once. Gives its id. */
export async function use(act: Act): Promise<string> {
  const own = await ownOf(act.tx, act.by.personId, act.at)
  const held = own && (await lockOpen(act, own.id))
  if (held?.state !== 'given') throw new Refusal('Another officer has not said yes to this.', 403)
  await act.tx.updateTable('people.approval').set({ state: 'used' }).where('id', '=', held.id).execute()
  return held.id
}

export async function withdraw(act: Act): Promise<void> {
  const own = await ownOf(act.tx, act.by.personId, act.at)
  if (!own) throw new Refusal('You are not asking for anything.', 404)
  await act.tx.updateTable('people.approval').set({ state: 'withdrawn' }).where('id', '=', own.id).execute()
  await record(act, exportWithdrawn, { approval: own.id })
}

/** Locked until the act ends, so that one word lets out one list. */
async function lockOpen(act: Act, id: string): Promise<Approval> {
  await sql`select id from people.approval where id = ${id} for update`.execute(act.tx)
  const found = (await open(act.tx, act.at)).find((one) => one.id === id)
  if (!found) throw new Refusal('Nobody asks for this any more.', 404)
  return found
}
