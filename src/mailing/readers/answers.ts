import { sql } from 'kysely'
import { register } from '../../people/index.ts'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import { keepForUndo } from '../../platform/undo.ts'
import { type BlockOf, readBlocks } from '../blocks/block.ts'
import type { LetterState } from '../sending/letters.ts'
import { answerGiven, asksClosed, asksOpened } from './events.ts'
import { type Asking, type PlacedAnswer, takesAnswers } from './askRules.ts'
import { linkBehind } from './openedLinks.ts'

export type Ask = BlockOf<'ask'>

/** The questions in a letter, and until when they are answered. */
export interface AskingLetter extends Asking {
  readonly id: string
  readonly subject: string
  readonly state: LetterState
  readonly asks: readonly Ask[]
}

/** A letter that has begun to go out; undefined when there is none of this id. */
export async function askingLetter(tx: Tx, id: string): Promise<AskingLetter | undefined> {
  const { rows } = await sql<Asking & { id: string; subject: string; state: LetterState; blocks: unknown }>`
    select id, subject, state, blocks, send_at as "sentAt", asks_closed_at as "closedAt" from mailing.letter
    where id = ${id} and filled_at is not null`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  const { blocks, ...letter } = row
  return { ...letter, asks: readBlocks(blocks).filter((block) => block.kind === 'ask') }
}

export interface Given {
  readonly says: 'yes' | 'no' | null
  readonly words: string
}

/** What a reader answers to one question; it takes the place of what they answered before. */
export async function give(
  act: Act,
  { deliveryId, askId, says, words }: Given & { readonly deliveryId: string; readonly askId: string },
): Promise<AskingLetter> {
  const { letterId, reader } = await linkBehind(act.tx, deliveryId)
  const letter = await askingLetter(act.tx, letterId)
  if (!letter || !reader || reader.gone || !takesAnswers(letter, act.at)) throw new Refusal(CLOSED, 410)
  if (!letter.asks.some(({ id }) => id === askId)) throw new Refusal('This letter does not ask that.', 404)
  await sql`
    insert into mailing.answer (group_id, letter_id, ask_id, person_id, says, words, answered_at)
    values (${act.group.id}, ${letterId}, ${askId}, ${reader.id}, ${says}, ${words}, ${act.at})
    on conflict (group_id, letter_id, ask_id, person_id) do update
    set says = excluded.says, words = excluded.words, answered_at = excluded.answered_at`.execute(act.tx)
  await record(act, answerGiven, { letter: letterId })
  return letter
}

export const CLOSED = 'This question is closed, so the answer was not kept.'

/** One answer as its officers see it, with where the reader lives. */
export interface GivenAnswer extends PlacedAnswer {
  readonly askId: string
  readonly personId: string
  readonly at: Date
}

/** Every answer to a letter, the last first; of somebody whose two records became one, only the later. Two queries. */
export async function toLetter(tx: Tx, letterId: string): Promise<readonly GivenAnswer[]> {
  const { rows } = await sql<Given & { askId: string; personId: string; at: Date }>`
    select ask_id as "askId", person_id as "personId", says, words, answered_at as at from mailing.answer
    where letter_id = ${letterId} order by answered_at desc, ask_id, person_id`.execute(tx)
  const areas = await register.areasOf(
    tx,
    rows.map(({ personId }) => personId),
  )
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    const area = areas.get(row.personId)
    const personId = area?.personId ?? row.personId
    const one = `${row.askId} ${personId}`
    if (seen.has(one)) return []
    seen.add(one)
    return [{ ...row, personId, region: area?.region ?? null, council: area?.council ?? null }]
  })
}

/** What those who answered are called, for officers who may see it. */
export async function namesOf(tx: Tx, answers: readonly GivenAnswer[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(answers.map(({ personId }) => personId))]
  const { rows } = await sql<{
    id: string
    name: string
  }>`select id, name from people.named where id = any(${ids}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Takes no more answers, or takes them again for as long as the sixty days last. */
export async function setClosed(act: Act, letterId: string, closed: boolean): Promise<void> {
  const letter = await askingLetter(act.tx, letterId)
  if (!letter) throw new Refusal('There is no such letter.', 404)
  if (closed === !takesAnswers(letter, act.at)) return
  if (!closed && letter.closedAt === null) throw new Refusal('Sixty days have passed, so it stays closed.', 409)
  await keepForUndo(act, { table: 'mailing.letter', key: { id: letterId } })
  await sql`update mailing.letter set asks_closed_at = ${closed ? act.at : null} where id = ${letterId}`.execute(act.tx)
  await record(act, closed ? asksClosed : asksOpened, { letter: letterId })
}
