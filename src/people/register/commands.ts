import { theHost } from '../../platform/actor.ts'
import { csvPieces } from '../../platform/csv.ts'
import { writeNewFile } from '../../platform/newFile.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Command } from '../../platform/slice.ts'
import { civilDay } from '../../platform/time.ts'
import { plural } from '../../ui/words.ts'
import { eyesOf } from './eyes.ts'
import { takeOut } from './exporting.ts'
import { noFilter } from './filter.ts'

/** A host's act, journalled like an officer's: everybody but those who left, with a reason. */
export const peopleExport: Command = {
  name: 'people export',
  summary: 'Write the people of a group as a CSV table (--group SLUG --reason TEXT [--to FILE])',
  options: { group: { type: 'string' }, reason: { type: 'string' }, to: { type: 'string' } },
  async run({ options, groupContext, say, progress }) {
    const { group: slug, reason, to } = options
    if (typeof slug !== 'string') throw new Refusal('Say which group: --group SLUG', 422)
    if (typeof reason !== 'string' || !reason.trim() || reason.length > 500)
      throw new Refusal('Say what it is for, in up to 500 characters: --reason "The post’s change of address".', 422)
    const { group, act } = await groupContext(slug)
    const host = theHost(group.id)
    const asking = { eyes: eyesOf(host), today: civilDay(new Date(), group.zone) }
    const taking = { filter: noFilter, reason: reason.trim(), contact: true, approvalId: null }
    const { columns, rows } = await act((one) => takeOut(one, taking, asking))
    const pieces = csvPieces({ columns, rows: each(rows) })
    if (typeof to === 'string') await writeNewFile(to, encoded(pieces))
    else for await (const piece of pieces) say(piece.replace(/\r\n$/, ''))
    progress(`${plural(rows.length, 'person', 'people')} taken out.`)
  },
}

// eslint-disable-next-line typescript/require-await -- what makes files takes rows as they come
async function* each<T>(rows: readonly T[]): AsyncGenerator<T> {
  yield* rows
}

async function* encoded(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield Buffer.from(piece)
}
