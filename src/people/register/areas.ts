import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { nameOf } from '../places/lists.ts'

/** Where somebody lives, as far as their record says, and who they are today when their record was merged. */
export interface Area {
  readonly personId: string
  readonly region: string | null
  readonly council: string | null
}

/** The areas of some people by the ids they were known by, for what is counted by area. One query. */
export async function areasOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Area>> {
  const { rows } = await sql<Area & { knownBy: string }>`
    select s.id as "knownBy", p.id as "personId", p.region, p.council
    from people.person s join people.person p on p.group_id = s.group_id and p.id = coalesce(s.merged_into, s.id)
    where s.id = any(${ids}::uuid[])`.execute(tx)
  const name = (code: string | null) => code && nameOf(code)
  return new Map(
    rows.map(({ knownBy, personId, region, council }) => [
      knownBy,
      { personId, region: name(region), council: name(council) },
    ]),
  )
}
