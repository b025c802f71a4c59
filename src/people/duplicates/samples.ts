import type { Tx } from '../../platform/database.ts'
import type { Sample } from '../../platform/slice.ts'
import { uuid } from '../../platform/web.ts'
import * as duplicates from './duplicates.ts'

const HOME = '/office/register/duplicates'

/** The list, and the first pair in it. */
export async function duplicateSamples(tx: Tx): Promise<readonly Sample[]> {
  const [first] = await duplicates.list(tx, 1)
  return [
    { route: HOME, address: HOME, as: 'officer' },
    ...(first
      ? [
          {
            route: `${HOME}/:one{${uuid}}/:other{${uuid}}`,
            address: `${HOME}/${first.one.id}/${first.other.id}`,
            as: 'officer',
          } as const,
        ]
      : []),
  ]
}
