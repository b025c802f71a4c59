import { basename } from 'node:path'
import { access } from 'node:fs/promises'
import { setFlagsFromString } from 'node:v8'
import { Refusal } from '../../platform/refusal.ts'
import type { Command, CommandContext, GroupContext } from '../../platform/slice.ts'
import { considerately, fetchAll, type Manner } from '../media/mediaJob.ts'
import { type MediaProgress, progressOf } from '../media/wanted.ts'
import { openExportFile } from './exportFile.ts'
import { listFindings } from './findings.ts'
import * as imports from './imports.ts'
import { countedKinds, type Reconciliation } from './tally.ts'
import { openUploads, type Uploads } from './uploads.ts'
import { importWordPress } from './wordpressImport.ts'

/** `import wordpress FILE --group SLUG`: works while the server runs. */
export const importCommand = (manner: Manner = considerately): Command => ({
  name: 'import wordpress',
  operands: '<file>',
  summary: 'Bring in a WordPress export (--group, --uploads, --fetch-media, --json)',
  options: {
    group: { type: 'string' },
    uploads: { type: 'string' },
    'fetch-media': { type: 'boolean' },
    json: { type: 'boolean' },
  },
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
      await importFile(context, { file, uploads, manner, ...asked })
    } finally {
      await uploads?.close()
    }
  },
})
export const importWordPressCommand = importCommand()

/**
 * What an import needs at a time does not grow with the file, but V8 would let a heap of 40 MB grow fourfold before it
 * looks for what is needed no more, on a machine with room. Here it looks earlier, at some hundredths of the time.
 */
const GROW_LITTLE = '--heap-growing-percent=60'

type Asked = CommandContext & {
  readonly file: string
  readonly uploads: Uploads | undefined
  readonly manner: Manner
}

async function importFile(context: GroupContext, asked: Asked): Promise<void> {
  const { file, options, say } = asked
  const fetchMedia = options['fetch-media'] === true
  const importId = await context.act((act) =>
    imports.begin(act, { fileName: basename(file), state: 'running', fetchMedia }),
  )
  const report = await importOrGiveUp(context, { ...asked, importId, fetchMedia })
  const findings = await context.read((tx) => listFindings(tx, { importId }))
  const pictures = fetchMedia ? await fetchPictures(context, { ...asked, importId }) : null
  if (!options['json']) {
    for (const line of [...linesOf(report, findings.length), ...(pictures ? linesOfPictures(pictures) : [])]) say(line)
    return
  }
  const found = findings.map(({ kind, address, detail }) => ({ kind, address, detail }))
  say(JSON.stringify({ ...report, findings: found, ...(pictures && { fetched: pictures }) }))
}

async function importOrGiveUp(
  context: GroupContext,
  { file, uploads, importId, fetchMedia, progress }: Asked & { importId: string; fetchMedia: boolean },
): Promise<Reconciliation> {
  try {
    setFlagsFromString(GROW_LITTLE)
    const source = await openExportFile(file)
    const onProgress = ({ done, total }: imports.Progress) =>
      progress(total ? `${done} of ${total}` : `${done} items read`)
    const report = await importWordPress(context, { importId, open: source.open, uploads, fetchMedia, onProgress })
    await source.close()
    return report
  } catch (error) {
    await imports.giveUp(context, { id: importId, error })
    throw error
  }
}

/** The job is queued too: should this be stopped, the server goes on with it. */
async function fetchPictures(
  context: GroupContext,
  { importId, manner, progress }: Asked & { importId: string },
): Promise<MediaProgress> {
  const now = () => context.read((tx) => progressOf(tx, importId))
  const onProgress = async () => {
    const { here, waiting } = await now()
    progress(`${here} pictures fetched, ${waiting} to go`)
  }
  await fetchAll(context, { importId, manner, onProgress })
  return now()
}

const linesOfPictures = ({ here, failed, reasons }: MediaProgress): string[] => [
  `${here} pictures fetched from the old website, ${failed} missing.`,
  ...reasons.map(({ reason, count }) => `Missing, ${count}: ${reason}`),
]

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
