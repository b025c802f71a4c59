import { sql } from 'kysely'
import type { Act } from './act.ts'
import type { Tx } from './database.ts'
import { enqueue, type Job } from './jobs.ts'
import { deliver } from './mail.ts'
import { Refusal } from './refusal.ts'
import type { GroupContext } from './slice.ts'

export interface Letter {
  readonly to: string
  readonly subject: string
  /** Plain text. */
  readonly body: string
  /** Whom an answer goes to, if not to the group. */
  readonly replyTo?: string | undefined
}

/** Nothing that could end an address and begin another, or a header (RFC 5322 §3.4.1, without the quoted form). */
const ONE_ADDRESS = /^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\]+$/

/** Puts one letter on its way, in the act's transaction. */
export async function send(act: Act, { to, subject, body, replyTo }: Letter): Promise<void> {
  if (![to, replyTo ?? to].every((address) => ONE_ADDRESS.test(address)))
    throw new Refusal('A letter goes to one email address.', 422)
  if (/[\r\n]/.test(subject)) throw new Refusal('A subject cannot have a line break.', 422)
  const { rows } = await sql<{ id: string }>`
    insert into platform.letter (group_id, to_address, reply_to, subject, body, written_at)
    values (${act.group.id}, ${to}, ${replyTo ?? null}, ${subject}, ${body}, ${act.at}) returning id`.execute(act.tx)
  await enqueue(act, { job: handOver, payload: { letter: rows[0]!.id } })
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

/**
 * Hands one letter to the mail server. 'handing_over' is committed first: if the program dies during the SMTP dialogue, or
 * the line breaks when the words were already on their way, the letter stays uncertain and is not sent again by itself.
 */
export const handOver: Job<{ letter: string }> = {
  name: 'platform.hand_over_letter',
  async run(context, { letter: id }) {
    const letter = await claim(context, id)
    if (!letter) return
    const outcome = await deliver(context, { ...letter, id })
    if (outcome === 'taken') return end(context, { id, state: 'accepted' })
    if (outcome === 'refused') return end(context, { id, state: 'refused' })
    if (outcome === 'unknown')
      return context.services.log.info(`letter ${id} may or may not have been taken by the mail server`)
    await end(context, { id, state: 'waiting' })
    throw new Error('The mail server says: later.') // the worker tries again, later each time
  },
}

async function claim({ act }: GroupContext, id: string): Promise<Letter | undefined> {
  return act(async ({ tx }) => {
    const { rows } = await sql<Letter>`
      update platform.letter set state = 'handing_over', attempts = attempts + 1
      where id = ${id} and state = 'waiting' returning to_address as "to", reply_to as "replyTo", subject, body`.execute(
      tx,
    )
    return rows[0]
  })
}

/** Once a letter is taken or refused, neither its words nor its address are kept. */
async function end(
  { act }: GroupContext,
  { id, state }: { id: string; state: 'waiting' | 'accepted' | 'refused' },
): Promise<void> {
  await act(async ({ tx, at }) => {
    const over = state !== 'waiting'
    await sql`update platform.letter set state = ${state}, ended_at = ${over ? at : null},
      body = case when ${over} then null else body end, to_address = case when ${over} then null else to_address end,
      reply_to = case when ${over} then null else reply_to end where id = ${id}`.execute(tx)
  })
}
