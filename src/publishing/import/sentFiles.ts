import type { Errors } from '../../platform/forms.ts'
import { Refusal, type RefusalStatus } from '../../platform/refusal.ts'
import { discardUploads, receiveUploads } from '../../platform/uploads.ts'
import type { Web } from '../../platform/web.ts'
import { isZipFile, openExportFile } from './exportFile.ts'
import type { NewImport } from './imports.ts'
import { openZip } from '../../platform/zip.ts'

/** Bytes of each of the two files. */
const LARGEST = 2 * 1024 ** 3

export type ReceivedExport =
  | { readonly ok: true; readonly sent: Omit<NewImport, 'state'>; readonly discard: () => Promise<void> }
  | { readonly ok: false; readonly errors: Errors; readonly status: RefusalStatus; readonly fetchMedia: boolean }

/** Takes the export, and the pictures if they came along; `limit` is in bytes of each. What cannot be used is refused here and not kept. */
export async function receiveExport(c: Web, limit = LARGEST): Promise<ReceivedExport> {
  let fetchMedia = false
  const onField = (name: string, value: string) => (fetchMedia ||= name === 'fetch_media' && value === 'yes')
  try {
    const { export: file, uploads } = await receiveUploads(c, { fields: ['export', 'uploads'], limit, onField })
    const discard = () =>
      discardUploads(
        c.var,
        [file, uploads].flatMap((one) => (one ? [one.sha256] : [])),
      )
    const pathOf = (sha256: string) => c.var.services.files.path(c.var.group.id, sha256)
    const trouble = file
      ? await troubleWith({ file: pathOf(file.sha256), uploads: uploads && pathOf(uploads.sha256) })
      : MISSING
    if (file && !trouble)
      return {
        ok: true,
        sent: {
          fileName: file.fileName,
          exportSha256: file.sha256,
          uploadsSha256: uploads?.sha256 ?? null,
          fetchMedia,
        },
        discard,
      }
    await discard()
    return { ok: false, fetchMedia, ...(trouble ?? MISSING) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ok: false, fetchMedia, errors: { export: error.message }, status: error.status }
  }
}

interface Trouble {
  readonly errors: Errors
  readonly status: RefusalStatus
}

const MISSING: Trouble = { errors: { export: 'Choose the file that WordPress made.' }, status: 422 }

/** What is wrong with the kind of the files; their contents are judged when they are read. */
async function troubleWith({ file, uploads }: { file: string; uploads: string | undefined }): Promise<Trouble | null> {
  const exportTrouble = await refusalOf(async () => (await openExportFile(file)).close())
  if (exportTrouble) return { errors: { export: exportTrouble.message }, status: exportTrouble.status }
  if (!uploads) return null
  const zipTrouble = await refusalOf(async () => {
    if (!(await isZipFile(uploads)))
      throw new Refusal('This is not a zip file. Make a zip of the folder wp-content/uploads and choose that.', 415)
    await (await openZip(uploads)).close()
  })
  return zipTrouble && { errors: { uploads: zipTrouble.message }, status: zipTrouble.status }
}

async function refusalOf(work: () => Promise<void>): Promise<Refusal | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
