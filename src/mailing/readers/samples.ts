import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Sample } from '../../platform/slice.ts'
import { ANSWERS } from './answerRoutes.tsx'
import { ANSWERS_FILE, LETTER_ANSWERS } from './answersRoutes.tsx'
import { PREFERENCES } from './preferenceRoutes.tsx'
import { UNSUBSCRIBE } from './unsubscribeRoutes.tsx'

const NOBODYS = 'x'.repeat(48)

/** A letter's link is reached with a token nobody holds, and says so. */
const links: readonly Sample[] = [
  { route: UNSUBSCRIBE, address: `/letters/unsubscribe/${NOBODYS}`, as: 'visitor' },
  { route: PREFERENCES, address: `/letters/preferences/${NOBODYS}`, as: 'visitor' },
  { route: ANSWERS, address: `/letters/answers/${NOBODYS}`, as: 'visitor' },
  { route: `${ANSWERS}/thanks`, address: `/letters/answers/${NOBODYS}/thanks`, as: 'visitor' },
  { route: '/my/letters', address: '/my/letters', as: 'officer' },
]

/** What readers do, and what officers see of it, as far as a letter has gone out. */
export async function readerSamples(tx: Tx): Promise<readonly Sample[]> {
  const { rows } = await sql<{ id: string }>`
    select l.id from mailing.letter l where filled_at is not null
    order by exists (select from mailing.answer a where a.letter_id = l.id) desc, made_at desc limit 1`.execute(tx)
  const ofLetters = rows.flatMap(({ id }): readonly Sample[] => [
    { route: LETTER_ANSWERS, address: `/office/letters/${id}/answers`, as: 'officer' },
    { route: ANSWERS_FILE, address: `/office/letters/${id}/answers.csv`, as: 'officer' },
    { route: ANSWERS_FILE, address: `/office/letters/${id}/words.csv`, as: 'officer' },
  ])
  return [...links, ...ofLetters]
}
