import type { Tx } from '../../platform/database.ts'

/** The names of those who saved versions, by their id. */
export async function namesOf(
  tx: Tx,
  versions: readonly { readonly madeBy: string | null }[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(versions.flatMap(({ madeBy }) => (madeBy ? [madeBy] : [])))]
  if (!ids.length) return new Map()
  const rows = await tx.selectFrom('people.named').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export interface NamedPerson {
  readonly id: string
  readonly name: string
}

/** Everyone on the register, to say who stands behind a byline. */
export async function peopleByName(tx: Tx): Promise<readonly NamedPerson[]> {
  return tx.selectFrom('people.named').select(['id', 'name']).orderBy('name').limit(1000).execute()
}
