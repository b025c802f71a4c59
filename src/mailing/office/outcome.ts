import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'

/** How far a letter has got. */
export interface Outcome {
  readonly all: number
  /** The reader's mail server took it. */
  readonly accepted: number
  /** Not yet handed over, or told to come back later. */
  readonly waiting: number
  readonly later: number
  readonly refused: number
  readonly uncertain: number
  /** Left out since it began: they said no meanwhile, or it was stopped. */
  readonly cancelled: number
  /** When the next one is due, while some wait. */
  readonly nextAt: Date | null
}

export async function outcomeOf(tx: Tx, id: string): Promise<Outcome> {
  const { rows } = await sql<Outcome>`
    select count(*)::int as all, count(*) filter (where state = 'accepted')::int as accepted,
      count(*) filter (where state in ('waiting', 'handing_over'))::int as waiting,
      count(*) filter (where state = 'waiting' and attempts > 0)::int as later,
      count(*) filter (where state = 'refused')::int as refused,
      count(*) filter (where state = 'uncertain')::int as uncertain,
      count(*) filter (where state = 'cancelled')::int as cancelled,
      min(next_at) filter (where state = 'waiting') as "nextAt"
    from mailing.delivery where letter_id = ${id}`.execute(tx)
  return rows[0]!
}

/** How many letters of the whole group were handed over within the last day: the provider's cap counts them. */
export async function handedOfLate(tx: Tx, at: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from mailing.delivery where handed_at > ${at}::timestamptz - interval '1 day'`.execute(tx)
  return rows[0]!.n
}

/** What mail servers said when they refused, the most frequent first. */
export async function refusalsOf(tx: Tx, id: string): Promise<readonly { said: string; n: number }[]> {
  const { rows } = await sql<{ said: string; n: number }>`
    select coalesce(nullif(said, ''), 'Nothing') as said, count(*)::int as n from mailing.delivery
    where letter_id = ${id} and state = 'refused' group by 1 order by 2 desc, 1 limit 20`.execute(tx)
  return rows
}
