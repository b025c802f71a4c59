import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import type { TodayItem } from '../../platform/slice.ts'
import { plural } from '../../ui/words.ts'
import { maySeeReplies } from './permissions.ts'
import { count, REPLIES } from './replies.ts'

/** Replies that wait, and readers who said that a letter is spam. */
export async function repliesToday(tx: Tx, actor: Actor): Promise<readonly TodayItem[]> {
  if (!maySeeReplies(actor)) return []
  const { open, complaints } = await count(tx)
  const replies = open - complaints
  const complained: TodayItem = {
    icon: 'flag',
    tone: 'warn',
    sentence: `${plural(complaints, 'reader')} marked a letter as spam`,
    reason: 'They get no more newsletters. Many of these, and providers stop taking your letters.',
    action: { label: 'Look at it', href: REPLIES },
  }
  const answered: TodayItem = {
    icon: 'inbox',
    tone: 'plain',
    sentence: plural(replies, 'reply waits', 'replies wait'),
    reason: 'Readers answered a letter.',
    action: { label: replies === 1 ? 'Read it' : 'Read them', href: REPLIES },
  }
  return [...(complaints ? [complained] : []), ...(replies ? [answered] : [])]
}
