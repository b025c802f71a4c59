import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'

/** What became of a letter after it was handed over, in readers: each counts once of a kind, whatever came back how often. */
export interface Afterwards {
  /** Taken by a mail server. */
  readonly accepted: number
  /** Came back for good. Also one that was said to be full before. */
  readonly hard: number
  /** Came back for now. */
  readonly soft: number
  readonly complaints: number
  readonly autoReplies: number
  readonly replies: number
  /** Ended the newsletter by a complaint, or by asking in a reply. */
  readonly endedByMail: number
}

export async function afterwardsOf(tx: Tx, letterId: string): Promise<Afterwards> {
  const { rows } = await sql<Afterwards>`
    with of_delivery as (
      select delivery_id, bool_or(kind = 'hard') as hard, bool_or(kind = 'soft') as soft, bool_or(kind = 'complaint') as complaint,
        bool_or(kind = 'auto_reply') as auto, bool_or(kind = 'reply') as reply, bool_or(ended_newsletter) as ended
      from mailing.incoming where letter_id = ${letterId} group by delivery_id)
    select (select count(*)::int from mailing.delivery where letter_id = ${letterId} and state = 'accepted') as accepted,
      count(*) filter (where hard)::int as hard, count(*) filter (where soft and not hard)::int as soft,
      count(*) filter (where complaint)::int as complaints, count(*) filter (where auto)::int as "autoReplies",
      count(*) filter (where reply)::int as replies, count(*) filter (where ended)::int as "endedByMail"
    from of_delivery`.execute(tx)
  return rows[0]!
}
