import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import type { TodayItem } from '../../platform/slice.ts'
import { plural } from '../../ui/words.ts'
import { mayModerate } from '../permissions.ts'
import { countWaiting } from './queue.ts'

/** Comments to be read, and those that readers reported. */
export async function commentsToday(tx: Tx, actor: Actor): Promise<readonly TodayItem[]> {
  if (!mayModerate(actor)) return []
  const { pending, reported } = await countWaiting(tx)
  const reports: TodayItem = {
    icon: 'flag',
    tone: 'warn',
    sentence: `${plural(reported, 'comment was', 'comments were')} reported`,
    reason: 'A reader says that something is wrong. It stays on the website until you decide.',
    action: { label: 'Look at it', href: '/office/comments?state=reported' },
  }
  const waiting: TodayItem = {
    icon: 'message-square',
    tone: 'plain',
    sentence: plural(pending, 'comment waits', 'comments wait'),
    reason: 'Readers see it once one of you has approved it.',
    action: { label: pending === 1 ? 'Read it' : 'Read them', href: '/office/comments' },
  }
  return [...(reported ? [reports] : []), ...(pending ? [waiting] : [])]
}
