import type { Act } from '../platform/act.ts'
import type { Tx } from '../platform/database.ts'
import { eventType, record } from '../platform/journal.ts'
import { Refusal } from '../platform/refusal.ts'
import { keepForUndo } from '../platform/undo.ts'
import type { BasisKind, Channel, Objectable, Purpose } from './purposes.ts'
import * as wordings from './wordings.ts'

export const basisGiven = eventType<{ person: string; purpose: Purpose }>('people.basis_given')
export const basisEnded = eventType<{ person: string; purpose: Purpose }>('people.basis_ended')
export const objected = eventType<{ person: string; purpose: Purpose }>('people.objected')

/** One line of the ledger: by what right a person is held, written to or named, since when, and how it can be shown. */
export interface Basis {
  readonly purpose: Purpose
  readonly basis: BasisKind
  /** The exact words they said yes to; null when there were none, and `evidence` says what there was. */
  readonly wording: string | null
  readonly channel: Channel
  readonly evidence: string
  readonly fromAt: Date
  readonly untilAt: Date | null
}

export interface NewBasis {
  readonly personId: string
  readonly purpose: Purpose
  readonly basis: BasisKind
  readonly channel: Channel
  readonly words?: string
  readonly evidence?: string
  /** When it began, if that was before this act (an imported yes). */
  readonly from?: Date
}

/**
 * Enters a right into the ledger. The same right from before stands; another one for the purpose ends as replaced. A yes
 * takes back the person's own no; nothing else does: giving any other right against a standing no is refused.
 */
export async function give(act: Act, given: NewBasis): Promise<void> {
  const { personId, purpose, basis, channel, words, evidence = '', from = act.at } = given
  const isYes = basis === 'consent' || basis === 'explicit_consent'
  if (isYes && !words && !evidence) throw new Refusal('A yes needs the words it was said to, or another proof.', 422)
  if (isYes) await takeBackObjection(act, personId, purpose)
  else if (await hasObjected(act.tx, personId, purpose))
    throw new Refusal('This person has said no to this. Only they can take that back.')
  const held = await standing(act.tx, personId, purpose)
  if (held && held.basis === basis && held.wording === (words ?? null)) return
  if (held) await end(act, { personId, purpose, because: 'replaced' })
  const { id } = await act.tx
    .insertInto('people.basis')
    .values({
      group_id: act.group.id,
      person_id: personId,
      purpose,
      basis,
      wording_id: words ? await wordings.keep(act, purpose, words) : null,
      channel,
      evidence,
      from_at: from,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepForUndo(act, { table: 'people.basis', key: { id }, inserted: true })
  await record(act, basisGiven, { person: personId, purpose })
}

type Because = 'withdrawn' | 'objected' | 'left' | 'used' | 'merged' | 'replaced'

/** Ends the right for a purpose from now on; what stood before stays as proof. Nothing happens when there is none. */
export async function end(
  act: Act,
  { personId, purpose, because }: { personId: string; purpose: Purpose; because: Because },
): Promise<void> {
  const held = await open(act.tx, personId).select('id').where('purpose', '=', purpose).executeTakeFirst()
  if (!held) return
  await keepForUndo(act, { table: 'people.basis', key: held })
  await act.tx
    .updateTable('people.basis')
    .set({ until_at: act.at, ended_because: because })
    .where('id', '=', held.id)
    .execute()
  if (because !== 'replaced') await record(act, basisEnded, { person: personId, purpose })
}

/** A no that stands: nobody is written to for this purpose again, whatever is imported or ticked for them. */
export async function object(
  act: Act,
  { personId, purpose, channel }: { personId: string; purpose: Objectable; channel: Channel },
): Promise<void> {
  await end(act, { personId, purpose, because: 'objected' })
  const { numInsertedOrUpdatedRows } = await act.tx
    .insertInto('people.objection')
    .values({ group_id: act.group.id, person_id: personId, purpose, objected_at: act.at, channel })
    .onConflict((same) => same.columns(['group_id', 'person_id', 'purpose']).doNothing())
    .executeTakeFirstOrThrow()
  if (!numInsertedOrUpdatedRows) return
  await keepForUndo(act, { table: 'people.objection', key: { person_id: personId, purpose }, inserted: true })
  await record(act, objected, { person: personId, purpose })
}

/** Only the person's own yes calls this. */
async function takeBackObjection(act: Act, personId: string, purpose: Purpose): Promise<void> {
  if (!(await hasObjected(act.tx, personId, purpose))) return
  await keepForUndo(act, { table: 'people.objection', key: { person_id: personId, purpose } })
  await act.tx.deleteFrom('people.objection').where('person_id', '=', personId).where('purpose', '=', purpose).execute()
}

export async function hasObjected(tx: Tx, personId: string, purpose: Purpose): Promise<boolean> {
  const found = await tx
    .selectFrom('people.objection')
    .select('purpose')
    .where('person_id', '=', personId)
    .where('purpose', '=', purpose)
    .executeTakeFirst()
  return found !== undefined
}

export async function standing(tx: Tx, personId: string, purpose: Purpose): Promise<Basis | undefined> {
  return (await ledger(tx, personId)).find((line) => line.purpose === purpose && line.untilAt === null)
}

/** Everything the ledger says of a person, the oldest first. */
export async function ledger(tx: Tx, personId: string): Promise<readonly Basis[]> {
  const rows = await tx
    .selectFrom('people.basis as b')
    .leftJoin('people.wording as w', 'w.id', 'b.wording_id')
    .select(['b.purpose', 'b.basis', 'w.words as wording', 'b.channel', 'b.evidence'])
    .select(['b.from_at as fromAt', 'b.until_at as untilAt'])
    .where('b.person_id', '=', personId)
    .orderBy('b.from_at')
    .orderBy('b.id')
    .execute()
  return rows as Basis[]
}

export async function objections(
  tx: Tx,
  personId: string,
): Promise<readonly { readonly purpose: Objectable; readonly at: Date }[]> {
  const rows = await tx
    .selectFrom('people.objection')
    .select(['purpose', 'objected_at as at'])
    .where('person_id', '=', personId)
    .orderBy('objected_at')
    .execute()
  return rows as { purpose: Objectable; at: Date }[]
}

const open = (tx: Tx, personId: string) =>
  tx.selectFrom('people.basis').where('person_id', '=', personId).where('until_at', 'is', null)
