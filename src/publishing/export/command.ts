import { Refusal } from '../../platform/refusal.ts'
import { homeOf } from '../../platform/origin.ts'
import { record } from '../../platform/journal.ts'
import { writeNewFile } from '../../platform/newFile.ts'
import type { Command } from '../../platform/slice.ts'
import { makeZip } from '../../platform/zipFile.ts'
import { websiteTakenOut } from '../events.ts'
import { exportSite } from './siteExport.ts'
import { inChunks, packPictures } from './websiteExport.ts'

/** `export wordpress --group SLUG [--to FILE] [--pictures FILE] [--home URL]`: works while the server runs. */
export const exportWordPressCommand: Command = {
  name: 'export wordpress',
  summary: 'Write a website as a WordPress export (--group, --to, --pictures, --home)',
  options: {
    group: { type: 'string' },
    to: { type: 'string' },
    pictures: { type: 'string' },
    home: { type: 'string' },
  },
  async run({ options, groupContext, services, say, progress }) {
    const slug = options['group']
    if (typeof slug !== 'string') throw new Refusal('Say which group: export wordpress --group my-group', 422)
    const context = await groupContext(slug)
    const place = typeof options['to'] === 'string' ? options['to'] : `${slug}.wordpress.xml`
    const at = new Date()
    const home = addressIn(options['home']) ?? homeOf(services, context.group)
    const bytes = await writeNewFile(place, inChunks(exportSite(context, { home, at, onProgress })))
    const pictures = options['pictures']
    if (typeof pictures === 'string')
      await makeZip({ at, fill: (pack) => packPictures(context, pack) }, (zip) => writeNewFile(pictures, zip))
    await context.act((act) => record(act, websiteTakenOut, { export: null }))
    say(`Wrote ${place}: ${bytes.toLocaleString('en-GB')} bytes. It may hold email addresses of people who commented.`)

    function onProgress(done: number, total: number): void {
      progress(`${done} of ${total}`)
    }
  },
}

function addressIn(option: string | boolean | undefined): string | undefined {
  if (typeof option !== 'string') return undefined
  if (!/^https?:\/\/[^\s/?#]+$/.test(option))
    throw new Refusal('An address looks like this: --home https://group.example', 422)
  return option
}
