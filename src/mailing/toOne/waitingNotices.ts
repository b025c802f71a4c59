import { sql } from 'kysely'
import { letterChoices, persons } from '../../people/index.ts'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { send } from '../../platform/letters.ts'
import { mornings } from '../readers/frequencies.ts'
import * as preferences from '../readers/preferences.ts'
import { gathered, type Notice } from './gathered.ts'

/**
 * Lays a notice aside until the morning, or Monday's, if its reader wants notices once a day or a week. A newer one on the same
 * topic takes the place of one that waits.
 * @returns false when it is to go now
 */
export async function keepForLater(act: Act, letterId: string): Promise<boolean> {
  const reader = await readerOf(act.tx, letterId)
  if (!reader || reader.notices === 'at_once') return false
  const due = mornings(act.at, act.group.zone)[reader.notices]
  await sql`delete from mailing.waiting_notice w using platform.letter l
    where l.id = ${letterId} and w.person_id = ${reader.id} and w.topic = l.topic`.execute(act.tx)
  await sql`
    with notice as (delete from platform.letter where id = ${letterId} returning *)
    insert into mailing.waiting_notice (group_id, id, person_id, subject, body, reply_to, topic, written_at, due_at)
    select group_id, id, ${reader.id}, subject, body, reply_to, topic, written_at, ${due}::timestamptz from notice`.execute(
    act.tx,
  )
  return true
}

/** Whose notice it is and when they want notices; nothing for a service letter, and for an address that nobody on the register has. */
async function readerOf(tx: Tx, letterId: string) {
  const { rows } = await sql<{ to: string }>`
    select to_address as "to" from platform.letter where id = ${letterId} and kind = 'notice' and state = 'waiting' for update`.execute(
    tx,
  )
  const person = rows[0] && (await persons.findByEmail(tx, rows[0].to))
  return person && { id: person.id, notices: (await preferences.of(tx, person.id)).notices }
}

/** Everybody whose notices are due. */
export async function readersDue(tx: Tx, at: Date): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct person_id as id from mailing.waiting_notice where due_at <= ${at} order by 1`.execute(tx)
  return rows.map(({ id }) => id)
}

/**
 * All of a person's notices in one letter, to the address they have now; they are deleted in the same transaction. Whoever has no
 * address any more, or has left, gets none.
 */
export async function giveTo(act: Act, personId: string, page: string): Promise<void> {
  const { rows } = await sql<Notice>`
    with taken as (delete from mailing.waiting_notice where person_id = ${personId} returning *)
    select subject, body, reply_to as "replyTo" from taken order by written_at, id`.execute(act.tx)
  const to = rows.length ? await addressOf(act.tx, personId) : null
  if (to) await send(act, { kind: 'service', to, ...gathered(rows, { group: act.group.name, page }) })
}

async function addressOf(tx: Tx, personId: string): Promise<string | null> {
  const reader = await letterChoices.readerOf(tx, personId)
  return reader && !reader.gone ? reader.email : null
}
