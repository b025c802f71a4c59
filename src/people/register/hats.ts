import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import { keepForUndo } from '../../platform/undo.ts'
import type { HatKind } from '../kinds.ts'
import { personChanged } from '../persons.ts'
import { lockOne } from './standing.ts'

export interface Hat {
  readonly id: string
  readonly kind: HatKind
  readonly name: string
}

export async function of(tx: Tx, personId: string): Promise<readonly Hat[]> {
  const rows = await tx
    .selectFrom('people.hat')
    .select(['id', 'kind', 'name'])
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute()
  return rows as Hat[]
}

export async function add(act: Act, personId: string, { kind, name }: Omit<Hat, 'id'>): Promise<void> {
  await lockOne(act, personId)
  const { id } = await act.tx
    .insertInto('people.hat')
    .values({ group_id: act.group.id, person_id: personId, kind, name })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepForUndo(act, { table: 'people.hat', key: { id }, inserted: true })
  await record(act, personChanged, { person: personId })
}

export async function remove(act: Act, personId: string, id: string): Promise<void> {
  await lockOne(act, personId)
  if (!(await of(act.tx, personId)).some((hat) => hat.id === id)) throw new Refusal('This is no longer noted.', 404)
  await keepForUndo(act, { table: 'people.hat', key: { id } })
  await act.tx.deleteFrom('people.hat').where('id', '=', id).execute()
  await record(act, personChanged, { person: personId })
}
