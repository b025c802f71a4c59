import { sql } from 'kysely'
import type { Act } from './act.ts'
import type { Ids } from './journal.ts'
import type { GroupContext } from './slice.ts'

/** Work for later. It names the work and calls one verb, and may run twice without harm. Payloads hold ids only. */
export interface Job<P extends Ids> {
  /** `slice.do_something`: an order. */
  readonly name: string
  run(context: GroupContext, payload: P): Promise<void>
}

/** A job to be done, perhaps at a given moment. A later order with the same key replaces one that still waits. */
export interface Order<P extends Ids> {
  readonly job: Pick<Job<P>, 'name'>
  readonly payload: P
  readonly at?: Date
  readonly key?: string
}

type Cause = Pick<Act, 'tx' | 'group'>

/** Queues a job in the act's transaction: if that rolls back, the job never was. */
export async function enqueue<P extends Ids>({ tx, group }: Cause, { job, payload, at, key }: Order<P>): Promise<void> {
  await sql`select graphile_worker.add_job(${job.name}, ${JSON.stringify({ ...payload, group: group.id })}::json,
    run_at => ${at ?? null}::timestamptz, job_key => ${key ? jobKey(group.id, key) : null}, max_attempts => 8, flags => array[${groupFlag(group.id)}])`.execute(
    tx,
  )
}

/** Takes back an order that has not begun. */
export async function cancelJob({ tx, group }: Cause, key: string): Promise<void> {
  await sql`select graphile_worker.remove_job(${jobKey(group.id, key)})`.execute(tx)
}

/** Stands on each of a group's jobs, so that those of a paused group wait without being looked at. */
export const groupFlag = (groupId: number): string => `group:${groupId}`

const jobKey = (groupId: number, key: string) => `${groupId}:${key}`
