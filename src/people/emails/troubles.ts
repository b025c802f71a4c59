import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { eventType, record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import { atMost } from '../../platform/rowLimits.ts'
import { keepForUndo } from '../../platform/undo.ts'
import { onRegister } from '../onRegister.ts'
import { lockOne } from '../register/standing.ts'

export const addressFailed = eventType<{ person: string }>('people.address_failed')
export const addressRightAfterAll = eventType<{ person: string }>('people.address_right_after_all')

/** Why letters to an address come back. */
export const troubles = ['no_such_user', 'no_such_host', 'moved', 'mailbox_full', 'suspended'] as const
export type Trouble = (typeof troubles)[number]

/** As an officer reads it. The last two are said only after several letters. */
export const troubleWords: Readonly<Record<Trouble, string>> = {
  no_such_user: 'Its mail server says that there is no such mailbox.',
  no_such_host: 'Nothing on the internet goes by the name after the @.',
  moved: 'Its mail server says that this person has moved.',
  mailbox_full: 'The mailbox keeps being full: three letters in a row came back.',
  suspended: 'The mailbox keeps being switched off: three letters in a row came back.',
}

/**
 * Letters to this address came back, so nobody writes to it until an officer or its owner has put it right. Nothing happens
 * when the person has another address by now.
 * @returns whether anything changed
 */
export async function fails(
  act: Act,
  { personId, email, why }: { readonly personId: string; readonly email: string; readonly why: Trouble },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    select p.id from people.person p where p.id = ${personId} and lower(p.email) = lower(${email})
      and p.email_state <> 'failing' and ${onRegister} for update`.execute(act.tx)
  if (!rows.length) return false
  await keepForUndo(act, { table: 'people.person', key: { id: personId } })
  await sql`update people.person set email_state = 'failing', email_trouble = ${why}, email_trouble_at = ${act.at}
    where id = ${personId}`.execute(act.tx)
  await record(act, addressFailed, { person: personId })
  return true
}

/** An officer's word that the address is right: it is written to again. */
export async function isRight(act: Act, id: string): Promise<string> {
  const { name } = await lockOne(act, id)
  await keepForUndo(act, { table: 'people.person', key: { id } })
  const { numAffectedRows } = await sql`
    update people.person set email_state = 'unconfirmed', email_trouble = null, email_trouble_at = null
    where id = ${id} and email_state = 'failing'`.execute(act.tx)
  if (!numAffectedRows) throw new Refusal('This address is not marked as failing.', 409)
  await record(act, addressRightAfterAll, { person: id })
  return name
}

export interface Failing {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly why: Trouble
  readonly since: Date
}

/** Addresses that letters came back from, those of the longest standing first. */
export async function failing(tx: Tx, limit: number): Promise<readonly Failing[]> {
  const { rows } = await sql<Failing>`
    select p.id, p.name, p.email, p.email_trouble as why, p.email_trouble_at as since from people.person p
    where p.email_state = 'failing' and p.email is not null and p.email_trouble is not null and ${onRegister}
    order by p.email_trouble_at, p.id ${atMost(limit)}`.execute(tx)
  return rows
}
