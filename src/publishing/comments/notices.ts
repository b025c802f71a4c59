import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { enqueue, type Job } from '../../platform/jobs.ts'
import { send } from '../../platform/letters.ts'
import { homeOf } from '../../platform/origin.ts'
import { readSettings } from '../../platform/settings.ts'
import { civilDay } from '../../platform/time.ts'
import { offices } from '../../people/index.ts'
import { moderators } from '../permissions.ts'
import { noticeLetter } from './letter.ts'
import { commentsSetting } from './settings.ts'

const APART = 15 * 60_000
/** Acts that end together may be a little out of order: what is as young as this counts as new once more. */
const SLACK = 60_000

/** By name, for those who order it. */
export const tellOfficersJob = { name: 'publishing.tell_officers_of_comments' } as const

/** After a comment or a report came in: tells at once, but not twice within a quarter of an hour. */
export const tellOfficers: Job<Record<never, never>> = {
  name: tellOfficersJob.name,
  run: ({ act, group, services }) => act((a) => tell(a, homeOf(services, group))),
}

async function tell(act: Act, origin: string): Promise<void> {
  const { tx, at } = act
  const { rules } = await readSettings(tx, { rules: commentsSetting })
  if (rules.notice === 'never') return
  const last = await lockNotice(act)
  const { waiting, reported, newest } = await whatWaits(tx)
  if (!newest || (last && newest.getTime() < last.getTime() - SLACK)) return
  const next = last ? new Date(last.getTime() + APART) : at
  if (next > at) return enqueue(act, { job: tellOfficersJob, payload: {}, at: next, key: tellOfficersJob.name })
  const held = await offices.heldOn(tx, civilDay(at, act.group.zone))
  const addresses = held.flatMap(({ role, email }) => (moderators.includes(role) && email ? [email] : []))
  for (const to of new Set(addresses)) await send(act, noticeLetter({ to, waiting, reported, origin }))
  await tx.updateTable('publishing.comment_notice').set({ told_at: at }).execute()
}

/** When officers were last told; null when never. Locked, so that two jobs do not both tell. */
async function lockNotice({ tx, group }: Act): Promise<Date | null> {
  const never = new Date(0)
  await tx
    .insertInto('publishing.comment_notice')
    .values({ group_id: group.id, told_at: never })
    .onConflict((same) => same.column('group_id').doNothing())
    .execute()
  const { told_at } = await tx
    .selectFrom('publishing.comment_notice')
    .select('told_at')
    .forUpdate()
    .executeTakeFirstOrThrow()
  return told_at.getTime() === 0 ? null : told_at
}

interface Waiting {
  readonly waiting: number
  readonly reported: number
  readonly newest: Date | null
}

async function whatWaits(tx: Tx): Promise<Waiting> {
  const pending = await tx
    .selectFrom('publishing.comment')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max('state_since').as('newest')])
    .where('status', '=', 'pending')
    .executeTakeFirstOrThrow()
  const reports = await tx
    .selectFrom('publishing.comment_report as r')
    .innerJoin('publishing.comment as k', 'k.id', 'r.comment_id')
    .select(({ fn }) => [fn.count<number>('r.comment_id').distinct().as('count'), fn.max('r.reported_at').as('newest')])
    .where('r.closed_at', 'is', null)
    .where('k.status', '=', 'approved')
    .executeTakeFirstOrThrow()
  const moments = [pending.newest, reports.newest].flatMap((moment) => (moment ? [new Date(moment)] : []))
  const newest = moments.length ? new Date(Math.max(...moments.map(Number))) : null
  return { waiting: pending.count, reported: reports.count, newest }
}
