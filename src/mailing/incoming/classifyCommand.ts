import { Refusal } from '../../platform/refusal.ts'
import type { Command } from '../../platform/slice.ts'
import { beginningOf } from './beginnings.ts'
import { classify } from './classification.ts'
import type { Classified } from './classes.ts'
import { mailFiles } from './mailFiles.ts'

/** `mail classify PATH…`: what each mail is, file by file, in the order of their names. Touches no database. */
export const classifyCommand: Command = {
  name: 'mail classify',
  operands: '<path>…',
  summary: 'Say of mails that came in what they are: bounce, complaint, automatic answer, reply (--json)',
  options: { json: { type: 'boolean' } },
  async run({ operands, options, say, progress }) {
    if (!operands.length) throw new Refusal('Say which mails: mail classify mail.eml, or a folder of them', 422)
    const files = await mailFiles(operands)
    if (!files.length) throw new Refusal('There is no mail in there.', 404)
    for (const [i, file] of files.entries()) {
      const found = await classify(await beginningOf(file))
      say(options['json'] ? JSON.stringify({ file, ...found }) : lineOf(file, found))
      if (i % 1000 === 999) progress(`${i + 1} of ${files.length} mails`)
    }
  },
}

const lineOf = (file: string, found: Classified): string =>
  [
    found.class.padEnd(10),
    (found.reason ?? '–').padEnd(15),
    (found.status ?? '–').padEnd(7),
    file,
    found.recipients.join(', '),
    ...(found.newAddress === undefined ? [] : [`→ ${found.newAddress}`]),
  ].join('  ')
