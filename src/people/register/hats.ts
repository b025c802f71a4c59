import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import * as hats from '../hats.ts'
import { personChanged } from '../persons.ts'
import { lockOne } from './standing.ts'

/** A hat that an officer can take off again. */
export interface Hat extends hats.Hat {
  readonly id: string
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

export async function add(act: Act, personId: string, hat: hats.Hat): Promise<void> {
  await lockOne(act, personId)
  await hats.add(act, personId, [hat])
  await record(act, personChanged, { person: personId })
}

export async function remove(act: Act, personId: string, id: string): Promise<void> {
  await lockOne(act, personId)
  if (!(await of(act.tx, personId)).some((hat) => hat.id === id)) throw new Refusal('This is no longer noted.', 404)
  await hats.remove(act, id)
  await record(act, personChanged, { person: personId })
}
