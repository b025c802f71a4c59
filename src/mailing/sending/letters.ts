import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import { cancelJob, enqueue } from '../../platform/jobs.ts'
import { record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import { keepForUndo } from '../../platform/undo.ts'
import { cancelWaiting } from './deliveries.ts'
import {
  letterCalledBack,
  letterScheduled,
  letterWritten,
  sendingPaused,
  sendingResumed,
  sendingStopped,
  sentAgain,
} from './events.ts'
import type { Block } from '../blocks/block.ts'
import { type Caps, type LetterKind, sendAt } from './rules.ts'

export type LetterState = 'draft' | 'scheduled' | 'sending' | 'paused' | 'stopped' | 'sent'

export interface DraftLetter extends Partial<Caps> {
  readonly kind: LetterKind
  readonly subject: string
  readonly preview?: string
  readonly blocks?: readonly Block[]
  /** The query of a saved view; everybody whom the letter may reach, when it is left out. */
  readonly audience?: string
  /** What goes out, with places for what differs from reader to reader (see `places.ts`). Made of the blocks at the decision. */
  readonly html?: string
  readonly plain?: string
}

/** The order that sends a letter. Named here, because deciding comes before sending. */
export const sendLetterJob = { name: 'mailing.send_letter' }
export const orderOf = (id: string, at?: Date) => ({
  job: sendLetterJob,
  payload: { letter: id },
  key: `mailing.send_letter:${id}`,
  ...(at && { at }),
})

const CONTROL = /\p{Cc}/u

/** Keeps a letter as a draft. */
export async function write(
  act: Act,
  { kind, subject, preview = '', blocks = [], audience = '', html, plain, ...caps }: DraftLetter,
): Promise<string> {
  if (CONTROL.test(subject + preview)) throw new Refusal('A subject and a preview line cannot have a line break.', 422)
  const { rows } = await sql<{ id: string }>`
    insert into mailing.letter (group_id, kind, subject, preview, blocks, audience, html, plain, per_second, per_hour, per_day,
      written_by, made_at)
    values (${act.group.id}, ${kind}, ${subject}, ${preview}, ${JSON.stringify(blocks)}::jsonb, ${audience}, ${html ?? null},
      ${plain ?? null}, ${caps.per_second ?? null}, ${caps.per_hour ?? null}, ${caps.per_day ?? null}, ${act.by.personId},
      ${act.at}) returning id`.execute(act.tx)
  const { id } = rows[0]!
  await keepForUndo(act, { table: 'mailing.letter', key: { id }, inserted: true })
  await record(act, letterWritten, { letter: id })
  return id
}

/** Decides that a letter is sent, now or at a time. It can be called back for five minutes, whatever the time. */
export async function schedule(act: Act, id: string, wished?: Date): Promise<Date> {
  const at = sendAt(act.at, wished)
  await change(act, id, { from: ['draft'], no: 'This letter was decided already.' })
  await sql`update mailing.letter set state = 'scheduled', send_at = ${at}, decided_by = ${act.by.personId}, decided_at = ${act.at}
    where id = ${id}`.execute(act.tx)
  await enqueue(act, orderOf(id, at))
  await record(act, letterScheduled, { letter: id })
  return at
}

/** Makes a draft of a letter again that has not begun to go out. */
export async function callBack(act: Act, id: string): Promise<void> {
  await change(act, id, { from: ['scheduled'], no: 'It is too late to call this letter back. You can stop it.' })
  await sql`update mailing.letter set state = 'draft', send_at = null, decided_by = null, decided_at = null where id = ${id}`.execute(
    act.tx,
  )
  await cancelJob(act, orderOf(id).key)
  await record(act, letterCalledBack, { letter: id })
}

/** From the commit on, no further letter is begun; those that are on the wire end. */
export async function pause(act: Act, id: string): Promise<void> {
  await change(act, id, { from: ['sending'], no: 'This letter is not being sent.' })
  await sql`update mailing.letter set state = 'paused' where id = ${id}`.execute(act.tx)
  await record(act, sendingPaused, { letter: id })
}

export async function resume(act: Act, id: string): Promise<void> {
  await change(act, id, { from: ['paused'], no: 'This letter is not paused.' })
  await goOn(act, id)
  await record(act, sendingResumed, { letter: id })
}

/** Whoever has not been sent it by now is not; what is on the wire ends. */
export async function stop(act: Act, id: string): Promise<void> {
  await change(act, id, { from: ['sending', 'paused'], no: 'This letter is not being sent.' })
  await sql`update mailing.letter set state = 'stopped', ended_at = ${act.at} where id = ${id}`.execute(act.tx)
  await cancelWaiting(act, id)
  await record(act, sendingStopped, { letter: id })
}

/**
 * An officer's word that some uncertain deliveries be sent once more: their readers may get a second copy. Who may no longer be
 * written to is left out when their turn comes.
 * @returns how many there are
 */
export async function sendAgain(act: Act, id: string, deliveryIds: readonly string[]): Promise<number> {
  const { state, kind } = await change(act, id, {
    from: ['sending', 'paused', 'sent'],
    no: 'This letter was stopped, or never sent.',
  })
  if (kind === 'still_right') throw new Refusal('Nobody is asked twice, so it is not sent again.', 409)
  const { numAffectedRows } = await sql`
    update mailing.delivery set state = 'waiting', next_at = ${act.at}, ended_at = null, said = null
    where letter_id = ${id} and id = any(${deliveryIds}) and state = 'uncertain'`.execute(act.tx)
  const count = Number(numAffectedRows ?? 0)
  if (!count) return 0
  if (state !== 'paused') await goOn(act, id)
  await record(act, sentAgain, { letter: id, deliveries: count })
  return count
}

async function goOn(act: Act, id: string): Promise<void> {
  await sql`update mailing.letter set state = 'sending', ended_at = null, trouble = null, setbacks = 0, watched_from = ${act.at}
    where id = ${id}`.execute(act.tx)
  await enqueue(act, orderOf(id))
}

/** Locks the letter, refuses in words when it is past this, and keeps it as it is. */
async function change(
  act: Act,
  id: string,
  { from, no }: { readonly from: readonly LetterState[]; readonly no: string },
): Promise<{ state: LetterState; kind: LetterKind }> {
  const { rows } = await sql<{
    state: LetterState
    kind: LetterKind
  }>`select state, kind from mailing.letter where id = ${id} for update`.execute(act.tx)
  const [letter] = rows
  if (!letter) throw new Refusal('There is no such letter.', 404)
  if (!from.includes(letter.state)) throw new Refusal(no, 409)
  if (letter.state === 'draft') await keepForUndo(act, { table: 'mailing.letter', key: { id } })
  return letter
}
