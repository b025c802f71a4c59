import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Kind } from '../kinds.ts'

/** How many people of a kind there were in a region on a day; the region is the one they live in now. */
export interface Count {
  readonly kind: Kind
  /** A code of the Office for National Statistics; null when no postcode is known. */
  readonly region: string | null
  readonly people: number
}

/** How many began or ended being of a kind in a month. */
export interface Change {
  readonly kind: Kind
  /** 'YYYY-MM' */
  readonly month: string
  readonly began: number
  readonly ended: number
}

/**
 * Everybody by kind and region on a day, from the history of memberships: a past day is counted as it was. Records that were
 * merged count once; people erased since still count by kind, for the history stays without a name.
 */
export async function countsOn(tx: Tx, day: string): Promise<readonly Count[]> {
  const { rows } = await sql<Count>`
    select m.kind, p.region, count(*)::int as people
    from people.membership m join people.person p on p.id = m.person_id
    where m.from_on <= ${day} and (m.to_on is null or m.to_on > ${day}) and p.merged_into is null
    group by m.kind, p.region order by m.kind, people desc, p.region`.execute(tx)
  return rows
}

/** Every month in which something changed, from the first on. Two sums, however many people there are. */
export async function changesByMonth(tx: Tx): Promise<readonly Change[]> {
  const { rows } = await sql<Change>`
    select change.kind, to_char(day, 'YYYY-MM') as month, sum(began)::int as began, sum(ended)::int as ended from (
      select m.kind, m.from_on as day, 1 as began, 0 as ended, m.person_id from people.membership m
      union all
      select m.kind, m.to_on, 0, 1, m.person_id from people.membership m where m.to_on is not null) as change
    join people.person p on p.id = change.person_id and p.merged_into is null
    group by change.kind, month order by month, change.kind`.execute(tx)
  return rows
}
