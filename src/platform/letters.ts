import { sql } from 'kysely'
import type { Act } from './act.ts'
import type { Tx } from './database.ts'
import { enqueue } from './jobs.ts'
import { Refusal } from './refusal.ts'

export interface Letter {
  /**
   * `service`: a code, a confirmation, whatever somebody asked for a moment ago; it goes at once. `notice`: everything else; it
   * goes when its reader wants notices.
   */
  readonly kind: 'service' | 'notice'
  readonly to: string
  readonly subject: string
  /** Plain text. */
  readonly body: string
  /** Whom an answer goes to, if not to the group. */
  readonly replyTo?: string | undefined
  /** Of a notice: while it waits, a newer one on the same topic takes its place. */
  readonly topic?: string
}

/** Nothing that could end an address and begin another, or a header (RFC 5322 §3.4.1, without the quoted form). */
const ONE_ADDRESS = /^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\]+$/

/** The order that hands a letter over. The slice for mail carries it out, by the same way as letters to many. */
export const handOverLetter = { name: 'platform.hand_over_letter' } as const

/** Puts one letter on its way, in the act's transaction. */
export async function send(act: Act, { kind, to, subject, body, replyTo, topic }: Letter): Promise<void> {
  if (![to, replyTo ?? to].every((address) => ONE_ADDRESS.test(address)))
    throw new Refusal('A letter goes to one email address.', 422)
  if (/[\r\n]/.test(subject)) throw new Refusal('A subject cannot have a line break.', 422)
  const { rows } = await sql<{ id: string }>`
    insert into platform.letter (group_id, kind, topic, to_address, reply_to, subject, body, written_at)
    values (${act.group.id}, ${kind}, ${topic ?? null}, ${to}, ${replyTo ?? null}, ${subject}, ${body}, ${act.at}) returning id`.execute(
    act.tx,
  )
  await enqueue(act, { job: handOverLetter, payload: { letter: rows[0]!.id } })
}

/** How many letters to these addresses are kept: on their way, or such that nobody knows whether they arrived. */
export async function lettersTo(tx: Tx, addresses: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from platform.letter
    where lower(to_address) = any(${lower(addresses)}) or lower(reply_to) = any(${lower(addresses)})`.execute(tx)
  return rows[0]!.n
}

/** Their person is to be forgotten. */
export async function forgetLettersTo({ tx }: Act, addresses: readonly string[]): Promise<void> {
  await sql`delete from platform.letter where lower(to_address) = any(${lower(addresses)}) or lower(reply_to) = any(${lower(addresses)})`.execute(
    tx,
  )
}

const lower = (addresses: readonly string[]) => addresses.map((one) => one.toLowerCase())
