import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { insertKept } from '../../platform/undoMany.ts'
import * as bases from '../bases.ts'
import { onRegister } from '../onRegister.ts'
import * as suppressions from '../suppressions.ts'

/**
 * Whom a list brought without a right to be written to, and who may be asked once whether it is still right: held as somebody in
 * contact with the group (UK GDPR, article 9(2)(d)), never asked before, and without any word of their own. Whoever holds a public
 * office is not asked, nor whoever said no to anything.
 */
const askable = sql`
  select p.id, p.email, b.basis from people.person p
  join people.basis b on b.person_id = p.id and b.purpose = 'register' and b.until_at is null
  where ${onRegister} and b.channel = 'import' and b.basis in ('membership', 'regular_contact')
    and p.email is not null and p.email_state <> 'failing' and p.restricted_at is null and p.status <> 'left'
    and not exists (select from people.objection o where o.person_id = p.id)
    and not exists (select from people.basis o where o.person_id = p.id and o.purpose <> 'register'
      and (o.until_at is null or o.purpose = 'still_right' or o.ended_because in ('withdrawn', 'objected')))`

/** Their ids. Whoever was erased and came back with a list is not asked: their address is on the list of those never written to. */
export async function waiting(tx: Tx, secret: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string; email: string }>`${askable}`.execute(tx)
  const never = await suppressions.among(
    tx,
    rows.map(({ email }) => email),
    secret,
  )
  return rows.flatMap(({ id, email }) => (never.has(email) ? [] : [id]))
}

/** An officer's word that they be asked: it is noted in the ledger as a right to one letter. */
export async function mayBeAsked(act: Act, secret: string): Promise<number> {
  const ids = await waiting(act.tx, secret)
  return insertKept(
    act,
    { table: 'people.basis', key: ['id'] },
    sql`insert into people.basis (group_id, person_id, purpose, basis, channel, evidence, from_at)
      select ${act.group.id}, a.id, 'still_right', a.basis, 'import', 'Came with a list: one letter, once', ${act.at}
      from (${askable}) a where a.id = any(${ids})`,
  )
}

/** They were asked, so the right to ask them is used up. */
export const asked = (act: Act, personId: string): Promise<void> =>
  bases.end(act, { personId, purpose: 'still_right', because: 'used' })

/** The words of the yes, as they stand above its button. */
export const wordsOfYes = (group: string): string =>
  `Yes, ${group} may keep my name and this address, and send me its newsletter by email. I can stop it at any time.`

export const sayYes = (act: Act, personId: string): Promise<void> =>
  bases.give(act, {
    personId,
    purpose: 'newsletter',
    basis: 'consent',
    channel: 'email',
    words: wordsOfYes(act.group.name),
  })

/** A no to every letter, which stands against every list and every officer. */
export async function sayNo(act: Act, personId: string): Promise<void> {
  for (const purpose of ['notices', 'newsletter', 'campaigns', 'introductions', 'still_right'] as const)
    await bases.object(act, { personId, purpose, channel: 'email' })
}
