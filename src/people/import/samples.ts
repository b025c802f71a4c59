import type { Tx } from '../../platform/database.ts'
import type { Sample } from '../../platform/slice.ts'
import { uuid } from '../../platform/web.ts'

/** Where a list is sent; and the latest list in each of its states, with its columns while they can be matched. */
export async function importSamples(tx: Tx): Promise<readonly Sample[]> {
  const home = '/office/register/import'
  const one = `${home}/:id{${uuid}}`
  const latest = await tx
    .selectFrom('people.import')
    .select(['id', 'state', 'file_sha256 as file'])
    .distinctOn('state')
    .orderBy('state')
    .orderBy('started_at', 'desc')
    .execute()
  const open = latest.find(({ file, state }) => file !== null && state === 'checking')
  return [
    { route: home, address: home, as: 'officer' },
    ...latest.map(({ id }) => ({ route: one, address: `${home}/${id}`, as: 'officer' as const })),
    ...(open ? [{ route: `${one}/columns`, address: `${home}/${open.id}/columns`, as: 'officer' as const }] : []),
  ]
}
