import { sql } from 'kysely'
import type { Act } from '../platform/act.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/database.ts'
import type { Group } from '../platform/group.ts'
import { eventType, record } from '../platform/journal.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Role } from '../platform/roles.ts'
import { hashToken, newToken } from '../platform/secret.ts'
import { civilDay } from '../platform/time.ts'
import { isStrong, type SecondFactor } from './factors/rules.ts'

const DAYS = 30

export const signedIn = eventType<{ person: string }>('people.signed_in')
export const signedOut = eventType<{ person: string; sessions: number }>('people.sessions_ended')

/** A browser in which somebody is signed in, as they see it themselves: no network address, days and no times. */
export interface Session {
  readonly id: string
  /** 'Firefox on Windows'; null when unknown. */
  readonly browser: string | null
  readonly startedAt: Date
  readonly lastSeenAt: Date
  readonly byHost: boolean
}

/** Who asks, and how well they have shown it. */
export interface Holder {
  readonly actor: Actor
  readonly name: string
  readonly session: { readonly id: string; readonly strong: boolean }
  /** The session was not used before on this day of the group's calendar. */
  readonly firstToday: boolean
}

interface Start {
  readonly personId: string
  readonly byHost?: boolean
  readonly secondFactor?: SecondFactor | null
  readonly browser?: string | null
}

/** Starts a session and gives its token, of which only the hash is kept. */
export async function start(
  act: Act,
  { personId, byHost = false, secondFactor = null, browser = null }: Start,
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
      second_factor: secondFactor,
      browser,
    })
    .execute()
  await record(act, signedIn, { person: personId })
  return token
}

/** Who holds this token now, with today's roles: read on each request, so that ending a role acts at once. */
export async function holder(
  tx: Tx,
  { token, group, at }: { token: string; group: Group; at: Date },
): Promise<Holder | null> {
  const today = civilDay(at, group.zone)
  const { rows } = await sql<{
    id: string
    name: string
    roles: Role[]
    session_id: string
    last_seen_at: Date
    by_host: boolean
    second_factor: string | null
  }>`
    select p.id, p.name, s.id as session_id, s.last_seen_at, s.by_host, s.second_factor,
      coalesce(array_agg(h.role) filter (where h.role is not null), '{}') as roles
    from people.session s join people.person p on p.id = s.person_id
    left join people.role_held h on h.person_id = p.id
      and h.from_on <= ${today}::date and (h.to_on is null or h.to_on > ${today}::date)
    where s.token_hash = ${hashToken(token)} and s.expires_at > ${at}
    group by p.id, p.name, s.id, s.last_seen_at, s.by_host, s.second_factor`.execute(tx)
  const found = rows[0]
  if (!found) return null
  return {
    actor: { kind: 'person', groupId: group.id, personId: found.id, roles: new Set(found.roles) },
    name: found.name,
    session: { id: found.session_id, strong: isStrong(found) },
    firstToday: civilDay(found.last_seen_at, group.zone) < today,
  }
}

/** Notes that a session is in use; once a day is enough to know one's own again. */
export async function seen(act: Act, id: string): Promise<void> {
  await act.tx.updateTable('people.session').set({ last_seen_at: act.at }).where('id', '=', id).execute()
}

/** Where a person is signed in, the one used last first. */
export const sessionsOf = (tx: Tx, { personId, at }: { personId: string; at: Date }): Promise<readonly Session[]> =>
  tx
    .selectFrom('people.session')
    .select(['id', 'browser', 'started_at as startedAt', 'last_seen_at as lastSeenAt', 'by_host as byHost'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', at)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .execute()

export async function endSession(act: Act, token: string): Promise<void> {
  await act.tx.deleteFrom('people.session').where('token_hash', '=', hashToken(token)).execute()
}

/** Signs one of a person's own browsers out, from its next request on. */
export async function endOne(act: Act, { personId, id }: { personId: string; id: string }): Promise<void> {
  const ended = await act.tx
    .deleteFrom('people.session')
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  if (!ended) throw new Refusal('This browser is signed out already.', 404)
  await record(act, signedOut, { person: personId, sessions: 1 })
}

/** Signs out every browser of a person but one. Gives how many. */
export async function endOthers(act: Act, { personId, id }: { personId: string; id: string }): Promise<number> {
  const ended = await act.tx
    .deleteFrom('people.session')
    .where('person_id', '=', personId)
    .where('id', '<>', id)
    .returning('id')
    .execute()
  if (ended.length) await record(act, signedOut, { person: personId, sessions: ended.length })
  return ended.length
}

/** Signs somebody out everywhere. */
export async function endAll(act: Act, personId: string): Promise<void> {
  const ended = await act.tx.deleteFrom('people.session').where('person_id', '=', personId).returning('id').execute()
  if (ended.length) await record(act, signedOut, { person: personId, sessions: ended.length })
}

/** Sessions and sign-in requests that have run out are removed daily. */
export async function sweep({ tx, at }: Act): Promise<void> {
  await tx.deleteFrom('people.session').where('expires_at', '<', at).execute()
  await tx
    .deleteFrom('people.sign_in')
    .where('expires_at', '<', new Date(at.getTime() - 86_400_000))
    .execute()
}
