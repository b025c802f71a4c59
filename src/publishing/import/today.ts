import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import type { TodayItem } from '../../platform/slice.ts'
import { plural } from '../../ui/words.ts'
import { mayPublish } from '../permissions.ts'
import { countFindings } from './findings.ts'

/** The latest import, until somebody has looked at its report or two weeks have gone by. */
export async function importToday(tx: Tx, actor: Actor): Promise<readonly TodayItem[]> {
  if (!mayPublish(actor)) return []
  const latest = await tx
    .selectFrom('publishing.import')
    .select(['id', 'file_name', 'state', 'trouble'])
    .where('ended_at', '>', new Date(Date.now() - 14 * 86_400_000))
    .where('seen_at', 'is', null)
    .orderBy('ended_at', 'desc')
    .executeTakeFirst()
  if (!latest) return []
  const counts = latest.state === 'done' ? await countFindings(tx, latest.id) : null
  const things = [...(counts?.values() ?? [])].reduce((sum, count) => sum + count, 0)
  return [
    {
      icon: 'upload',
      tone: counts ? (things ? 'warn' : 'plain') : 'bad',
      sentence: counts ? endedSentence(things) : 'An import did not succeed',
      reason: counts
        ? `From ${latest.file_name}. The report says what came in and what was left out.`
        : (latest.trouble ?? ''),
      action: { label: counts ? 'Read the report' : 'See why', href: `/office/website/import/${latest.id}` },
    },
  ]
}

const endedSentence = (things: number): string =>
  things ? `An import has ended: ${plural(things, 'thing')} to look at` : 'An import has ended'
