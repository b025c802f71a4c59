import type { Act } from '../platform/act.ts'
import type { Tx } from '../platform/database.ts'
import { keepForUndo } from '../platform/undo.ts'
import type { HatKind } from './kinds.ts'

/** What else somebody is: where they work, what they belong to. */
export interface Hat {
  readonly kind: HatKind
  readonly name: string
}

export async function of(tx: Tx, personId: string): Promise<readonly Hat[]> {
  const rows = await tx
    .selectFrom('people.hat')
    .select(['kind', 'name'])
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute()
  return rows as Hat[]
}

/** Several of a kind in one field: "Unison; NEU". */
export const namesIn = (typed: string): readonly string[] =>
  typed
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean)
export const inOneField = (hats: readonly Hat[], kind: HatKind): string =>
  hats.flatMap((hat) => (hat.kind === kind ? [hat.name] : [])).join('; ')

/** Adds those that are not there yet. */
export async function add(act: Act, personId: string, hats: readonly Hat[]): Promise<void> {
  const held = new Set((await of(act.tx, personId)).map(keyOf))
  for (const hat of hats) if (!held.has(keyOf(hat))) await insert(act, personId, hat)
}

/** Puts these in place of what was there. */
export async function put(act: Act, personId: string, hats: readonly Hat[]): Promise<void> {
  const rows = await act.tx.selectFrom('people.hat').selectAll().where('person_id', '=', personId).execute()
  const wanted = new Set(hats.map(keyOf))
  for (const row of rows) if (!wanted.has(keyOf(row))) await remove(act, row.id)
  await add(act, personId, hats)
}

async function insert(act: Act, personId: string, { kind, name }: Hat): Promise<void> {
  const { id } = await act.tx
    .insertInto('people.hat')
    .values({ group_id: act.group.id, person_id: personId, kind, name })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepForUndo(act, { table: 'people.hat', key: { id }, inserted: true })
}

export async function remove(act: Act, id: string): Promise<void> {
  await keepForUndo(act, { table: 'people.hat', key: { id } })
  await act.tx.deleteFrom('people.hat').where('id', '=', id).execute()
}

const keyOf = ({ kind, name }: { kind: string; name: string }): string => `${kind} ${name.toLowerCase()}`
