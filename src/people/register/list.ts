import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { onPage } from '../../platform/rowLimits.ts'
import type { Kind, Status } from '../kinds.ts'
import type { Part } from '../visibility.ts'
import { allOf, conditionsOf } from './conditions.ts'
import type { Eyes, Within } from './eyes.ts'
import type { Filter, SortKey } from './filter.ts'

/** A line of the register, as far as the officer sees it: what they do not see is null. */
export interface Listed {
  readonly id: string
  readonly name: string
  readonly kind: Kind
  readonly status: Status
  readonly restricted: boolean
  readonly email: string | null
  readonly council: string | null
  readonly offers: readonly string[]
  readonly renewsOn: string | null
  /** Which parts the officer sees of this one. */
  readonly sees: ReadonlySet<Part>
}

export interface Found {
  /** On all pages. */
  readonly total: number
  readonly people: readonly Listed[]
}

export const PEOPLE_A_PAGE = 25

export interface Asking {
  readonly eyes: Eyes
  readonly today: string
}

/**
 * The server plans a statement once for a connection, with the group that asks first. Planned for a large one it would read
 * the whole table, and every small group's page would do so from then on: by the group's own index it is right for both.
 */
export const byGroup = (tx: Tx): Promise<unknown> => sql`set local enable_seqscan = off`.execute(tx)

/** One page of those a filter finds, and how many it finds. Two queries, whatever the group's size. */
export async function find(tx: Tx, filter: Filter, asking: Asking): Promise<Found> {
  await byGroup(tx)
  const { total, ids } = await idsOf(tx, filter, asking)
  return { total, people: ids.length ? await linesOf(tx, ids, asking) : [] }
}

/**
 * The rows are chosen first, by narrow columns in one index; what a page shows of them is joined to the few afterwards. One
 * plan serves every filter (decision 6), because it reads the group's people once, whatever is asked.
 */
async function idsOf(
  tx: Tx,
  filter: Filter,
  asking: Asking,
): Promise<{ readonly total: number; readonly ids: readonly string[] }> {
  const order = sql`${sql.raw(filter.order === 'descending' ? 'desc' : 'asc')} nulls last`
  const { rows } = await sql<{ total: number; ids: string[] }>`
    with matching as materialized (
      select p.id, ${ORDERS[filter.sort]} as key, p.sort_key from people.person p where ${allOf(conditionsOf(filter, asking))})
    select (select count(*)::int from matching) as total,
      array(select id from matching order by key ${order}, sort_key, id
        ${onPage(filter.page, PEOPLE_A_PAGE)}) as ids`.execute(tx)
  return rows[0]!
}

const ORDERS: Readonly<Record<SortKey, RawBuilder<unknown>>> = {
  name: sql`p.sort_key`,
  joined: sql`p.joined_on`,
  renews: sql`p.renews_on`,
}

type Line = Omit<Listed, 'sees'> & Within

async function linesOf(tx: Tx, ids: readonly string[], { eyes }: Asking): Promise<readonly Listed[]> {
  const { rows } = await sql<Line>`
    select p.id, p.name, p.kind, p.status, p.restricted_at is not null as restricted, p.email, p.council,
      p.renews_on as "renewsOn", ${eyes.within},
      array(select t.name from people.person_topic c join people.topic t on t.id = c.topic_id and t.list = 'offer'
        where c.person_id = p.id order by t.position, t.id) as offers
    from unnest(${ids}::uuid[]) with ordinality as chosen (id, place) join people.person p on p.id = chosen.id
    order by chosen.place`.execute(tx)
  return rows.map((row) => asSeen(row, eyes.shown(row)))
}

const asSeen = (line: Line, sees: ReadonlySet<Part>): Listed => ({
  ...line,
  email: sees.has('contact') ? line.email : null,
  council: sees.has('place') ? line.council : null,
  offers: sees.has('topics') ? line.offers : [],
  renewsOn: sees.has('membership') ? line.renewsOn : null,
  sees,
})
