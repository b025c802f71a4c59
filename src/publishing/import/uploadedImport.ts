import type { Act } from '../../platform/act.ts'
import { isConnectionLost } from '../../platform/connectionLost.ts'
import { enqueue, type Job } from '../../platform/jobs.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { GroupContext } from '../../platform/slice.ts'
import { discardUploads } from '../../platform/uploads.ts'
import { openExportFile } from './exportFile.ts'
import * as imports from './imports.ts'
import { openUploads } from './uploads.ts'
import { importWordPress } from './wordpressImport.ts'

/** Begins an import of files that were sent; the worker does the rest. */
export async function startImport(act: Act, sent: Omit<imports.NewImport, 'state'>): Promise<string> {
  const begun = await imports.begin(act, { ...sent, state: 'waiting' })
  await enqueue(act, { job: importUploaded, payload: { import: begun } })
  return begun
}

/** Imports what was sent. One that was killed half-way begins anew; one that has ended does nothing. */
export const importUploaded: Job<{ import: string }> = {
  name: 'publishing.import_wordpress',
  run: async (context, { import: id }) => {
    const sent = await context.read((tx) => imports.findSent(tx, id))
    if (!sent) return
    if (sent.isOpen) await importOrGiveUp(context, { id, sent })
    await discardUploads(context, await context.act((act) => imports.forgetSent(act, id)))
  },
}

type Sent = imports.SentFiles & { readonly fetchMedia: boolean }

async function importOrGiveUp(context: GroupContext, { id, sent }: { id: string; sent: Sent }): Promise<void> {
  try {
    await importSent(context, { id, sent })
  } catch (error) {
    if (isConnectionLost(error)) throw error // nothing came in, and the worker will try again
    if (!(error instanceof Refusal)) context.services.log.fault('import', error)
    await imports.giveUp(context, { id, error })
  }
}

async function importSent(
  { services, ...rest }: GroupContext,
  { id, sent }: { id: string; sent: Sent },
): Promise<void> {
  const { exportSha256, uploadsSha256, fetchMedia } = sent
  if (!exportSha256) throw new Refusal('The file that was sent is no longer here. Send it again.', 410)
  const pathOf = (sha256: string) => services.files.path(rest.group.id, sha256)
  const uploads = uploadsSha256 ? await openUploads(pathOf(uploadsSha256)) : undefined
  try {
    const file = await openExportFile(pathOf(exportSha256))
    try {
      await importWordPress({ services, ...rest }, { importId: id, open: file.open, uploads, fetchMedia })
    } finally {
      await file.close()
    }
  } finally {
    await uploads?.close()
  }
}
