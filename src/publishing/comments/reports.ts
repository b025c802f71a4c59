import type { Act } from '../../platform/act.ts'
import { enqueue } from '../../platform/jobs.ts'
import { record } from '../../platform/journal.ts'
import { limit } from '../../platform/rate.ts'
import { commentReported } from '../events.ts'
import { tellOfficersJob } from './notices.ts'

/** Reports of one comment that are kept: further ones would tell the officer nothing new. */
const MOST_OPEN = 20

/**
 * A reader says what is wrong with a comment. Who they are is not asked. The comment stays until an officer has looked:
 * otherwise a handful of reports would silence anybody.
 */
export async function report(
  act: Act,
  { commentId, reason, network }: { commentId: string; reason: string; network: string },
): Promise<void> {
  await limit(act, { key: `comment report ${network}`, times: 5, minutes: 10 })
  const { open } = await act.tx
    .selectFrom('publishing.comment_report')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('comment_id', '=', commentId)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (open >= MOST_OPEN) return
  const { id } = await act.tx
    .insertInto('publishing.comment_report')
    .values({ group_id: act.group.id, comment_id: commentId, reason, reported_at: act.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(act, commentReported, { comment: commentId, report: id })
  await enqueue(act, { job: tellOfficersJob, payload: {}, key: tellOfficersJob.name })
}
