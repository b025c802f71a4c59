import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { type Authenticator, authenticatorOf } from './authenticators.ts'
import { type Passkey, passkeysOf } from './passkeys.ts'
import { left } from './recoveryCodes.ts'
import type { SecondFactor } from './rules.ts'

/** All by which a person can show, besides their mailbox, that it is them. */
export interface Factors {
  readonly passkeys: readonly Passkey[]
  readonly authenticator: Authenticator | undefined
  /** Recovery codes left; null when none were made. */
  readonly codesLeft: number | null
}

export const factorsOf = async (tx: Tx, personId: string): Promise<Factors> => ({
  passkeys: await passkeysOf(tx, personId),
  authenticator: await authenticatorOf(tx, personId),
  codesLeft: await left(tx, personId),
})

/** Recovery codes alone are none: they stand in for a factor that is lost. */
export const hasFactor = ({ passkeys, authenticator }: Factors): boolean =>
  passkeys.length > 0 || authenticator !== undefined

const HELD = sql<{ person_id: string }>`
  select person_id from people.passkey
  union all select person_id from people.authenticator where confirmed_at is not null`

/** Which people have a passkey or an authenticator. One query. */
export async function holders(tx: Tx): Promise<ReadonlySet<string>> {
  const { rows } = await HELD.execute(tx)
  return new Set(rows.map(({ person_id }) => person_id))
}

/** The same of one person, where the factors themselves are not wanted. One query. */
export async function holdsFactor(tx: Tx, personId: string): Promise<boolean> {
  const { rows } = await sql`select from (${HELD}) as held where person_id = ${personId} limit 1`.execute(tx)
  return rows.length > 0
}

/**
 * Notes that this session has just shown a factor. With a person's first one, browsers that were let in by a letter alone
 * are signed out: one of them may be why it was added.
 */
export async function proved(
  act: Act,
  { personId, sessionId, by }: { personId: string; sessionId: string; by: SecondFactor },
): Promise<void> {
  await act.tx.updateTable('people.session').set({ second_factor: by }).where('id', '=', sessionId).execute()
  await act.tx
    .deleteFrom('people.session')
    .where('person_id', '=', personId)
    .where('second_factor', 'is', null)
    .where('by_host', '=', false)
    .execute()
}

/** After a removal: whoever has no factor left has no use for recovery codes, and is as anybody with a mailbox. Says whether one is left. */
export async function settle(act: Act, personId: string): Promise<boolean> {
  if (await holdsFactor(act.tx, personId)) return true
  await act.tx.deleteFrom('people.recovery_code').where('person_id', '=', personId).execute()
  await act.tx.updateTable('people.session').set({ second_factor: null }).where('person_id', '=', personId).execute()
  return false
}

/** Takes every factor off a person, and signs out every browser. */
export async function clear(act: Act, personId: string): Promise<void> {
  for (const table of [
    'people.passkey',
    'people.authenticator',
    'people.recovery_code',
    'people.second_step',
    'people.challenge',
    'people.session',
  ] as const)
    await act.tx.deleteFrom(table).where('person_id', '=', personId).execute()
}

/** Nightly: what has run out. The journal keeps that it was. */
export async function sweep({ tx, at }: Act): Promise<void> {
  const daysAgo = (days: number) => new Date(at.getTime() - days * 86_400_000)
  await tx.deleteFrom('people.challenge').where('expires_at', '<', at).execute()
  await tx.deleteFrom('people.second_step').where('expires_at', '<', at).execute()
  await tx
    .deleteFrom('people.authenticator')
    .where('confirmed_at', 'is', null)
    .where('made_at', '<', daysAgo(1))
    .execute()
  await tx.deleteFrom('people.recovery').where('ends_at', '<', daysAgo(30)).execute()
}
