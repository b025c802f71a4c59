import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import { record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import { keepForUndo } from '../../platform/undo.ts'
import { readBlocks } from '../blocks/block.ts'
import { write } from '../sending/letters.ts'
import type { LetterKind } from '../sending/rules.ts'
import { draftDeleted } from './events.ts'

/** A new draft with the words and the readers of another letter. Its blocks are its own: what readers answer is told apart by them. */
export async function copy(act: Act, id: string): Promise<string> {
  const { rows } = await sql<{ kind: LetterKind; subject: string; preview: string; blocks: unknown; audience: string }>`
    select kind, subject, preview, blocks, audience from mailing.letter where id = ${id}`.execute(act.tx)
  const [letter] = rows
  if (!letter) throw new Refusal('There is no such letter.', 404)
  if (letter.kind === 'still_right')
    throw new Refusal('The letter that asks once has words of its own, which stay.', 409)
  const blocks = readBlocks(letter.blocks).map((block) => ({ ...block, id: randomUUID() }))
  const made = await write(act, { ...letter, blocks })
  await sql`update mailing.letter n set audience_name = o.audience_name, shown = o.shown
    from mailing.letter o where n.id = ${made} and o.id = ${id}`.execute(act.tx)
  return made
}

/** A letter that was decided is not deleted: it is what was said to people, or is about to be. */
export async function remove(act: Act, id: string): Promise<void> {
  const { rows } = await sql<{ state: string }>`select state from mailing.letter where id = ${id} for update`.execute(
    act.tx,
  )
  if (!rows[0]) throw new Refusal('There is no such letter.', 404)
  if (rows[0].state !== 'draft') throw new Refusal('This letter was decided already, so it is not deleted.', 409)
  await keepForUndo(act, { table: 'mailing.letter', key: { id } })
  await sql`delete from mailing.letter where id = ${id}`.execute(act.tx)
  await record(act, draftDeleted, { letter: id })
}
