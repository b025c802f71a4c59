import { sql } from 'kysely'
import type { Act } from './act.ts'
import type { Tx } from './database.ts'
import { enqueue, type Job } from './jobs.ts'

/** What a payload may hold: ids and counts, never a value, a name or an address. */
export type Ids = Readonly<Record<string, string | number | null>>

export interface EventType<P extends Ids> {
  readonly name: string
  /** Only for the compiler. */
  readonly payload?: P
}

/** Events are named `slice.noun_verbed`, in the past tense. */
export const eventType = <P extends Ids>(name: `${string}.${string}`): EventType<P> => ({ name })

/** A slice's wish to hear of another's news: the event's payload becomes the job's. */
export interface Listener {
  readonly event: string
  readonly job: Job<never>
}
export const on = <P extends Ids>(event: EventType<P>, job: Job<P>): Listener => ({
  event: event.name,
  job,
})

/** Writes down what happened, in the act's own transaction, and wakes the worker to tell those who listen. */
export async function record<P extends Ids>(act: Act, event: EventType<P>, payload: P): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    insert into platform.journal (group_id, act_id, happened_at, actor_kind, actor_id, event, payload)
    values (${act.group.id}, ${act.id}, ${act.at}, ${act.by.kind}, ${act.by.personId}, ${event.name}, ${JSON.stringify(payload)}::jsonb)
    returning id`.execute(act.tx)
  await enqueue(act, { job: publishNews, payload: { entry: rows[0]!.id } })
}

/** The person who did an act; null for a visitor, a job, the host, or an act that wrote no journal. */
export async function doneBy(tx: Tx, actId: string): Promise<string | null> {
  const { rows } = await sql<{
    actor_id: string | null
  }>`select actor_id from platform.journal where act_id = ${actId} limit 1`.execute(tx)
  return rows[0]?.actor_id ?? null
}

/** Queues one job per listener, so that one listener's failure never repeats another's work. */
export async function publish(act: Act, entryId: string, listeners: readonly Listener[]): Promise<void> {
  const entry = await findEntry(act.tx, entryId)
  for (const { job } of listeners.filter(({ event }) => event === entry?.event)) {
    await enqueue(act, { job, payload: entry!.payload, key: `${entryId}:${job.name}` })
  }
}

async function findEntry(tx: Tx, id: string): Promise<{ event: string; payload: Ids } | undefined> {
  const { rows } = await sql<{
    event: string
    payload: Ids
  }>`select event, payload from platform.journal where id = ${id}`.execute(tx)
  return rows[0]
}

/** The one job between the journal and its listeners; `app.ts` gives the worker its listeners. */
export const publishNews: Pick<Job<{ entry: string }>, 'name'> = { name: 'platform.publish_news' }
