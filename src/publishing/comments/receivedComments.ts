import type { Act } from '../../platform/act.ts'
import { record } from '../../platform/journal.ts'
import { keepForUndo } from '../../platform/undo.ts'
import { commentReceived } from '../events.ts'
import type { Hold } from './holding.ts'

/** A comment on its way in. `writtenAt` is the act's moment unless it was written elsewhere before. */
export interface NewComment {
  readonly id?: string
  readonly entryId: string
  readonly parentId?: string | null
  readonly author: string
  /** Never shown. */
  readonly email?: string | null
  readonly body: string
  readonly status: 'approved' | 'pending' | 'spam'
  readonly writtenAt?: Date
  /** An officer's, for the group. */
  readonly official?: boolean
  /** The words that stood beside the form. */
  readonly consent?: string | null
  readonly held?: readonly Hold[]
}

/** Keeps a comment. The network address it came from is not among what can be kept. */
export async function receive(
  act: Act,
  { entryId, parentId = null, email = null, ...comment }: NewComment,
): Promise<string> {
  const { id } = await act.tx
    .insertInto('publishing.comment')
    .values({
      ...(comment.id !== undefined && { id: comment.id }),
      group_id: act.group.id,
      entry_id: entryId,
      parent_id: parentId,
      author_name: comment.author,
      author_email: email,
      body: comment.body,
      status: comment.status,
      written_at: comment.writtenAt ?? act.at,
      official: comment.official ?? false,
      consent: comment.consent ?? null,
      held: JSON.stringify(comment.held ?? []),
      state_since: act.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepForUndo(act, { table: 'publishing.comment', key: { id }, inserted: true })
  await record(act, commentReceived, { comment: id, entry: entryId })
  return id
}
