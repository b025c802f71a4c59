import { sql } from 'kysely'
import type { Act } from './act.ts'
import { asHost, type KnownGroup } from './groups.ts'
import { eventType, record } from './journal.ts'
import { Refusal } from './refusal.ts'

/** What a host decides about a group, in its journal. The reason stands in the group's row, for the terminal only. */
export const groupSuspended = eventType<Record<never, never>>('platform.group_suspended')
export const groupResumed = eventType<Record<never, never>>('platform.group_resumed')
export const removalAsked = eventType<Record<never, never>>('platform.removal_asked')
export const groupKept = eventType<Record<never, never>>('platform.group_kept')
export const hostAdded = eventType<Record<never, never>>('platform.host_added')
export const hostRemoved = eventType<Record<never, never>>('platform.host_removed')

/** Days between asking that a group be removed and its removal. */
export const WAITING_DAYS = 30
const LONGEST_REASON = 500

/** Call `groups.load()` after each of these, so that the next request knows; other processes are told by the database. */
export async function suspend(act: Act, because: string): Promise<void> {
  const reason = because.trim()
  if (!reason) throw new Refusal('Say why, for whoever reads this next: --because "…".', 422)
  if (reason.length > LONGEST_REASON) throw new Refusal(`Keep the reason under ${LONGEST_REASON + 1} letters.`, 422)
  await change(act, sql`suspended_at = coalesce(suspended_at, ${act.at}), suspended_because = ${reason}`)
  await record(act, groupSuspended, {})
}

export async function resume(act: Act): Promise<void> {
  if (!(await state(act)).suspended) throw new Refusal('This group is not suspended.')
  await change(act, sql`suspended_at = null, suspended_because = null`)
  await record(act, groupResumed, {})
}

/** Pauses the group from now on; the daily round removes it when the waiting time is over. Asking again changes nothing. */
export async function askRemoval(act: Act): Promise<Date> {
  const waiting = new Date(act.at.getTime() + WAITING_DAYS * 86_400_000)
  const { removeAt } = await state(act)
  if (removeAt) return removeAt
  await change(act, sql`remove_at = ${waiting}`)
  await record(act, removalAsked, {})
  return waiting
}

/** Takes the removal back. A group that was suspended before stays so. */
export async function keep(act: Act): Promise<void> {
  if (!(await state(act)).removeAt) throw new Refusal('This group is not going to be removed.')
  await change(act, sql`remove_at = null`)
  await record(act, groupKept, {})
}

/** The first name becomes the main one, which stands in letters and links. Gives the name as it stands in requests. */
export async function addHost(act: Act, typed: string): Promise<string> {
  const name = asHost(typed)
  const { rows } = await sql<{ group_id: number }>`
    insert into platform.host (name, group_id, main)
    select ${name}, ${act.group.id}, not exists (select from platform.host where group_id = ${act.group.id} and main)
    on conflict (name) do update set name = excluded.name returning group_id`.execute(act.tx)
  if (rows[0]?.group_id !== act.group.id) throw new Refusal('Another group already answers to that host name.')
  await addressesChanged(act)
  await record(act, hostAdded, {})
  return name
}

/** When the main name goes, the oldest of the others in the alphabet takes its place. */
export async function removeHost(act: Act, typed: string): Promise<void> {
  const { numAffectedRows } = await sql`
    delete from platform.host where name = ${asHost(typed)} and group_id = ${act.group.id}`.execute(act.tx)
  if (!numAffectedRows) throw new Refusal('This group does not answer to that host name.', 404)
  await sql`
    update platform.host set main = true where name = (select min(name) from platform.host where group_id = ${act.group.id})
    and not exists (select from platform.host where group_id = ${act.group.id} and main)`.execute(act.tx)
  await addressesChanged(act)
  await record(act, hostRemoved, {})
}

/** 'suspended since …', 'to be removed on …', or null while it runs. */
export function stateWords({ suspendedAt, suspendedBecause, removeAt, trialUntil }: KnownGroup): string | null {
  const said = [
    suspendedAt && `suspended since ${day(suspendedAt)}: ${suspendedBecause}`,
    removeAt && `to be removed on ${day(removeAt)}`,
    trialUntil && `a trial until ${trialUntil.toISOString().slice(0, 16)}Z`,
  ].filter(Boolean)
  return said.length ? said.join('; ') : null
}

export const day = (at: Date): string => at.toISOString().slice(0, 10)

async function state({ tx, group }: Act): Promise<{ suspended: boolean; removeAt: Date | null }> {
  const { rows } = await sql<{ suspended: boolean; removeAt: Date | null }>`
    select suspended_at is not null as suspended, remove_at as "removeAt" from platform.group where id = ${group.id} for update`.execute(
    tx,
  )
  if (!rows[0]) throw new Refusal('This group has gone.', 410)
  return rows[0]
}

async function change({ tx, group }: Act, columns: ReturnType<typeof sql>): Promise<void> {
  await sql`update platform.group set ${columns} where id = ${group.id}`.execute(tx)
}

/** Pages name their own addresses, so those that are kept are stale. */
async function addressesChanged({ tx }: Act): Promise<void> {
  await sql`select set_config('app.public_changed', '1', true)`.execute(tx)
}
