import { persons } from '../people/index.ts'
import type { Act } from '../platform/act.ts'
import { mentions } from '../platform/mentions.ts'
import type { Erasure } from '../platform/slice.ts'

/** Nothing here is held about a person; their words or their name may stand on the home page. */
export async function erase({ tx }: Act, personId: string): Promise<readonly Erasure[]> {
  const name = (await persons.find(tx, personId))?.name ?? ''
  const found = await mentions(tx, name, {
    what: 'Places on the website’s own pages that mention this name',
    table: 'platform.setting',
    columns: ['value'],
  })
  return [found]
}
