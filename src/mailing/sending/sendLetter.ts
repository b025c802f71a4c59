import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { senderDomain, senderOf } from '../../platform/mail.ts'
import { homeOf } from '../../platform/origin.ts'
import type { GroupContext } from '../../platform/slice.ts'
import { type Composer, composer, type LetterWords } from './composing.ts'
import { fill, pauseForTrouble } from './deliveries.ts'
import { writtenAddress } from './headers.ts'
import type { LetterState } from './letters.ts'
import { signerOf } from './outgoing.ts'
import { addressOf, type LinkPurpose, linkToken } from './readerLinks.ts'
import { type LetterKind, serverAgainAt } from './rules.ts'
import { lookForTheDead, type Packer, type RunEnded, sendForAWhile, type Sending } from './run.ts'
import { bounceAddress } from './verp.ts'

interface Letter extends LetterWords {
  readonly kind: LetterKind
  readonly state: LetterState
  readonly send_at: Date | null
  readonly setbacks: number
}
export type HowToSend = Pick<Sending, 'lines' | 'runFor' | 'patience'>

/**
 * Sends a letter for a few seconds, if its time has come. May run twice, and twice at once.
 * @returns when there is more to do; null when there is not
 */
export async function sendLetter(context: GroupContext, id: string, how: HowToSend = {}): Promise<Date | null> {
  const before = await context.read((tx) => letterOf(tx, id))
  if (before?.state === 'scheduled' && before.send_at! > new Date()) return before.send_at
  if (before?.state === 'scheduled') await context.act((act) => fill(act, id))
  const letter = await context.read((tx) => letterOf(tx, id))
  if (letter?.state !== 'sending') return null
  await lookForTheDead(context)
  const pack = await packerOf(context, letter)
  const domain = senderDomain(context.services.config)
  const ended = await sendForAWhile(context, { ...how, letterId: id, domain, pack })
  return afterwards(context, { id, letter, ended })
}

/** Letters that should be going out. */
export async function lettersDue(tx: Tx, at: Date): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from mailing.letter where state in ('scheduled', 'sending') and send_at <= ${at} order by send_at, id`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

/** A server that says no to us pauses the letter; one that is away is tried again, later each time. */
async function afterwards(
  { act }: GroupContext,
  { id, letter, ended: { accepted, again, trouble } }: { id: string; letter: Letter; ended: RunEnded },
): Promise<Date | null> {
  if (accepted && letter.setbacks)
    await act(({ tx }) =>
      sql`update mailing.letter set setbacks = 0, trouble = null where id = ${id} and state = 'sending'`.execute(tx),
    )
  if (!trouble) return again
  return act(async (a) => {
    if (trouble.forGood) {
      await pauseForTrouble(a, id, trouble.words)
      return null
    }
    const setbacks = accepted ? 1 : letter.setbacks + 1
    await sql`update mailing.letter set setbacks = ${setbacks}, trouble = ${trouble.words} where id = ${id} and state = 'sending'`.execute(
      a.tx,
    )
    const later = serverAgainAt(setbacks, a.at)
    return again && again > later ? again : later
  })
}

async function letterOf(tx: Tx, id: string): Promise<Letter | undefined> {
  const { rows } = await sql<Letter>`
    select kind, state, send_at, setbacks, subject, html, plain from mailing.letter where id = ${id}`.execute(tx)
  return rows[0]
}

/** How one reader's copy of a letter is written. */
export async function packerOf(
  context: GroupContext,
  letter: LetterWords & { readonly kind: LetterKind },
): Promise<Packer> {
  const { group, services } = context
  const [home, mailbox, { secret }] = [homeOf(services, group), senderOf(services.config), services]
  const compose: Composer = composer(letter, { name: group.name, address: mailbox, home })
  const asks: LinkPurpose = letter.kind === 'still_right' ? 'still-right' : 'answers'
  const sign = await signerOf(context)
  return async ({ id, address, name, messageId }, at) => {
    const pointer = { groupId: group.id, deliveryId: id }
    const link = (purpose: LinkPurpose) => addressOf(home, purpose, linkToken(purpose, pointer, secret))
    const words = { name, unsubscribe: link('unsubscribe'), preferences: link('preferences'), answers: link(asks) }
    const [to, message] = [writtenAddress(address), compose({ address, messageId, words, at })]
    if (!to || !message) return null
    return { from: bounceAddress(mailbox, pointer, secret), to, message: await sign(message, at) }
  }
}
