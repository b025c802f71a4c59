import { sql } from 'kysely'
import type { Actor } from './actor.ts'
import type { Tx } from './database.ts'
import type { Ids } from './journal.ts'
import { atMost } from './rowLimits.ts'

/** One line of the journal, as it may be read: what happened, by whom, and the ids it names. */
export interface Entry {
  readonly id: string
  readonly actId: string
  readonly at: Date
  readonly by: Pick<Actor, 'kind' | 'personId'>
  readonly event: string
  readonly payload: Ids
}

/** The latest entries of the given events, newest first. One query. */
export async function latestEntries(
  tx: Tx,
  { events, limit }: { events: readonly string[]; limit: number },
): Promise<readonly Entry[]> {
  const { rows } = await sql<Omit<Entry, 'by'> & { kind: Actor['kind']; personId: string | null }>`
    select id, act_id as "actId", happened_at as at, actor_kind as kind, actor_id as "personId", event, payload
    from platform.journal where event = any(${events}) order by happened_at desc, id desc ${atMost(limit)}`.execute(tx)
  return rows.map(({ kind, personId, ...entry }) => ({ ...entry, by: { kind, personId } }))
}
