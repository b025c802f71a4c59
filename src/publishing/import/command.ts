import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { basename } from 'node:path'
import { Refusal } from '../../platform/refusal.ts'
import type { Command } from '../../platform/slice.ts'
import * as imports from './imports.ts'
import { countedKinds, type Reconciliation } from './tally.ts'
import { openUploads } from './uploads.ts'
import { importWordPress } from './wordpressImport.ts'

/** `import wordpress FILE --group SLUG`: works while the server runs. */
export const importWordPressCommand: Command = {
  name: 'import wordpress',
  operands: '<file>',
  summary: 'Bring in a WordPress export (--group, --uploads, --json)',
  options: { group: { type: 'string' }, uploads: { type: 'string' }, json: { type: 'boolean' } },
  async run({ operands: [file], options, say, progress, groupContext }) {
    const slug = options['group']
    if (!file || typeof slug !== 'string') throw new Refusal('Say which file and which group: import wordpress export.xml --group my-group', 422)
    await access(file).catch(() => {
      throw new Refusal(`There is no file at ${file} that can be read.`, 404)
    })
    const context = await groupContext(slug)
    const uploads = typeof options['uploads'] === 'string' ? await openUploads(options['uploads']) : undefined
    const importId = await context.act((act) => imports.begin(act, { fileName: basename(file), state: 'running' }))
    try {
      const report = await importWordPress(context, { importId, open: () => createReadStream(file), uploads, onProgress: (done, total) => progress(`${done} of ${total} items`) })
      const findings = await context.read((tx) => imports.listFindings(tx, { importId, limit: 100_000, offset: 0 }))
      if (options['json']) say(JSON.stringify({ ...report, findings: findings.map(({ kind, address, detail }) => ({ kind, address, detail })) }))
      else for (const line of linesOf(report, findings.length)) say(line)
    } catch (error) {
      await imports.giveUp(context, { id: importId, error })
      throw error
    } finally {
      await uploads?.close()
    }
  },
}

function linesOf(report: Reconciliation, findings: number): string[] {
  const head = `${''.padEnd(14)}${['in', 'made', 'changed', 'unchanged', 'left out'].map((word) => word.padStart(11)).join('')}`
  const rows = countedKinds.map((kind) => {
    const { in: came, made, changed, unchanged, left_out: out } = report[kind]
    return `${kind.replace('_', ' ').padEnd(14)}${[came, made, changed, unchanged, out].map((n) => String(n).padStart(11)).join('')}`
  })
  const reasons = report.left_out.map(({ kind, reason, count }) => `Left out, ${count} of ${kind.replace('_', ' ')}: ${reason}`)
  return [head, ...rows, ...reasons, `${findings} things to look at. The report is under Website, Import.`]
}
