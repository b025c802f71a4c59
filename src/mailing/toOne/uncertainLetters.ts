import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { enqueue } from '../../platform/jobs.ts'
import { record } from '../../platform/journal.ts'
import { handOverLetter } from '../../platform/letters.ts'
import { onPage } from '../../platform/rowLimits.ts'
import { oneSentAgain, oneSettled } from './events.ts'

/** A letter to one person of which nobody can tell whether it arrived. */
export interface UncertainLetter {
  readonly id: string
  readonly subject: string
  readonly to: string
  /** Null, like the name, for somebody who is not on the register. */
  readonly personId: string | null
  readonly name: string | null
  readonly handedAt: Date
}

export const UNCERTAIN_LETTERS_A_PAGE = 50

/** Their words and addresses are kept so long for an officer to decide. */
const DAYS = 30

export async function countUncertain(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from platform.letter where state = 'uncertain'`.execute(tx)
  return rows[0]!.n
}

/** The newest first. */
export async function readUncertain(tx: Tx, page: number): Promise<readonly UncertainLetter[]> {
  const { rows } = await sql<UncertainLetter>`
    select l.id, l.subject, l.to_address as "to", n.id as "personId", n.name, l.handed_at as "handedAt"
    from platform.letter l left join mailing.handed_letter h on h.id = l.id left join people.named n on n.id = h.person_id
    where l.state = 'uncertain' order by l.handed_at desc, l.id
    ${onPage(page, UNCERTAIN_LETTERS_A_PAGE)}`.execute(tx)
  return rows
}

/** The dialogue ended, or its program did, without an answer. */
export async function nowUncertain({ tx }: Act, id: string): Promise<void> {
  await sql`update platform.letter set state = 'uncertain' where id = ${id} and state = 'handing_over'`.execute(tx)
}

/** By an officer's word. @returns whether it was still uncertain */
export async function sendOneAgain(act: Act, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update platform.letter set state = 'waiting' where id = ${id} and state = 'uncertain'`.execute(act.tx)
  if (!numAffectedRows) return false
  await enqueue(act, { job: handOverLetter, payload: { letter: id } })
  await record(act, oneSentAgain, { letter: id })
  return true
}

/** They have it, or need it no more: its words and address go. @returns whether it was still uncertain */
export async function settle(act: Act, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update platform.letter set state = 'accepted', ended_at = ${act.at}, body = null, to_address = null, reply_to = null
    where id = ${id} and state = 'uncertain'`.execute(act.tx)
  if (!numAffectedRows) return false
  await record(act, oneSettled, { letter: id })
  return true
}

export const forgetUncertain = ({ tx, at }: Act) =>
  sql`delete from platform.letter
    where state = 'uncertain' and handed_at < ${at}::timestamptz - make_interval(days => ${DAYS})`.execute(tx)
