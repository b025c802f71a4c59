import type { GroupContext } from '../../platform/slice.ts'
import { bytesOf } from '../wordpress/factories.ts'
import * as imports from './imports.ts'
import type { Reconciliation } from './tally.ts'
import type { Uploads } from './uploads.ts'
import { importWordPress } from './wordpressImport.ts'

/** Imports an export given as text or bytes, as the command does. */
export async function importing(
  context: GroupContext,
  file: string | Uint8Array,
  { uploads }: { uploads?: Uploads } = {},
): Promise<Reconciliation & { readonly importId: string }> {
  const importId = await context.act((act) => imports.begin(act, { fileName: 'export.xml', state: 'running' }))
  try {
    const report = await importWordPress(context, { importId, open: () => bytesOf(file), uploads })
    return { ...report, importId }
  } catch (error) {
    await imports.giveUp(context, { id: importId, error })
    throw error
  }
}
