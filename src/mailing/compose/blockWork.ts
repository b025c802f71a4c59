import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import { Refusal } from '../../platform/refusal.ts'
import { keepForUndo } from '../../platform/undo.ts'
import { type Block, MOST_BLOCKS } from '../blocks/block.ts'
import { record } from '../../platform/journal.ts'
import { letterChanged } from '../sending/events.ts'
import { lockLetter, type Showing, showingsOf, type WrittenLetter } from './letter.ts'

/** A block without its id, as a form gives it. */
export type NewBlock = Block extends infer B ? (B extends Block ? Omit<B, 'id'> : never) : never

/** Puts a block after another, or at the end. */
export const add = (
  act: Act,
  letterId: string,
  { block, after }: { block: NewBlock; after: string | null },
): Promise<string> =>
  change(act, letterId, (blocks) => {
    if (blocks.length >= MOST_BLOCKS) throw new Refusal(`A letter has at most ${MOST_BLOCKS} parts.`, 422)
    const id = randomUUID()
    const at = after === null ? blocks.length : placeOf(blocks, after) + 1
    return { blocks: blocks.toSpliced(at, 0, { id, ...block } as Block), result: id }
  })

/** Puts several at the end. */
export const append = (act: Act, letterId: string, added: readonly NewBlock[]): Promise<void> =>
  change(act, letterId, (blocks) => ({
    blocks: [...blocks, ...added.map((block) => ({ id: randomUUID(), ...block }))].slice(0, MOST_BLOCKS),
    result: undefined,
  }))

/**
 * Saves a block as it was written anew.
 * @param was the block as the writer saw it when they began; somebody else's change since is not written over
 */
export const save = (act: Act, letterId: string, { block, was }: { block: Block; was: string }): Promise<void> =>
  change(act, letterId, (blocks) => {
    const at = placeOf(blocks, block.id)
    if (was !== stampOf(blocks[at]!))
      throw new Refusal(
        'Somebody changed this part while you were writing. Below is what you wrote: save again to put it in place of theirs.',
        409,
      )
    return { blocks: blocks.with(at, block), result: undefined }
  })

export const remove = (act: Act, letterId: string, id: string): Promise<void> =>
  change(act, letterId, (blocks) => ({ blocks: blocks.toSpliced(placeOf(blocks, id), 1), result: undefined }))

/** One place up or down; at the end it stays where it is. */
export const move = (act: Act, letterId: string, { id, way }: { id: string; way: 'up' | 'down' }): Promise<void> =>
  change(act, letterId, (blocks) => {
    const at = placeOf(blocks, id)
    const to = Math.min(Math.max(at + (way === 'up' ? -1 : 1), 0), blocks.length - 1)
    return { blocks: blocks.toSpliced(at, 1).toSpliced(to, 0, blocks[at]!), result: undefined }
  })

/** Subject, preview line, and who may read it on the website. */
export async function saveHead(
  act: Act,
  letterId: string,
  { subject, preview, shown }: { subject: string; preview: string; shown: Showing },
): Promise<void> {
  const { kind } = await draftOf(act, letterId)
  if (!showingsOf(kind).includes(shown))
    throw new Refusal('A notice is for members, so it cannot be shown to everybody.', 422)
  await sql`update mailing.letter set subject = ${subject}, preview = ${preview}, shown = ${shown} where id = ${letterId}`.execute(
    act.tx,
  )
  await record(act, letterChanged, { letter: letterId })
}

/** What tells two states of a block apart, for a form to carry. */
export const stampOf = (block: Block): string => JSON.stringify(block)

async function change<T>(
  act: Act,
  letterId: string,
  work: (blocks: readonly Block[]) => { readonly blocks: readonly Block[]; readonly result: T },
): Promise<T> {
  const { blocks, result } = work((await draftOf(act, letterId)).blocks)
  await sql`update mailing.letter set blocks = ${JSON.stringify(blocks)}::jsonb where id = ${letterId}`.execute(act.tx)
  await record(act, letterChanged, { letter: letterId })
  return result
}

/** The letter, kept for undo. What was decided is not changed: it is called back first. */
async function draftOf(act: Act, letterId: string): Promise<WrittenLetter> {
  const letter = await lockLetter(act.tx, letterId)
  if (letter.state !== 'draft')
    throw new Refusal('This letter is on its way, so its words stand. Call it back first, if there is still time.', 409)
  await keepForUndo(act, { table: 'mailing.letter', key: { id: letterId } })
  return letter
}

function placeOf(blocks: readonly Block[], id: string): number {
  const at = blocks.findIndex((block) => block.id === id)
  if (at < 0) throw new Refusal('This part of the letter is no longer there.', 404)
  return at
}
