import { readExport } from '../wordpress/export.ts'
import { openExportFile } from './exportFile.ts'

/** What the website calls itself in an export that lies at `place`. A Refusal when that is no export. */
export async function siteNameIn(place: string): Promise<string> {
  const file = await openExportFile(place)
  try {
    for await (const record of readExport(file.open())) return record.kind === 'site' ? record.title : ''
    return ''
  } finally {
    await file.close()
  }
}
