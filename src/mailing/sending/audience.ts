import { type RawBuilder, sql } from 'kysely'
import { register } from '../../people/index.ts'
import type { Act } from '../../platform/act.ts'
import { dayOf } from '../../platform/time.ts'

/** Whether a row `r` of `people.reachable` is in the view a letter is for; everybody is when there is none. */
export const inAudience = (query: string, act: Pick<Act, 'group' | 'at'>): RawBuilder<boolean> =>
  query === ''
    ? sql`true`
    : sql`r.person_id in (${register.savedViews.idsOf(query, { groupId: act.group.id, today: dayOf(act) })})`
