import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import type { TodayItem } from '../../platform/slice.ts'
import { plural } from '../../ui/words.ts'
import { maySend } from '../permissions.ts'
import { countUncertain } from './uncertainLetters.ts'

/** Letters to one person that may not have arrived, for those who can say what becomes of them. */
export async function uncertainToday(tx: Tx, actor: Actor): Promise<readonly TodayItem[]> {
  const count = maySend(actor) ? await countUncertain(tx) : 0
  if (!count) return []
  return [
    {
      icon: 'mail',
      tone: 'warn',
      sentence: `${plural(count, 'letter', 'letters')} to one person may not have arrived`,
      reason: `The line broke while ${count === 1 ? 'it was' : 'they were'} handed over. Nothing is sent again by itself.`,
      action: { label: 'Look at it', href: '/office/letters/uncertain' },
    },
  ]
}
