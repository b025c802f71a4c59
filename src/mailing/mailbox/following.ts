import { sql } from 'kysely'
import { persons, register } from '../../people/index.ts'
import type { Act } from '../../platform/act.ts'
import type { ParsedMail } from '../incoming/parsedMail.ts'
import { deadBecause } from '../incoming/refusals.ts'
import { keepsComingBack, type PastLetter, type Told } from './outcomes.ts'
import { keepReply } from './keepingReplies.ts'

/** A delivery something came back about. */
export interface Delivery {
  readonly id: string
  readonly letterId: string
  readonly subject: string
  /** Both null once the person was erased. */
  readonly personId: string | null
  readonly address: string | null
}

export interface CameBack {
  readonly incoming: string
  readonly delivery: Delivery
  readonly told: Told
  readonly mail: ParsedMail
  readonly writer: string | null
  /** The page with all replies. */
  readonly page: string
}

/** What follows from a mail, in the transaction that notes it. Nothing does for somebody who was erased. */
export async function follow(act: Act, back: CameBack): Promise<void> {
  const { personId, address } = back.delivery
  const person = personId ? await persons.find(act.tx, personId) : undefined
  if (!person || !address) return
  const { kind, reason, newAddress } = back.told
  const trouble = { personId: person.id, email: address }
  if (kind === 'hard') await register.addressTroubles.fails(act, { ...trouble, why: deadBecause(reason) })
  if (kind === 'soft' && (await comesBackForWeeks(act, { ...back, personId: person.id })))
    await register.addressTroubles.fails(act, {
      ...trouble,
      why: reason === 'suspended' ? 'suspended' : 'mailbox_full',
    })
  if (kind === 'complaint') await endNewsletter(act, { personId: person.id, incoming: back.incoming })
  if (kind === 'auto_reply' && reason === 'moved' && newAddress && back.writer === address)
    await register.addressProposals.propose(act, { personId: person.id, email: newAddress })
  if (kind === 'reply') await reply(act, back, person)
}

/** Reasons that are the mailbox's own. A refusal for policy or spam says something about us. */
const OF_THE_MAILBOX = ['mailbox_full', 'suspended']

async function comesBackForWeeks(
  { tx }: Act,
  { told, delivery, personId }: CameBack & { personId: string },
): Promise<boolean> {
  if (!OF_THE_MAILBOX.includes(told.reason ?? '')) return false
  const { rows } = await sql<PastLetter>`
    select d.handed_at as at, exists (select from mailing.incoming i where i.delivery_id = d.id and i.kind = 'soft'
      and i.reason = any(${OF_THE_MAILBOX})) as "cameBack"
    from mailing.delivery d where d.person_id = any(${await persons.idsOf(tx, personId)}) and d.address = ${delivery.address}
      and d.state = 'accepted' order by d.handed_at desc limit 100`.execute(tx)
  return keepsComingBack(rows)
}

/** By their own word, sent by email: a no that stands. */
async function endNewsletter(act: Act, { personId, incoming }: { personId: string; incoming: string }): Promise<void> {
  const had = await register.bases.standing(act.tx, personId, 'newsletter')
  await register.bases.object(act, { personId, purpose: 'newsletter', channel: 'email' })
  if (had) await sql`update mailing.incoming set ended_newsletter = true where id = ${incoming}`.execute(act.tx)
}

/** Somebody to whom the letter was passed on may answer it, but says nothing for its reader. */
async function reply(act: Act, back: CameBack, person: persons.Person): Promise<void> {
  const writer = back.writer
  if (!writer) return
  const own = (await persons.addressesOf(act.tx, person.id)).map((one) => one.toLowerCase())
  const isTheirs = writer === back.delivery.address || own.includes(writer)
  const ends = isTheirs && back.told.reason === 'unsubscribe'
  if (ends) await endNewsletter(act, { personId: person.id, incoming: back.incoming })
  if (!isTheirs) await sql`update mailing.incoming set person_id = null where id = ${back.incoming}`.execute(act.tx)
  await keepReply(act, back, { writer, name: isTheirs ? person.name : writer, endedNewsletter: ends })
}
