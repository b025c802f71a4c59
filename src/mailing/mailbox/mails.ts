import { createHash } from 'node:crypto'
import { CompiledQuery, sql } from 'kysely'
import { contextOf } from '../../platform/installation.ts'
import { record } from '../../platform/journal.ts'
import { senderOf } from '../../platform/mail.ts'
import { homeOf } from '../../platform/origin.ts'
import type { Act } from '../../platform/act.ts'
import type { Services } from '../../platform/services.ts'
import { wasHanded } from '../toOne/handedLetters.ts'
import { classOf } from '../incoming/classification.ts'
import { parsedMail } from '../incoming/parsedMail.ts'
import { type Clues, cluesIn, isOurOwn } from './clues.ts'
import { complaintReceived, mailNoted, replyReceived } from './events.ts'
import { type CameBack, type Delivery, follow } from './following.ts'
import { isAboutOne, oneCameBack } from './letterToOne.ts'
import { type Proof, toldOf } from './outcomes.ts'
import { REPLIES } from './replies.ts'

/** One mail in a mailbox. Numbers mean something only together with the mailbox's UIDVALIDITY (RFC 3501 §2.3.1.1). */
export interface MailPlace {
  readonly mailbox: string
  readonly uidValidity: string
  readonly uid: number
}
/** `known`: another turn was quicker. */
export type Outcome = 'taken' | 'unmatched' | 'unreadable' | 'known'

/**
 * Finds out whose delivery a mail is about and notes what it says, in one transaction together with the mail's number: a crash
 * before the commit leaves it to the next turn, and after it no turn takes it again.
 */
export async function takeMail(services: Services, place: MailPlace, bytes: Uint8Array): Promise<Outcome> {
  const mail = await parsedMail(bytes)
  const found = classOf(mail)
  const clues = cluesIn(mail, services.secret)
  if (found.class === 'other' || isOurOwn(mail, senderOf(services.config))) return leave(services, place, 'unmatched')
  for (const { groupId, deliveryId, proof } of await candidates(services, clues)) {
    const group = services.groups.byId(groupId)
    if (!group) continue
    const outcome = await contextOf(services, group).act(async (act): Promise<Outcome | null> => {
      const delivery = await deliveryFor(act, { deliveryId, clues, proof })
      const told = delivery && toldOf(found, { address: delivery.address, proof })
      const alone = !delivery && isAboutOne(found, proof) && (await wasHanded(act.tx, deliveryId))
      if (!alone && (!delivery || !told)) return null
      if (
        !(await lookedAt(place, 'taken', (text, values) => act.tx.executeQuery(CompiledQuery.raw(text, [...values]))))
      )
        return 'known'
      const page = `${homeOf(services, group)}${REPLIES}`
      if (!delivery || !told) await oneCameBack(act, { id: deliveryId, found, secret: services.secret })
      else await note(act, { delivery, told, mail, writer: clues.writer, page, hash: hashOf(bytes) })
      return 'taken'
    })
    if (outcome) return outcome
  }
  return leave(services, place, 'unmatched')
}

/** It stays in the mailbox as it is, and is not looked at again. */
export async function leave(
  { pool }: Pick<Services, 'pool'>,
  place: MailPlace,
  outcome: 'unmatched' | 'unreadable',
): Promise<Outcome> {
  const isNew = await lookedAt(place, outcome, (text, values) => pool.query(text, [...values]))
  return isNew ? outcome : 'known'
}

const LOOKED_AT = `
  with mine as (insert into mailing.mailbox_mail (mailbox, uidvalidity, uid, outcome, seen_at)
    values ($1, $2, $3, $4, now()) on conflict do nothing returning uid)
  update mailing.mailbox m set last_uid = greatest(m.last_uid, mine.uid), tried_uid = null, tries = 0
  from mine where m.name = $1 and m.uidvalidity = $2 returning m.last_uid`

type Ask = (text: string, values: readonly unknown[]) => Promise<{ rows: readonly unknown[] }>

/** False when it was before. */
async function lookedAt({ mailbox, uidValidity, uid }: MailPlace, outcome: Outcome, ask: Ask): Promise<boolean> {
  return (await ask(LOOKED_AT, [mailbox, uidValidity, uid, outcome])).rows.length > 0
}

interface Candidate {
  readonly groupId: number
  readonly deliveryId: string
  readonly proof: Proof
}

/** Our signature names the group; for a Message-ID each group is asked, in one round trip. */
async function candidates({ pool }: Services, { signed, copies }: Clues): Promise<readonly Candidate[]> {
  if (signed.length) return signed.map((one) => ({ ...one, proof: 'signature' }))
  const found: Candidate[] = []
  for (const deliveryId of [...new Set(copies.map((one) => one.deliveryId))].slice(0, 5)) {
    // The id has been matched by a pattern of hexadecimal digits: it can end no literal.
    const condition = `exists (select from mailing.delivery where id = '${deliveryId}')`
    const { rows } = await pool.query<{ id: number }>('select id from platform.groups_where($1) as id', [condition])
    found.push(...rows.map(({ id }) => ({ groupId: id, deliveryId, proof: 'message id' as const })))
  }
  return found
}

interface Sought {
  readonly deliveryId: string
  readonly clues: Clues
  readonly proof: Proof
}

/** The delivery, if it was ever handed over; by its Message-ID only if that is the one it had on one of its tries. */
async function deliveryFor({ tx }: Act, { deliveryId, clues, proof }: Sought): Promise<Delivery | null> {
  const { rows } = await sql<Delivery & { attempts: number; message_id: string | null }>`
    select d.id, d.letter_id as "letterId", l.subject, d.person_id as "personId", d.address, d.attempts, d.message_id
    from mailing.delivery d join mailing.letter l on l.id = d.letter_id
    where d.id = ${deliveryId} and d.attempts > 0`.execute(tx)
  const [row] = rows
  if (!row || proof === 'signature') return row ?? null
  const domain = row.message_id?.split('@')[1]?.toLowerCase()
  const same = clues.copies.some(
    (copy) => copy.deliveryId === row.id && copy.attempt <= row.attempts && copy.domain === domain,
  )
  return same ? row : null
}

/** The same mail under another number, as after a change of UIDVALIDITY, has no consequences twice. */
async function note(act: Act, back: Omit<CameBack, 'incoming'> & { hash: string }): Promise<void> {
  const { delivery, told, hash } = back
  const { rows } = await sql<{ id: string }>`
    insert into mailing.incoming (group_id, letter_id, delivery_id, person_id, mail_hash, kind, status, reason, came_at)
    values (${act.group.id}, ${delivery.letterId}, ${delivery.id}, ${delivery.personId}, ${hash}, ${told.kind},
      ${told.status?.slice(0, 20) ?? null}, ${told.reason?.slice(0, 40) ?? null}, ${act.at})
    on conflict (group_id, mail_hash) do nothing returning id`.execute(act.tx)
  if (!rows.length) return
  const incoming = rows[0]!.id
  // Whatever comes back shows that a server took it: it is not sent again.
  await sql`update mailing.delivery set state = 'accepted' where id = ${delivery.id} and state = 'uncertain'`.execute(
    act.tx,
  )
  const event = told.kind === 'reply' ? replyReceived : told.kind === 'complaint' ? complaintReceived : mailNoted
  await record(act, event, { letter: delivery.letterId, incoming })
  await follow(act, { ...back, incoming })
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
