import { sql } from 'kysely'
import { persons } from '../../people/index.ts'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import type { Erasing, Erasure, Holding } from '../../platform/slice.ts'

/** Notices that wait for a person, and which letters went to them alone in the last two weeks. */
export async function heldOfLetters(tx: Tx, personId: string): Promise<readonly Holding[]> {
  const ids = await persons.idsOf(tx, personId)
  const { rows } = await sql<{ subject: string }>`
    select subject from mailing.waiting_notice where person_id = any(${ids}) order by written_at, id`.execute(tx)
  const { rows: handed } = await sql<{ n: number }>`
    select count(*)::int as n from mailing.handed_letter where person_id = any(${ids})`.execute(tx)
  const { n } = handed[0]!
  return [
    ...rows.map(({ subject }) => ({
      what: 'Notice that waits for you',
      value: subject,
      why: 'You asked for notices once a day or once a week',
    })),
    ...(n ? [{ what: 'Letters to you alone in the last two weeks', value: String(n), why: WHY }] : []),
  ]
}

const WHY = 'To know whose address is meant when one comes back'

export async function eraseLetters(act: Act, personId: string, { dryRun }: Erasing): Promise<readonly Erasure[]> {
  const ids = await persons.idsOf(act.tx, personId)
  const { rows } = await sql<{ waiting: number; handed: number }>`
    select (select count(*)::int from mailing.waiting_notice where person_id = any(${ids})) as waiting,
      (select count(*)::int from mailing.handed_letter where person_id = any(${ids})) as handed`.execute(act.tx)
  if (!dryRun) {
    await sql`delete from mailing.waiting_notice where person_id = any(${ids})`.execute(act.tx)
    await sql`delete from mailing.handed_letter where person_id = any(${ids})`.execute(act.tx)
  }
  const { waiting, handed } = rows[0]!
  return [
    { what: 'Notices that wait for the person', count: waiting },
    { what: 'That letters went to the person alone', count: handed },
  ]
}
