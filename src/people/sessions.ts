import { sql } from 'kysely'
import type { Act } from '../platform/act.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import type { Group } from '../platform/group.ts'
import { eventType, record } from '../platform/journal.ts'
import type { Role } from '../platform/roles.ts'
import { hashToken, newToken } from '../platform/secret.ts'
import { civilDay } from '../platform/time.ts'

const DAYS = 30

export const signedIn = eventType<{ person: string }>('people.signed_in')

/** Starts a session and gives its token, of which only the hash is kept. */
export async function start(
  act: Act,
  { personId, byHost = false }: { personId: string; byHost?: boolean },
): Promise<string> {
  const token = newToken()
  await act.tx
    .insertInto('people.session')
    .values({
      group_id: act.group.id,
      token_hash: hashToken(token),
      person_id: personId,
      started_at: act.at,
      last_seen_at: act.at,
      expires_at: new Date(act.at.getTime() + DAYS * 86_400_000),
      by_host: byHost,
    })
    .execute()
  await record(act, signedIn, { person: personId })
  return token
}

/** Who holds this token now, with today's roles: read on each request, so that ending a role acts at once. */
export async function holder(
  tx: Tx,
  { token, group, at }: { token: string; group: Group; at: Date },
): Promise<{ actor: Actor; name: string } | null> {
  const { rows } = await sql<{ id: string; name: string; roles: Role[] }>`
    select p.id, p.name, coalesce(array_agg(h.role) filter (where h.role is not null), '{}') as roles
    from people.session s join people.person p on p.id = s.person_id
    left join people.role_held h on h.person_id = p.id
      and h.from_on <= ${civilDay(at, group.zone)}::date and (h.to_on is null or h.to_on > ${civilDay(at, group.zone)}::date)
    where s.token_hash = ${hashToken(token)} and s.expires_at > ${at} group by p.id, p.name`.execute(tx)
  const person = rows[0]
  if (!person) return null
  return {
    actor: { kind: 'person', groupId: group.id, personId: person.id, roles: new Set(person.roles) },
    name: person.name,
  }
}

export async function endSession(act: Act, token: string): Promise<void> {
  await act.tx.deleteFrom('people.session').where('token_hash', '=', hashToken(token)).execute()
}

/** Sessions and sign-in requests that have run out are removed daily. */
export async function sweep({ tx, at }: Act): Promise<void> {
  await tx.deleteFrom('people.session').where('expires_at', '<', at).execute()
  await tx
    .deleteFrom('people.sign_in')
    .where('expires_at', '<', new Date(at.getTime() - 86_400_000))
    .execute()
}
