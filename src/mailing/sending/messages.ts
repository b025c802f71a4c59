import { sql } from 'kysely'
import { persons } from '../../people/index.ts'
import type { Tx } from '../../platform/database.ts'
import { atMost } from '../../platform/rowLimits.ts'
import type { SentMessage } from '../../platform/slice.ts'

const MOST = 100

interface Row {
  readonly subject: string
  readonly at: Date
  readonly state: keyof typeof BECAME
  readonly hard: boolean
  readonly soft: boolean
  readonly replied: boolean
  readonly complained: boolean
  readonly unsubscribed: boolean
}

/** The letters to many that went to somebody, with what became of each. One that was left out before its turn is none. */
export async function messagesTo(tx: Tx, personId: string): Promise<readonly SentMessage[]> {
  const { rows } = await sql<Row>`
    select l.subject, coalesce(d.handed_at, d.next_at) as at, d.state, d.unsubscribed_at is not null as unsubscribed,
      ${cameBack('hard')} as hard, ${cameBack('soft')} as soft, ${cameBack('reply')} as replied, ${cameBack('complaint')} as complained
    from mailing.delivery d join mailing.letter l on l.id = d.letter_id
    where d.person_id = any(${await persons.idsOf(tx, personId)}) and (d.state <> 'cancelled' or d.attempts > 0)
    order by coalesce(d.handed_at, d.next_at) desc ${atMost(MOST)}`.execute(tx)
  return rows.map((row) => ({ subject: row.subject, at: row.at, became: becameOf(row) }))
}

const cameBack = (kind: string) =>
  sql`exists (select from mailing.incoming i where i.delivery_id = d.id and i.kind = ${kind})`

const BECAME = {
  waiting: 'Waits for its turn',
  handing_over: 'Is being handed over',
  accepted: 'Taken by their mail server',
  refused: 'Not taken by their mail server',
  uncertain: 'Perhaps sent',
  cancelled: 'Tried, then left out',
} as const

function becameOf({ state, hard, soft, replied, complained, unsubscribed }: Row): string {
  const after = [
    hard && 'Came back: the address is dead',
    !hard && soft && 'Came back, this time',
    replied && 'They answered',
    complained && 'They complained of it',
    unsubscribed && 'They stopped such letters by it',
  ].filter((words) => words !== false)
  return after.length ? after.join('. ') : BECAME[state]
}
