import { type RawBuilder, sql } from 'kysely'
import { register } from '../../people/index.ts'
import type { Tx } from '../../platform/database.ts'
import { onPage } from '../../platform/rowLimits.ts'
import { dayOf } from '../../platform/time.ts'
import { mayGetNewsletter } from '../readers/preferences.ts'
import { type LetterKind, purposeOf } from '../sending/rules.ts'
import { type Becoming, becomings } from './reasons.ts'

/** A letter, and at which moment of which group it would go out. */
export interface Asked {
  readonly letter: { readonly kind: LetterKind; readonly audience: string }
  readonly group: { readonly id: number; readonly zone: string }
  readonly at: Date
}

/** How many of a view get a letter, and how many do not for which reason. Together they are the view. */
export type Reach = Readonly<Record<Becoming, number>>

export async function reachOf(tx: Tx, asked: Asked): Promise<Reach> {
  const { rows } = await inSets(tx, () =>
    sql<{ what: Becoming; n: number }>`
      with each as (${eachOf(asked)}) select what, count(*)::int as n from each group by what`.execute(tx),
  )
  const counted = new Map(rows.map(({ what, n }) => [what, n]))
  return Object.fromEntries(becomings.map((what) => [what, counted.get(what) ?? 0])) as Record<Becoming, number>
}

/** Everybody in the view. */
export const sumOf = (reach: Reach): number => Object.values(reach).reduce((sum, n) => sum + n, 0)

export const PEOPLE_A_PAGE = 50

/** Some of those of whom one thing becomes, by name. */
export async function peopleWho(
  tx: Tx,
  asked: Asked & { readonly what: Becoming; readonly page: number },
): Promise<readonly { id: string; name: string }[]> {
  const { rows } = await inSets(tx, () =>
    sql<{ id: string; name: string }>`
      with each as (${eachOf(asked)})
      select n.id, n.name from each e join people.named n on n.id = e.person_id where e.what = ${asked.what}
      order by lower(n.name), n.id ${onPage(asked.page, PEOPLE_A_PAGE)}`.execute(tx),
  )
  return rows
}

/**
 * Every set is read once and hashed. Of a group that came in an hour ago the planner knows nothing yet: it would take each set for
 * one row, go through them in loops within loops, and not be done with four hundred people after ten seconds.
 */
async function inSets<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`set local enable_nestloop = off`.execute(tx)
  const found = await work()
  await sql`set local enable_nestloop = on`.execute(tx)
  return found
}

/**
 * Each person of the view, and what becomes of them. Who gets it is found as the sending itself finds it (`deliveries.fill`): of
 * those who share an address, the first by id.
 */
function eachOf({ letter, group, at }: Asked): RawBuilder<{ person_id: string; what: Becoming }> {
  const purpose = purposeOf[letter.kind]
  const view = register.savedViews.idsOf(letter.audience, { groupId: group.id, today: dayOf({ group, at }) })
  return sql`
    with members as materialized (${view}),
    may as materialized (
      select r.person_id, lower(r.email) as address, ${letter.kind === 'newsletter' ? mayGetNewsletter(sql`r.person_id`, at) : sql`true`} as now
      from people.reachable r join members m on m.id = r.person_id where r.purpose = ${purpose}),
    placed as (select person_id, now, row_number() over (partition by address, now order by person_id) as place from may)
    select m.id as person_id, case when p.person_id is null then u.why when not p.now then 'waits'
      when p.place > 1 then 'same_address' else 'gets' end as what
    from members m left join placed p on p.person_id = m.id
    left join people.unreachable u on u.person_id = m.id and u.purpose = ${purpose}`
}
