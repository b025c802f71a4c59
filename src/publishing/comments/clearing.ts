import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { record } from '../../platform/journal.ts'
import { readSettings } from '../../platform/settings.ts'
import { commentAddressesErased, commentsCleared } from '../events.ts'
import { forgetBefore } from '../forgetting.ts'
import { ADDRESS_DAYS, daysBefore, UNCONFIRMED_DAYS } from './rules.ts'
import { commentsSetting } from './settings.ts'

const AT_ONCE = 1000

/** What the clock has to do with a group's comments at the moment; nothing, most of the time. */
export interface Due {
  readonly unconfirmed: boolean
  /** A post has stopped taking comments since the hour before: kept pages still show its form. */
  readonly closing: boolean
}

export async function dueThisHour(tx: Tx, at: Date): Promise<Due> {
  const { rules } = await readSettings(tx, { rules: commentsSetting })
  const closed = daysBefore(at, rules.closeAfterDays ?? 0)
  const { rows } = await sql<Due>`
    select exists (select from publishing.unconfirmed_comment where sent_at <= ${daysBefore(at, UNCONFIRMED_DAYS)}) as unconfirmed,
      ${rules.closeAfterDays !== null} and exists (
        select from publishing.entry where status = 'published' and comments_open and published_at <= ${closed}
          and published_at > ${new Date(closed.getTime() - 2 * 3_600_000)}) as closing`.execute(tx)
  return rows[0]!
}

/** Deletes what nobody confirmed, and lets kept pages be made again where a form must go. */
export async function tend(act: Act, { unconfirmed, closing }: Due): Promise<void> {
  if (unconfirmed)
    await act.tx
      .deleteFrom('publishing.unconfirmed_comment')
      .where('sent_at', '<=', daysBefore(act.at, UNCONFIRMED_DAYS))
      .execute()
  if (closing) await sql`select set_config('app.public_changed', '1', true)`.execute(act.tx)
}

/** Comments whose time is over: spam and trash to be deleted, approved ones whose address is no longer needed. */
export interface Outdated {
  readonly rubbish: readonly string[]
  readonly addresses: readonly string[]
}

export async function findOutdated(tx: Tx, at: Date): Promise<Outdated> {
  const { rules } = await readSettings(tx, { rules: commentsSetting })
  const rubbish = await tx
    .selectFrom('publishing.comment')
    .select('id')
    .where('status', 'in', ['spam', 'trash'])
    .where('state_since', '<=', daysBefore(at, rules.keepDays))
    .limit(AT_ONCE)
    .execute()
  const addresses = await tx
    .selectFrom('publishing.comment')
    .select('id')
    .where('status', '=', 'approved')
    .where('author_email', 'is not', null)
    .where('state_since', '<=', daysBefore(at, ADDRESS_DAYS))
    .limit(AT_ONCE)
    .execute()
  return { rubbish: rubbish.map(({ id }) => id), addresses: addresses.map(({ id }) => id) }
}

/** Deletes and erases them, also from what undo would bring back. Answers to what is deleted stay, at the top. */
export async function clear(act: Act, { rubbish, addresses }: Outdated): Promise<void> {
  await forgetBefore(act, 'publishing.comment', [...rubbish, ...addresses])
  if (rubbish.length) {
    await act.tx.updateTable('publishing.comment').set({ parent_id: null }).where('parent_id', 'in', rubbish).execute()
    await act.tx.deleteFrom('publishing.comment').where('id', 'in', rubbish).execute()
    await record(act, commentsCleared, { comments: rubbish.length })
  }
  if (addresses.length) {
    await act.tx.updateTable('publishing.comment').set({ author_email: null }).where('id', 'in', addresses).execute()
    await record(act, commentAddressesErased, { comments: addresses.length })
  }
  await act.tx
    .deleteFrom('publishing.comment_report')
    .where('closed_at', '<=', daysBefore(act.at, ADDRESS_DAYS))
    .execute()
}
