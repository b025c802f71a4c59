import { basename } from 'node:path'
import { access } from 'node:fs/promises'
import { setFlagsFromString } from 'node:v8'
import { Refusal } from '../../platform/refusal.ts'
import type { Command, CommandContext, GroupContext } from '../../platform/slice.ts'
import { openExportFile } from './exportFile.ts'
import { listFindings } from './findings.ts'
import * as imports from './imports.ts'
import { countedKinds, type Reconciliation } from './tally.ts'
import { openUploads, type Uploads } from './uploads.ts'
import { importWordPress } from './wordpressImport.ts'

/** `import wordpress FILE --group SLUG`: works while the server runs. */
export const importWordPressCommand: Command = {
  name: 'import wordpress',
  operands: '<file>',
  summary: 'Bring in a WordPress export (--group, --uploads, --json)',
  options: { group: { type: 'string' }, uploads: { type: 'string' }, json: { type: 'boolean' } },
  async run(asked) {
    const {
      operands: [file],
      options,
      groupContext,
    } = asked
    const slug = options['group']
    if (!file || typeof slug !== 'string')
      throw new Refusal('Say which file and which group: import wordpress export.xml --group my-group', 422)
    await access(file).catch(() => {
      throw new Refusal(`There is no file at ${file} that can be read.`, 404)
    })
    const context = await groupContext(slug)
    const uploads = typeof options['uploads'] === 'string' ? await openUploads(options['uploads']) : undefined
    try {
      await importFile(context, { file, uploads, ...asked })
    } finally {
      await uploads?.close()
    }
  },
}

/**
 * What an import needs at a time does not grow with the file, but V8 would let a heap of 40 MB grow fourfold before it
 * looks for what is needed no more, on a machine with room. Here it looks earlier, at some hundredths of the time.
 */
const GROW_LITTLE = '--heap-growing-percent=60'

type Asked = CommandContext & { readonly file: string; readonly uploads: Uploads | undefined }

async function importFile(context: GroupContext, { file, uploads, options, say, progress }: Asked): Promise<void> {
  const importId = await context.act((act) => imports.begin(act, { fileName: basename(file), state: 'running' }))
  try {
    setFlagsFromString(GROW_LITTLE)
    const source = await openExportFile(file)
    const onProgress = ({ done, total }: imports.Progress) =>
      progress(total ? `${done} of ${total}` : `${done} items read`)
    const report = await importWordPress(context, { importId, open: source.open, uploads, onProgress })
    await source.close()
    const findings = await context.read((tx) => listFindings(tx, { importId, limit: 100_000, offset: 0 }))
    if (options['json'])
      say(
        JSON.stringify({
          ...report,
          findings: findings.map(({ kind, address, detail }) => ({ kind, address, detail })),
        }),
      )
    else for (const line of linesOf(report, findings.length)) say(line)
  } catch (error) {
    await imports.giveUp(context, { id: importId, error })
    throw error
  }
}

function linesOf(report: Reconciliation, findings: number): string[] {
  const head = `${''.padEnd(14)}${['in', 'made', 'changed', 'unchanged', 'left out'].map((word) => word.padStart(11)).join('')}`
  const rows = countedKinds.map((kind) => {
    const { in: came, made, changed, unchanged, left_out: out } = report[kind]
    const figures = [came, made, changed, unchanged, out].map((n) => String(n).padStart(11))
    return `${kind.replace('_', ' ').padEnd(14)}${figures.join('')}`
  })
  const reasons = report.left_out.map(
    ({ kind, reason, count }) => `Left out, ${count} of ${kind.replace('_', ' ')}: ${reason}`,
  )
  return [head, ...rows, ...reasons, `${findings} things to look at. The report is under Website, Import.`]
}
