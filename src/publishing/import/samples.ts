import type { Tx } from '../../platform/database.ts'
import type { Sample } from '../../platform/slice.ts'
import { uuid } from '../../platform/web.ts'

/** The page to send an export from, and the latest report. */
export async function importSamples(tx: Tx): Promise<readonly Sample[]> {
  const home = '/office/website/import'
  const latest = await tx.selectFrom('publishing.import').select('id').orderBy('started_at', 'desc').executeTakeFirst()
  return [
    { route: home, address: home, as: 'officer' },
    ...(latest ? [{ route: `${home}/:id{${uuid}}`, address: `${home}/${latest.id}`, as: 'officer' as const }] : []),
  ]
}
