import type { Act } from '../../platform/act.ts'
import { type EventType, record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import { keepForUndo } from '../../platform/undo.ts'
import {
  commentAnswered,
  commentApproved,
  commentKept,
  commentMarkedSpam,
  commentPutBack,
  commentTrashed,
} from '../events.ts'
import type { Decision } from './forms.ts'
import { receive } from './receivedComments.ts'

const events: Readonly<Record<Decision, EventType<{ comment: string }>>> = {
  approved: commentApproved,
  pending: commentPutBack,
  spam: commentMarkedSpam,
  trash: commentTrashed,
  kept: commentKept,
}

/**
 * Decides on comments. `kept` leaves one where it is and closes what readers reported; so does every other decision. Gives
 * how many it concerned: those that another officer has decided the same way, or that are gone, are passed over.
 */
export async function decide(
  act: Act,
  { ids, to }: { readonly ids: readonly string[]; readonly to: Decision },
): Promise<number> {
  if (ids.length === 0) throw new Refusal('Tick at least one comment first.', 422)
  const found = await act.tx
    .selectFrom('publishing.comment')
    .select(['id', 'status'])
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
  if (found.length === 0) throw new Refusal('None of these comments is here any more.', 404)
  let count = 0
  for (const { id, status } of found) {
    const closed = await closeReports(act, id)
    if (to === 'kept' ? !closed : status === to) continue
    if (to !== 'kept') await move(act, id, to)
    await record(act, events[to], { comment: id })
    count += 1
  }
  return count
}

async function move(act: Act, id: string, status: Exclude<Decision, 'kept'>): Promise<void> {
  await keepForUndo(act, { table: 'publishing.comment', key: { id } })
  await act.tx
    .updateTable('publishing.comment')
    .set({ status, state_since: act.at, ...(status === 'approved' && { held: '[]' }) })
    .where('id', '=', id)
    .execute()
}

/** Says whether there were any. */
async function closeReports(act: Act, commentId: string): Promise<boolean> {
  const open = await act.tx
    .selectFrom('publishing.comment_report')
    .select('id')
    .where('comment_id', '=', commentId)
    .where('closed_at', 'is', null)
    .execute()
  for (const { id } of open) {
    await keepForUndo(act, { table: 'publishing.comment_report', key: { id } })
    await act.tx.updateTable('publishing.comment_report').set({ closed_at: act.at }).where('id', '=', id).execute()
  }
  return open.length > 0
}

/** An officer's words under a comment, published at once. One that waits is approved with its answer. Gives the answer's id. */
export async function answer(
  act: Act,
  { id, author, body }: { readonly id: string; readonly author: string; readonly body: string },
): Promise<string> {
  const comment = await act.tx
    .selectFrom('publishing.comment')
    .select(['entry_id', 'status'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!comment) throw new Refusal('There is no such comment.', 404)
  if (comment.status === 'spam' || comment.status === 'trash')
    throw new Refusal('This comment is not on the website. Approve it before you answer it.')
  if (comment.status === 'pending') await decide(act, { ids: [id], to: 'approved' })
  const place = { entryId: comment.entry_id, parentId: id }
  const given = await receive(act, { ...place, author, body, status: 'approved', official: true })
  await record(act, commentAnswered, { comment: id, answer: given })
  return given
}
