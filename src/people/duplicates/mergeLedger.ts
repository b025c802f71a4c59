import { sql } from 'kysely'
import { keepForUndo } from '../../platform/undo.ts'
import { type Merging, moveKeyed, moveRows } from './movedRows.ts'

/**
 * Both ledgers stay as proof, under the record that stays. The stricter answer wins: who said no on either record, or took a yes
 * back there, has said no. Of two rights that stand for one purpose, the older record's goes on.
 */
export async function mergeLedger(merging: Merging): Promise<void> {
  await endYeses(merging)
  await endSecondRights(merging)
  await moveRows(merging, { table: 'people.basis' })
  await moveKeyed(merging, { table: 'people.objection', besides: ['purpose'] })
}

/** Being held at all is no such answer: whoever left on one record may be a member on the other. */
async function endYeses({ act, keep, drop }: Merging): Promise<void> {
  const both = sql`(${keep}::uuid, ${drop}::uuid)`
  const { rows } = await sql<{ id: string; said: string }>`
    select b.id, case when exists (select from people.objection o where o.person_id in ${both} and o.purpose = b.purpose)
      then 'objected' else 'withdrawn' end as said
    from people.basis b where b.person_id in ${both} and b.until_at is null and b.purpose <> 'register' and (
      exists (select from people.objection o where o.person_id in ${both} and o.purpose = b.purpose)
      or exists (select from people.basis l where l.person_id in ${both} and l.person_id <> b.person_id and l.purpose = b.purpose
        and l.ended_because in ('withdrawn', 'objected')
        and not exists (select from people.basis s where s.person_id = l.person_id and s.purpose = l.purpose and s.until_at is null)))
    order by b.id for update of b`.execute(act.tx)
  for (const { id, said } of rows) await end({ act, id, because: said })
}

async function endSecondRights({ act, keep, drop }: Merging): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select b.id from people.basis b join people.basis k on k.person_id = ${keep} and k.purpose = b.purpose and k.until_at is null
    where b.person_id = ${drop} and b.until_at is null order by b.id for update of b`.execute(act.tx)
  for (const { id } of rows) await end({ act, id, because: 'merged' })
}

async function end({ act, id, because }: { act: Merging['act']; id: string; because: string }): Promise<void> {
  await keepForUndo(act, { table: 'people.basis', key: { id } })
  await act.tx
    .updateTable('people.basis')
    .set({ until_at: act.at, ended_because: because })
    .where('id', '=', id)
    .execute()
}
