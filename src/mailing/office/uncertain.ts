import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { onPage } from '../../platform/rowLimits.ts'
import { sendAgain } from '../sending/letters.ts'

/** A delivery of which nobody can tell whether it arrived. */
export interface UncertainOne {
  readonly id: string
  /** Null, like the name, once the person was erased. */
  readonly personId: string | null
  readonly name: string | null
  readonly handedAt: Date | null
}

export const UNCERTAIN_A_PAGE = 50

export async function uncertainOf(tx: Tx, letterId: string, page: number): Promise<readonly UncertainOne[]> {
  const { rows } = await sql<UncertainOne>`
    select d.id, d.person_id as "personId", n.name, d.handed_at as "handedAt"
    from mailing.delivery d left join people.named n on n.id = d.person_id
    where d.letter_id = ${letterId} and d.state = 'uncertain' order by d.id
    ${onPage(page, UNCERTAIN_A_PAGE)}`.execute(tx)
  return rows
}

/** Sends one of them again, or all. @returns how many */
export async function sendUncertainAgain(act: Act, letterId: string, which: string): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select id from mailing.delivery where letter_id = ${letterId} and state = 'uncertain'
      and (${which} = 'all' or id::text = ${which})`.execute(act.tx)
  return sendAgain(
    act,
    letterId,
    rows.map(({ id }) => id),
  )
}
