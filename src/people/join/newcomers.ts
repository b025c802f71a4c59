import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import type { TodayItem } from '../../platform/slice.ts'
import { list, plural } from '../../ui/words.ts'
import { seesAll } from '../visibility.ts'

/** How many joined of themselves since an officer last looked; at most those of a week, so that it does not nag. */
interface Newcomers {
  readonly member: number
  readonly supporter: number
  /** The first day on which one of them joined. */
  readonly since: string | null
}

const DAYS = 7

async function newcomersFor(tx: Tx, officerId: string): Promise<Newcomers> {
  const { rows } = await sql<Newcomers>`
    select count(*) filter (where p.kind = 'member')::int as member, count(*) filter (where p.kind = 'supporter')::int as supporter,
      min(p.joined_on)::text as since
    from people.basis b join people.person p on p.group_id = b.group_id and p.id = b.person_id
    where b.purpose = 'register' and b.channel = 'join' and b.until_at is null and p.status = 'current' and p.merged_into is null
      and b.from_at > greatest(now() - make_interval(days => ${sql.lit(DAYS)}),
        (select seen_at from people.newcomers_seen where officer_id = ${officerId}))`.execute(tx)
  return rows[0]!
}

/** "4 new members", for officers who see everybody's membership. */
export async function newcomersToday(tx: Tx, actor: Actor): Promise<readonly TodayItem[]> {
  if (!actor.personId || !seesAll(actor, 'membership')) return []
  const { member, supporter, since } = await newcomersFor(tx, actor.personId)
  if (member + supporter === 0) return []
  const counted = [
    ...(member ? [plural(member, 'new member')] : []),
    ...(supporter ? [plural(supporter, 'new supporter')] : []),
  ]
  return [
    {
      icon: 'user-plus',
      tone: 'plain',
      sentence: list(counted),
      reason: 'They joined on the website and confirmed their address. The first letter has gone to them.',
      action: { label: 'See who', href: `/office/register?from=${since}&sort=joined` },
    },
  ]
}

/** An officer has seen the list of those who joined: they are news to them no more. */
export async function noteSeen({ tx, group, at }: Act, officerId: string): Promise<void> {
  await tx
    .insertInto('people.newcomers_seen')
    .values({ group_id: group.id, officer_id: officerId, seen_at: at })
    .onConflict((same) => same.columns(['group_id', 'officer_id']).doUpdateSet({ seen_at: at }))
    .execute()
}
