import type { Tx } from '../../platform/database.ts'
import type { Sample } from '../../platform/slice.ts'

const as = 'officer'

/** The office of letters. */
export function officeSamples(_tx: Tx): Promise<readonly Sample[]> {
  return Promise.resolve(
    ['', '?show=drafts', '?show=sent&page=2'].map((query) => ({
      route: '/office/letters',
      address: `/office/letters${query}`,
      as,
    })),
  )
}
