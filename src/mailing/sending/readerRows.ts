import { sql } from 'kysely'
import { persons } from '../../people/index.ts'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import type { Erasing, Erasure, Holding } from '../../platform/slice.ts'

const STATES: Readonly<Record<string, string>> = {
  waiting: 'waits to be sent',
  handing_over: 'is being sent',
  accepted: 'sent',
  refused: 'not taken by the mail server',
  uncertain: 'perhaps sent',
  cancelled: 'not sent',
}

/** The letters to many that went to a person. */
export async function heldOfReader(tx: Tx, personId: string): Promise<readonly Holding[]> {
  const { rows } = await sql<{ subject: string; address: string | null; state: string }>`
    select l.subject, d.address, d.state from mailing.delivery d join mailing.letter l on l.id = d.letter_id
    where d.person_id = any(${await persons.idsOf(tx, personId)}) order by d.id`.execute(tx)
  return rows.map(({ subject, address, state }) => ({
    what: 'Letter to you',
    value: `${subject}: ${STATES[state]!}${address ? `, ${address}` : ''}`,
    why: 'So that you are not sent the same letter twice',
  }))
}

/** That a letter went to somebody stays, for the count; to whom is forgotten. What still waits does not go out. */
export async function eraseReader(act: Act, personId: string, { dryRun }: Erasing): Promise<readonly Erasure[]> {
  const ids = await persons.idsOf(act.tx, personId) // their own, and those of records that were merged into theirs
  const { rows } = await sql<{ sent: number; decided: number }>`
    select (select count(*)::int from mailing.delivery where person_id = any(${ids})) as sent,
      (select count(*)::int from mailing.letter where decided_by = any(${ids}) or written_by = any(${ids})) as decided`.execute(
    act.tx,
  )
  const { sent, decided } = rows[0]!
  const found = [
    { what: 'Which letters were sent to the person', count: sent },
    { what: 'Who wrote a letter and decided to send it', count: decided },
  ]
  if (dryRun) return found
  await sql`update mailing.delivery set state = 'cancelled', ended_at = ${act.at}
    where person_id = any(${ids}) and state = 'waiting'`.execute(act.tx)
  await sql`update mailing.delivery set person_id = null, address = null, message_id = null, said = null
    where person_id = any(${ids})`.execute(act.tx)
  await sql`update mailing.letter set decided_by = case when decided_by = any(${ids}) then null else decided_by end,
      written_by = case when written_by = any(${ids}) then null else written_by end
    where decided_by = any(${ids}) or written_by = any(${ids})`.execute(act.tx)
  await sql`delete from mailing.test_copy where person_id = any(${ids})`.execute(act.tx)
  return found
}
