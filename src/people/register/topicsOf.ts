import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { keepForUndo } from '../../platform/undo.ts'
import { record } from '../../platform/journal.ts'
import { personChanged } from '../persons.ts'
import { all } from '../topics.ts'

export const nameOf = async (tx: Tx, id: string): Promise<string | null> =>
  (await all(tx)).find((topic) => topic.id === id)?.name ?? null

/** Notes that a topic interests somebody, or that they offer it. */
export async function add(act: Act, { topicId, personId }: { topicId: string; personId: string }): Promise<void> {
  const key = { person_id: personId, topic_id: topicId }
  const { numInsertedOrUpdatedRows } = await act.tx
    .insertInto('people.person_topic')
    .values({ group_id: act.group.id, ...key })
    .onConflict((same) => same.columns(['group_id', 'person_id', 'topic_id']).doNothing())
    .executeTakeFirstOrThrow()
  if (!numInsertedOrUpdatedRows) return
  await keepForUndo(act, { table: 'people.person_topic', key, inserted: true })
  await record(act, personChanged, { person: personId })
}

export async function remove(act: Act, { topicId, personId }: { topicId: string; personId: string }): Promise<void> {
  const key = { person_id: personId, topic_id: topicId }
  await keepForUndo(act, { table: 'people.person_topic', key })
  await act.tx
    .deleteFrom('people.person_topic')
    .where('person_id', '=', personId)
    .where('topic_id', '=', topicId)
    .execute()
  await record(act, personChanged, { person: personId })
}

/** Ticks as they were sent, in place of what was chosen before. Only the differences are written. */
export async function choose(act: Act, personId: string, ids: readonly string[]): Promise<void> {
  const before = new Set(
    (await act.tx.selectFrom('people.person_topic').select('topic_id').where('person_id', '=', personId).execute()).map(
      ({ topic_id }) => topic_id,
    ),
  )
  const known = new Set((await all(act.tx)).map(({ id }) => id))
  for (const topicId of ids) if (known.has(topicId) && !before.has(topicId)) await add(act, { topicId, personId })
  for (const topicId of before) if (!ids.includes(topicId)) await remove(act, { topicId, personId })
}
