import type { Job } from '../../platform/jobs.ts'
import type { Timed } from '../../platform/slice.ts'
import { forgetOld, KEPT_DAYS } from './replies.ts'

/** Nightly: words that were kept long enough. */
export const forgetReplies: Job<Record<never, never>> = {
  name: 'mailing.forget_replies',
  run: ({ act }) => act(forgetOld),
}

const OLD = `exists (select from mailing.reply r join mailing.incoming i on i.group_id = r.group_id and i.id = r.id
  where i.came_at < now() - interval '${KEPT_DAYS} days')`

export const mailboxTimetable: readonly Timed[] = [{ job: forgetReplies, cron: '11 3 * * *', onlyWhere: OLD }]
