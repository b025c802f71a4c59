import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { eventType, record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import { atMost } from '../../platform/rowLimits.ts'
import { keepForUndo } from '../../platform/undo.ts'
import { email as emailForm } from '../forms.ts'
import * as emailChanges from '../my/emailChanges.ts'
import { addressesOf } from '../persons.ts'
import { lockOne } from '../register/standing.ts'

export const addressProposed = eventType<{ person: string }>('people.address_proposed')
export const newAddressAsked = eventType<{ person: string }>('people.new_address_asked')
export const proposalPutAside = eventType<{ person: string }>('people.proposal_put_aside')

/**
 * A person's own mailbox answered that they are at another address now. A program wrote it, so it changes nothing: an officer
 * looks first. A later one takes the place of an earlier one; one that is theirs already is no news.
 */
export async function propose(act: Act, { personId, email }: { personId: string; email: string }): Promise<boolean> {
  const read = emailForm.safeParse(email)
  if (!read.success) return false
  const known = (await addressesOf(act.tx, personId)).map((one) => one.toLowerCase())
  if (known.includes(read.data.toLowerCase())) return false
  const { numAffectedRows } = await sql`
    insert into people.address_proposal as a (group_id, person_id, email, made_at)
    values (${act.group.id}, ${personId}, ${read.data}, ${act.at})
    on conflict (group_id, person_id) do update set email = excluded.email, made_at = excluded.made_at
      where a.email <> excluded.email`.execute(act.tx)
  if (!numAffectedRows) return false
  await record(act, addressProposed, { person: personId })
  return true
}

/** An officer knows of it: the usual letter goes to the new address, and nothing changes before that mailbox answers. */
export async function askThere(act: Act, personId: string, origin: string): Promise<string> {
  const { name } = await lockOne(act, personId)
  const email = await take(act, personId)
  await emailChanges.ask(act, { personId, email, origin })
  await record(act, newAddressAsked, { person: personId })
  return name
}

/** An officer does not believe it. */
export async function putAside(act: Act, personId: string): Promise<string> {
  const { name } = await lockOne(act, personId)
  await keepForUndo(act, { table: 'people.address_proposal', key: { person_id: personId } })
  await take(act, personId)
  await record(act, proposalPutAside, { person: personId })
  return name
}

async function take({ tx }: Act, personId: string): Promise<string> {
  const { rows } = await sql<{ email: string }>`
    delete from people.address_proposal where person_id = ${personId} returning email`.execute(tx)
  if (!rows.length) throw new Refusal('Somebody has already looked at this new address.', 409)
  return rows[0]!.email
}

export interface Proposal {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly proposed: string
  readonly madeAt: Date
}

/** New addresses that wait for an officer, the oldest first. */
export async function waiting(tx: Tx, limit: number): Promise<readonly Proposal[]> {
  const { rows } = await sql<Proposal>`
    select p.id, p.name, p.email, a.email as proposed, a.made_at as "madeAt" from people.address_proposal a
    join people.person p on p.id = a.person_id where p.merged_into is null and p.restricted_at is null
    order by a.made_at, p.id ${atMost(limit)}`.execute(tx)
  return rows
}
