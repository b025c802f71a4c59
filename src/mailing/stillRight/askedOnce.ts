import { type RawBuilder, sql } from 'kysely'
import { register } from '../../people/index.ts'
import type { Act } from '../../platform/act.ts'

/** In SQL: neither this person nor this address was asked before whether it is still right. A trigger refuses them, too. */
export const notAskedYet = (personId: RawBuilder<unknown>, address: RawBuilder<unknown>): RawBuilder<boolean> => sql`
  not exists (select from mailing.delivery e join mailing.letter k on k.group_id = e.group_id and k.id = e.letter_id
    where k.kind = 'still_right' and e.attempts > 0 and (e.person_id = ${personId} or e.address = ${address}))`

/** Whoever was asked, or perhaps was, is not asked again: the right to it ends. */
export async function useUp(act: Act, letterId: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select d.person_id as id from mailing.delivery d join people.reachable r on r.person_id = d.person_id
    where d.letter_id = ${letterId} and d.state in ('accepted', 'refused', 'uncertain') and r.purpose = 'still_right'`.execute(
    act.tx,
  )
  for (const { id } of rows) await register.stillRight.asked(act, id)
}
