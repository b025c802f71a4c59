import { type RawBuilder, sql } from 'kysely'
import { register } from '../../people/index.ts'
import type { Act } from '../../platform/act.ts'

/** In SQL: neither this person nor this address was asked before whether it is still right. A trigger refuses them, too. */
export const notAskedYet = (personId: RawBuilder<unknown>, address: RawBuilder<unknown>): RawBuilder<boolean> => sql`
  not exists (select from mailing.delivery e join mailing.letter k on k.group_id = e.group_id and k.id = e.letter_id
    where k.kind = 'still_right' and e.attempts > 0 and (e.person_id = ${personId} or e.address = ${address}))`

/** Whoever was asked by one of these deliveries, or perhaps was, is not asked again: the right to it ends. */
export async function useUp(act: Act, deliveries: readonly string[]): Promise<void> {
  if (!deliveries.length) return
  const { rows } = await sql<{ id: string }>`
    select d.person_id as id from mailing.delivery d
    join mailing.letter l on l.group_id = d.group_id and l.id = d.letter_id and l.kind = 'still_right'
    join people.reachable r on r.person_id = d.person_id and r.purpose = 'still_right'
    where d.id = any(${deliveries}::uuid[]) and d.state in ('accepted', 'refused', 'uncertain')`.execute(act.tx)
  for (const { id } of rows) await register.stillRight.asked(act, id)
}
