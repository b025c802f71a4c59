import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import * as bases from '../bases.ts'
import type { Kind } from '../kinds.ts'
import { noticesWording, purposeNames, wordingOf } from '../purposes.ts'
import { type Choice, choicesOf } from './choices.ts'

/** The kinds of message that the link of a letter can stop and start. To be named in public is no message. */
export const messages = ['newsletter', 'campaigns', 'introductions', 'notices'] as const
export type Message = (typeof messages)[number]
export type MessageChoice = Choice & { readonly purpose: Message }

/** Whoever a letter went to, as they are today: a record that was merged is the person it became. */
export interface Reader {
  readonly id: string
  readonly kind: Kind
  readonly email: string | null
  /** Erased, left, or held and not used: a no is kept, and nobody can say yes in their name. */
  readonly gone: boolean
}

export async function readerOf(tx: Tx, personId: string): Promise<Reader | undefined> {
  const { rows } = await sql<Reader>`
    select p.id, p.kind, p.email, p.email is null or p.status = 'left' or p.restricted_at is not null as gone
    from people.person s join people.person p on p.id = coalesce(s.merged_into, s.id) where s.id = ${personId}`.execute(
    tx,
  )
  return rows[0]
}

export const messageName = (message: Message): string => purposeNames[message]

/** The words of a yes to a kind of message; they are kept with it. */
export const wordsOfYes = (message: Message, group: string): string =>
  message === 'notices' ? noticesWording(group) : wordingOf(message, group)

/** The kinds of message somebody gets, or could get, and how each stands. */
export async function messagesTo(tx: Tx, reader: Reader, group: string): Promise<readonly MessageChoice[]> {
  const all = await choicesOf(tx, reader, group)
  return messages.flatMap((message) => {
    const choice = all.find(({ purpose }) => purpose === message)
    if (!choice) return []
    // Whoever was owed notices and said no may take that back, whatever they are to the group.
    const words = choice.words ?? (choice.state === 'no' ? wordsOfYes(message, group) : null)
    return [{ ...choice, purpose: message, words }]
  })
}

type Said = { readonly reader: Reader; readonly message: Message }

/**
 * A no by the link of a letter: an objection, which stands against every list and every officer until they take it back (UK GDPR,
 * article 21(3)). Saying it twice is saying it once.
 * @returns whether there was something to stop
 */
export async function stop(act: Act, { reader, message }: Said): Promise<boolean> {
  const held = await bases.standing(act.tx, reader.id, message)
  await bases.object(act, { personId: reader.id, purpose: message, channel: 'email' })
  return held !== undefined
}

/** A yes by the link of a letter, with the words that stood above the button. */
export async function want(act: Act, { reader, message }: Said): Promise<void> {
  const choice = (await messagesTo(act.tx, reader, act.group.name)).find(({ purpose }) => purpose === message)
  if (reader.gone || !choice) throw new Refusal('This cannot be chosen by this link.', 410)
  if (choice.state === 'yes' || choice.state === 'right') return
  if (choice.words === null) throw new Refusal('This cannot be chosen here.', 422)
  await bases.give(act, {
    personId: reader.id,
    purpose: message,
    basis: 'consent',
    channel: 'email',
    words: choice.words,
  })
}
