import { sql } from 'kysely'
import { persons } from '../../people/index.ts'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import type { Erasing, Erasure, Holding } from '../../platform/slice.ts'
import type { Frequency } from './frequencies.ts'

const NEWSLETTER = { each: 'each newsletter', monthly: 'one newsletter a month at most' } as const
const NOTICES = { at_once: 'notices at once', daily: 'notices once a day', weekly: 'notices once a week' } as const

/** How often a person would like to be written to. */
export async function heldOfChoices(tx: Tx, personId: string): Promise<readonly Holding[]> {
  const { rows } = await sql<Frequency>`
    select newsletter, notices from mailing.preference where person_id = any(${await persons.idsOf(tx, personId)})
    order by changed_at`.execute(tx)
  return rows.map(({ newsletter, notices }) => ({
    what: 'How often we write to you',
    value: `${NEWSLETTER[newsletter]}, ${NOTICES[notices]}`,
    why: 'You told us',
  }))
}

export async function eraseChoices(act: Act, personId: string, { dryRun }: Erasing): Promise<readonly Erasure[]> {
  const ids = await persons.idsOf(act.tx, personId)
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from mailing.preference where person_id = any(${ids})`.execute(act.tx)
  if (!dryRun) await sql`delete from mailing.preference where person_id = any(${ids})`.execute(act.tx)
  return [{ what: 'How often the person is written to', count: rows[0]!.n }]
}
