import type { Tx } from '../../platform/database.ts'
import type { Sample } from '../../platform/slice.ts'
import { uuid } from '../../platform/web.ts'
import * as series from './series.ts'
import { listShown } from './shown.ts'

export async function seriesSamples(tx: Tx): Promise<readonly Sample[]> {
  const [one] = await series.list(tx)
  const [shown] = await listShown(tx)
  return [
    { route: '/series', address: '/series', as: 'visitor' },
    ...(shown ? [{ route: '/series/:slug', address: shown.href, as: 'visitor' as const }] : []),
    { route: '/office/series', address: '/office/series', as: 'officer' },
    ...(one
      ? [{ route: `/office/series/:id{${uuid}}`, address: `/office/series/${one.id}`, as: 'officer' as const }]
      : []),
  ]
}
