import { sql } from 'kysely'
import { persons } from '../../people/index.ts'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import type { Erasing, Erasure, Holding } from '../../platform/slice.ts'
import type { Frequency } from './frequencies.ts'

const NEWSLETTER = { each: 'each newsletter', monthly: 'one newsletter a month at most' } as const
const NOTICES = { at_once: 'notices at once', daily: 'notices once a day', weekly: 'notices once a week' } as const

/** What a person chose and answered. */
export async function heldOfChoices(tx: Tx, personId: string): Promise<readonly Holding[]> {
  const { rows } = await sql<Frequency>`
    select newsletter, notices from mailing.preference where person_id = any(${await persons.idsOf(tx, personId)})
    order by changed_at`.execute(tx)
  const often = rows.map(({ newsletter, notices }) => ({
    what: 'How often we write to you',
    value: `${NEWSLETTER[newsletter]}, ${NOTICES[notices]}`,
    why: 'You told us',
  }))
  return [...often, ...(await answersHeld(tx, personId))]
}

async function answersHeld(tx: Tx, personId: string): Promise<readonly Holding[]> {
  const { rows } = await sql<{ subject: string; question: string | null; says: string | null; words: string }>`
    select l.subject, says, words,
      (select b->>'question' from jsonb_array_elements(l.blocks) b where b->>'id' = a.ask_id::text limit 1) as question
    from mailing.answer a join mailing.letter l on l.id = a.letter_id
    where a.person_id = any(${await persons.idsOf(tx, personId)}) order by a.answered_at`.execute(tx)
  return rows.map(({ subject, question, says, words }) => ({
    what: 'What you answered to our letters',
    value: `${subject}: ${question ?? ''} ${[says, words && `“${words}”`].filter(Boolean).join(', ')}`,
    why: 'You told us, to count what people say',
  }))
}

export async function eraseChoices(act: Act, personId: string, { dryRun }: Erasing): Promise<readonly Erasure[]> {
  const ids = await persons.idsOf(act.tx, personId)
  const { rows } = await sql<{ often: number; answers: number }>`
    select (select count(*)::int from mailing.preference where person_id = any(${ids})) as often,
      (select count(*)::int from mailing.answer where person_id = any(${ids})) as answers`.execute(act.tx)
  if (!dryRun) {
    await sql`delete from mailing.preference where person_id = any(${ids})`.execute(act.tx)
    await sql`delete from mailing.answer where person_id = any(${ids})`.execute(act.tx)
  }
  const { often, answers } = rows[0]!
  return [
    { what: 'How often the person is written to', count: often },
    { what: 'Answers to questions in letters', count: answers },
  ]
}
