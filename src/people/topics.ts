import { sql } from 'kysely'
import type { Act } from '../platform/act.ts'
import type { Tx } from '../platform/database.ts'
import { type HeldPart, heldRows } from './heldRows.ts'

/** What a group asks people about themselves: what interests them, and what help they offer. */
export type TopicList = 'interest' | 'offer'

export interface Topic {
  readonly id: string
  readonly list: TopicList
  readonly name: string
}

/** Both lists in the group's own order. */
export async function all(tx: Tx): Promise<readonly Topic[]> {
  const rows = await tx
    .selectFrom('people.topic')
    .select(['id', 'list', 'name'])
    .orderBy('list')
    .orderBy('position')
    .orderBy('name')
    .execute()
  return rows as Topic[]
}

/** What a person chose, by id. */
export async function chosenBy(tx: Tx, personId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('people.person_topic').select('topic_id').where('person_id', '=', personId).execute()
  return new Set(rows.map(({ topic_id }) => topic_id))
}

/** Puts these in place of what the person chose before. Ids the group does not have are left out. */
export async function choose({ tx, group }: Act, personId: string, ids: readonly string[]): Promise<void> {
  await tx.deleteFrom('people.person_topic').where('person_id', '=', personId).execute()
  if (!ids.length) return
  await sql`
    insert into people.person_topic (group_id, person_id, topic_id)
    select ${group.id}, ${personId}, t.id from people.topic t where t.id = any(${ids}::uuid[])`.execute(tx)
}

/** Adds a topic at the end of its list, or gives the one of that name. */
export async function addOrFind({ tx, group }: Act, list: TopicList, name: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with made as (
      insert into people.topic (group_id, list, name, position)
      select ${group.id}, ${list}, ${name}, coalesce(max(position), 0) + 1 from people.topic where list = ${list}
      on conflict (group_id, list, lower(name)) do nothing returning id)
    select id from made union all
    select id from people.topic where list = ${list} and lower(name) = lower(${name}) limit 1`.execute(tx)
  return rows[0]!.id
}

const chosen = heldRows({
  table: 'people.person_topic',
  what: 'Interests and offers of help',
  why: '',
  says: () => null,
})

/** What a person told us of these, for their own page and when they go. */
export const topics: HeldPart = {
  ...chosen,
  holds: async (tx, personId) => {
    const mine = await chosenBy(tx, personId)
    const named = (await all(tx)).filter(({ id }) => mine.has(id))
    return named.map(({ list, name }) => ({
      what: list === 'interest' ? 'Interest' : 'Offer of help',
      value: name,
      why: 'You told us',
    }))
  },
}
