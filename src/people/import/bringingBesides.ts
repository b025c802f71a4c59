import { sql } from 'kysely'
import { insertKept } from '../../platform/undoMany.ts'
import { type Bringing, comingRows, whoOf } from './bringingRows.ts'

/** Interests, offers, other hats, local groups and notes: added, never taken away. */
export async function bringBesides(bringing: Bringing): Promise<void> {
  await bringTopics(bringing, { list: 'interest', said: 'interests' })
  await bringTopics(bringing, { list: 'offer', said: 'offers' })
  await bringHats(bringing)
  await bringParts(bringing)
  await bringNotes(bringing)
}

async function bringTopics(bringing: Bringing, { list, said }: { list: string; said: string }): Promise<void> {
  const { act } = bringing
  const named = sql`people.import_row r, jsonb_array_elements_text(r.besides->${sql.lit(said)}) as n(name)`
  await insertKept(
    act,
    { table: 'people.topic', key: ['id'] },
    sql`insert into people.topic (group_id, list, name, position)
      select ${act.group.id}, ${list}, min(n.name), (select coalesce(max(position), 0) from people.topic where list = ${list}) + row_number() over (order by min(r.place))
      from ${named} where ${comingRows(bringing)} group by lower(n.name) on conflict do nothing`,
  )
  await insertKept(
    act,
    { table: 'people.person_topic', key: ['person_id', 'topic_id'] },
    sql`insert into people.person_topic (group_id, person_id, topic_id)
      select distinct r.group_id, ${whoOf}, t.id from ${named} join people.topic t on t.list = ${list} and lower(t.name) = lower(n.name)
      where ${comingRows(bringing)} on conflict do nothing`,
  )
}

async function bringHats(bringing: Bringing): Promise<void> {
  await insertKept(
    bringing.act,
    { table: 'people.hat', key: ['id'] },
    sql`insert into people.hat (group_id, person_id, kind, name)
      select r.group_id, ${whoOf}, h.kind, h.name from people.import_row r, jsonb_to_recordset(r.besides->'hats') as h(kind text, name text)
      where ${comingRows(bringing)} and r.besides ? 'hats' and not exists (
        select from people.hat e where e.person_id = ${whoOf} and e.kind = h.kind and lower(e.name) = lower(h.name))`,
  )
}

async function bringParts(bringing: Bringing): Promise<void> {
  const { act, today } = bringing
  await insertKept(
    act,
    { table: 'people.part', key: ['id'] },
    sql`insert into people.part (group_id, kind, name)
      select ${act.group.id}, 'local', min(r.besides->>'local_group') from people.import_row r
      where ${comingRows(bringing)} and r.besides ? 'local_group' group by lower(r.besides->>'local_group') on conflict do nothing`,
  )
  await insertKept(
    act,
    { table: 'people.part_member', key: ['id'] },
    sql`insert into people.part_member (group_id, part_id, person_id, from_on)
      select r.group_id, g.id, ${whoOf}, ${today} from people.import_row r join people.part g on lower(g.name) = lower(r.besides->>'local_group')
      where ${comingRows(bringing)} on conflict do nothing`,
  )
}

async function bringNotes(bringing: Bringing): Promise<void> {
  const { act } = bringing
  await insertKept(
    act,
    { table: 'people.note', key: ['id'] },
    sql`insert into people.note (group_id, person_id, words, written_by, written_at)
      select r.group_id, ${whoOf}, r.besides->>'note', ${act.by.personId}, ${act.at} from people.import_row r
      where ${comingRows(bringing)} and r.besides ? 'note' and not exists (
        select from people.note n where n.person_id = ${whoOf} and n.words = r.besides->>'note')`,
  )
}
