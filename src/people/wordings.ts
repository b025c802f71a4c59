import { sql } from 'kysely'
import type { Act } from '../platform/act.ts'
import type { Purpose } from './purposes.ts'

/** Keeps words once, exactly as they are shown, and gives their id. The same words said by a thousand people are one row. */
export async function keep({ tx, group, at }: Act, purpose: Purpose, words: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with kept as (
      insert into people.wording (group_id, purpose, words, made_at) values (${group.id}, ${purpose}, ${words}, ${at})
      on conflict (group_id, purpose, md5(words)) do nothing returning id)
    select id from kept union all
    select id from people.wording where purpose = ${purpose} and md5(words) = md5(${words}) limit 1`.execute(tx)
  const [first] = rows
  return first ? first.id : keptMeanwhile(tx, purpose, words)
}

/** Somebody else's act kept the same words after this statement began: now it has ended, they can be read. */
async function keptMeanwhile(tx: Act['tx'], purpose: Purpose, words: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select id from people.wording where purpose = ${purpose} and md5(words) = md5(${words})`.execute(tx)
  return rows[0]!.id
}
