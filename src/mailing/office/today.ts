import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { atMost } from '../../platform/rowLimits.ts'
import type { TodayItem } from '../../platform/slice.ts'
import { plural } from '../../ui/words.ts'
import { maySend } from '../permissions.ts'

const LISTED = 5

interface Waiting {
  readonly id: string
  readonly subject: string
  readonly paused: boolean
  readonly trouble: string | null
  readonly uncertain: number
}

/** Letters that go no further without an officer: those that paused, and those of which some copies are uncertain. */
export async function lettersToday(tx: Tx, actor: Actor): Promise<readonly TodayItem[]> {
  if (!maySend(actor)) return []
  const { rows } = await sql<Waiting>`
    select l.id, l.subject, l.state = 'paused' as paused, l.trouble, coalesce(u.n, 0)::int as uncertain
    from mailing.letter l left join (
      select letter_id, count(*) as n from mailing.delivery where state = 'uncertain' group by 1) u on u.letter_id = l.id
    where l.state = 'paused' or (u.n > 0 and l.state in ('sending', 'sent'))
    order by l.decided_at desc ${atMost(LISTED)}`.execute(tx)
  return rows.flatMap((letter) => [
    ...(letter.paused ? [pausedItem(letter)] : []),
    ...(letter.uncertain ? [uncertainItem(letter)] : []),
  ])
}

const pausedItem = ({ id, subject, trouble }: Waiting): TodayItem => ({
  icon: 'mail',
  tone: trouble ? 'bad' : 'warn',
  sentence: `“${subject}” is paused`,
  reason: trouble ? `It paused itself, because of this: “${trouble}”` : 'The rest goes out when one of you says so.',
  action: { label: 'Decide', href: `/office/letters/${id}/sending` },
})

const uncertainItem = ({ id, subject, uncertain }: Waiting): TodayItem => ({
  icon: 'mail',
  tone: 'warn',
  sentence: `${plural(uncertain, 'copy', 'copies')} of “${subject}” may not have arrived`,
  reason: 'The line broke while they were handed over. Nothing is sent again by itself.',
  action: { label: 'Look at it', href: `/office/letters/${id}/sending` },
})
