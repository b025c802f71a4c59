import { record } from '../../platform/journal.ts'
import { writeNewFile } from '../../platform/newFile.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Command, Slice } from '../../platform/slice.ts'
import { makeZip } from '../../platform/zipFile.ts'
import { groupTakenOut } from '../events.ts'
import { reasonForm } from './forms.ts'
import { packGroup } from './groupExport.ts'

/** `export group SLUG --to FILE --reason TEXT`: works while the server runs. */
export const exportGroupCommand = (slices: readonly Slice[]): Command => ({
  name: 'export group',
  operands: '<group>',
  summary: 'Write everything of a group as a zip anyone can read (--to, --reason)',
  options: { to: { type: 'string' }, reason: { type: 'string' } },
  async run({ operands: [slug], options, groupContext, say, progress }) {
    const place = options['to']
    if (!slug || typeof place !== 'string')
      throw new Refusal('Say which group and which file: export group my-group --to everything.zip --reason "…"', 422)
    const asked = reasonForm.safeParse({ reason: options['reason'] ?? '' })
    if (!asked.success)
      throw new Refusal('Say why, for the journal’s sake: --reason "Handing over to a new host".', 422)
    const context = await groupContext(slug)
    const at = new Date()
    const onProgress = (done: number, total: number) => progress(`${done} of ${total}`)
    const wish = { slices, reason: asked.data.reason, at, onProgress }
    const bytes = await makeZip({ at, fill: (pack) => packGroup(context, wish, pack) }, (zip) =>
      writeNewFile(place, zip),
    )
    await context.act((act) => record(act, groupTakenOut, { export: null }))
    say(`Wrote ${place}: ${bytes.toLocaleString('en-GB')} bytes. It holds personal data: keep it safe.`)
  },
})
