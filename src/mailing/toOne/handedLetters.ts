import { sql } from 'kysely'
import { persons, register } from '../../people/index.ts'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { keyedHash } from '../../platform/secret.ts'

/** Bounces come within days (RFC 5321 §4.5.4.1); after that nobody needs to know whose letter it was. */
const DAYS = 14

interface Handed {
  /** The letter's id. */
  readonly id: string
  readonly to: string
  readonly secret: string
}

const hashOf = (secret: string, address: string): string =>
  keyedHash(secret, 'letter address', address.trim().toLowerCase())

/** Whose letter it is, if they are on the register: for when it comes back. */
export async function noteReader(act: Act, { id, to, secret }: Handed): Promise<void> {
  const person = await persons.findByEmail(act.tx, to)
  if (!person) return
  await sql`
    insert into mailing.handed_letter (group_id, id, person_id, address_hash, handed_at)
    values (${act.group.id}, ${id}, ${person.id}, ${hashOf(secret, to)}, ${act.at})
    on conflict (group_id, id) do update set handed_at = excluded.handed_at`.execute(act.tx)
}

/** Whether a letter with this id went to somebody on the register in the last two weeks. */
export async function wasHanded(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`select from mailing.handed_letter where id = ${id}`.execute(tx)
  return rows.length > 0
}

/** The letter's reader has a dead address, if it is still the one that the letter went to. */
export async function cameBack(
  act: Act,
  { id, why, secret }: { readonly id: string; readonly why: register.addressTroubles.Trouble; readonly secret: string },
): Promise<void> {
  const { rows } = await sql<{ personId: string; hash: string }>`
    select person_id as "personId", address_hash as hash from mailing.handed_letter where id = ${id}`.execute(act.tx)
  const [row] = rows
  const person = row && (await persons.find(act.tx, row.personId))
  if (!row || !person?.email || hashOf(secret, person.email) !== row.hash) return
  await register.addressTroubles.fails(act, { personId: person.id, email: person.email, why })
}

export const forgetHanded = ({ tx, at }: Act) =>
  sql`delete from mailing.handed_letter where handed_at < ${at}::timestamptz - make_interval(days => ${DAYS})`.execute(
    tx,
  )
