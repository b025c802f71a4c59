import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Job } from '../../platform/jobs.ts'
import { handOverLetter } from '../../platform/letters.ts'
import { senderOf } from '../../platform/mail.ts'
import type { GroupContext } from '../../platform/slice.ts'
import type { Outcome, Parcel } from '../../platform/smtpLine.ts'
import { whyDead } from '../incoming/refusals.ts'
import { writtenAddress } from '../sending/headers.ts'
import { handAlone, signerOf } from '../sending/outgoing.ts'
import { bounceAddress } from '../sending/verp.ts'
import { cameBack, noteReader } from './handedLetters.ts'
import { type PlainLetter, plainMessage } from './plainLetter.ts'
import { nowUncertain } from './uncertainLetters.ts'
import { keepForLater } from './waitingNotices.ts'

/**
 * Hands one letter to the mail server, by the same line, envelope and signature as letters to many. 'handing_over' is committed
 * first: if the program dies during the dialogue, or the line breaks when the words were already on their way, the letter stays
 * uncertain and is not sent again by itself.
 */
export const handOver: Job<{ letter: string }> = {
  ...handOverLetter,
  async run(context, { letter: id }) {
    const { act, services } = context
    const letter = await act((a) => claim(a, id, services.secret))
    if (!letter) return
    const reply = await handAlone(context, await packed(context, letter), id)
    if (reply.outcome === 'unknown') return act((a) => nowUncertain(a, id))
    await act(async (a) => {
      await end(a, id, reply.outcome)
      const why = whyDead(reply)
      if (why) await cameBack(a, { id, why, secret: services.secret })
    })
    if (reply.outcome === 'later') throw new Error('The mail server says: later.') // the worker tries again, later each time
  },
}

/** The letter, if it is to go now. One that was being handed over already was left so by a program that died. */
async function claim(act: Act, id: string, secret: string): Promise<PlainLetter | undefined> {
  if (await keepForLater(act, id)) return undefined
  const { rows } = await sql<PlainLetter>`
    update platform.letter set state = 'handing_over', attempts = attempts + 1, handed_at = ${act.at}
    where id = ${id} and state = 'waiting'
    returning id, to_address as "to", reply_to as "replyTo", subject, body`.execute(act.tx)
  if (rows[0]) await noteReader(act, { id, to: rows[0].to, secret })
  else await nowUncertain(act, id)
  return rows[0]
}

async function packed(context: GroupContext, letter: PlainLetter): Promise<Parcel | null> {
  const { group, services } = context
  const [mailbox, at, to] = [senderOf(services.config), new Date(), writtenAddress(letter.to)]
  const message = plainMessage(letter, { name: group.name, mailbox }, at)
  if (!to || !message) return null
  const sign = await signerOf(context)
  const from = bounceAddress(mailbox, { groupId: group.id, deliveryId: letter.id }, services.secret)
  return { from, to, message: await sign(message, at) }
}

/** Once a letter is taken or refused, neither its words nor its address are kept. */
async function end({ tx, at }: Act, id: string, outcome: Outcome): Promise<void> {
  const state = outcome === 'taken' ? 'accepted' : outcome === 'refused' ? 'refused' : 'waiting'
  const over = state !== 'waiting'
  await sql`update platform.letter set state = ${state}, ended_at = ${over ? at : null},
    body = case when ${over} then null else body end, to_address = case when ${over} then null else to_address end,
    reply_to = case when ${over} then null else reply_to end where id = ${id}`.execute(tx)
}
