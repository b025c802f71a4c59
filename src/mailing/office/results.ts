import { sql } from 'kysely'
import { type CameFor, whatCameWith } from '../../platform/cameFrom.ts'
import type { Tx } from '../../platform/database.ts'
import { type Afterwards, afterwardsOf } from '../mailbox/counts.ts'
import { findOfficeLetter, type OfficeLetter } from './officeLetter.ts'
import { type Outcome, outcomeOf, refusalsOf } from './outcome.ts'

/** What came of a letter, as far as it can be known without watching its readers. */
export interface Results {
  readonly letter: OfficeLetter
  readonly outcome: Outcome
  readonly refusals: readonly { readonly said: string; readonly n: number }[]
  readonly afterwards: Afterwards
  /** By the link in this letter. */
  readonly unsubscribed: number
  /** To what it asked. */
  readonly answers: number
  /** By its plain word in links to the group's own website. */
  readonly came: Readonly<Record<CameFor, number>>
}

export async function readResults(tx: Tx, id: string): Promise<Results> {
  const letter = await findOfficeLetter(tx, id)
  const { rows } = await sql<Pick<Results, 'unsubscribed' | 'answers'>>`
    select (select count(*)::int from mailing.delivery where letter_id = ${id} and unsubscribed_at is not null) as unsubscribed,
      (select count(*)::int from mailing.answer where letter_id = ${id}) as answers`.execute(tx)
  return {
    letter,
    outcome: await outcomeOf(tx, id),
    refusals: await refusalsOf(tx, id),
    afterwards: await afterwardsOf(tx, id),
    ...rows[0]!,
    came: await whatCameWith(tx, letter.slug ?? ''),
  }
}
