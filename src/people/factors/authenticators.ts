import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { record } from '../../platform/journal.ts'
import { limit } from '../../platform/rate.ts'
import { Refusal } from '../../platform/refusal.ts'
import { seal, unseal } from '../../platform/seal.ts'
import { factorAdded, factorRemoved } from './events.ts'
import { newKey, stepOf } from './totp.ts'

export interface Authenticator {
  readonly madeAt: Date
  readonly lastUsedAt: Date | null
}

/** The person's authenticator, once it is confirmed. */
export async function authenticatorOf(tx: Tx, personId: string): Promise<Authenticator | undefined> {
  return tx
    .selectFrom('people.authenticator')
    .select(['made_at as madeAt', 'last_used_at as lastUsedAt'])
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
}

/** Makes a key to be taken over by an app. A key that was never confirmed is replaced. */
export async function begin(act: Act, { personId, secret }: { personId: string; secret: string }): Promise<void> {
  if (await authenticatorOf(act.tx, personId))
    throw new Refusal('You have an authenticator already. Remove it before you set up another.')
  await act.tx.deleteFrom('people.authenticator').where('person_id', '=', personId).execute()
  await act.tx
    .insertInto('people.authenticator')
    .values({
      group_id: act.group.id,
      person_id: personId,
      sealed_secret: seal(newKey(), sealOf({ personId, secret })),
      made_at: act.at,
    })
    .execute()
}

/** The key that waits to be confirmed, or null. */
export async function waitingKey(
  tx: Tx,
  { personId, secret }: { personId: string; secret: string },
): Promise<string | null> {
  const found = await tx
    .selectFrom('people.authenticator')
    .select('sealed_secret')
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  return found ? unseal(found.sealed_secret, sealOf({ personId, secret })) : null
}

interface Typed {
  readonly personId: string
  readonly code: string
  readonly secret: string
}

/** A first code shows that the app has the key. */
export async function confirm(act: Act, typed: Typed): Promise<'confirmed' | 'wrong'> {
  await limit(act, { key: `authenticator ${typed.personId}`, times: 10, minutes: 15 })
  const checked = await check(act, typed, { confirmed: false })
  if (typeof checked === 'string') return 'wrong'
  await act.tx.updateTable('people.authenticator').set({ confirmed_at: act.at }).where('id', '=', checked.id).execute()
  await record(act, factorAdded, { person: typed.personId, factor: checked.id })
  return 'confirmed'
}

/** Uses a code. A step is good once (RFC 6238 §5.2): whoever looks over a shoulder comes too late. */
export async function use(act: Act, typed: Typed): Promise<'taken' | 'wrong' | 'seen before' | 'unreadable'> {
  const checked = await check(act, typed, { confirmed: true })
  if (typeof checked === 'string') return checked
  await act.tx.updateTable('people.authenticator').set({ last_used_at: act.at }).where('id', '=', checked.id).execute()
  return 'taken'
}

export async function remove(act: Act, personId: string): Promise<void> {
  const gone = await act.tx
    .deleteFrom('people.authenticator')
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is not', null)
    .returning('id')
    .executeTakeFirst()
  if (!gone) throw new Refusal('There is no authenticator to remove.', 404)
  await record(act, factorRemoved, { person: personId, factor: gone.id })
}

/** Locked until the act ends, so that one code sent twice at once is taken once. */
async function check(
  { tx, at }: Act,
  { personId, code, secret }: Typed,
  { confirmed }: { confirmed: boolean },
): Promise<{ id: string } | 'wrong' | 'seen before' | 'unreadable'> {
  const found = await tx
    .selectFrom('people.authenticator')
    .select(['id', 'sealed_secret', 'last_step'])
    .where('person_id', '=', personId)
    .where('confirmed_at', confirmed ? 'is not' : 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!found) return 'wrong'
  const key = unseal(found.sealed_secret, sealOf({ personId, secret }))
  if (key === null) return 'unreadable'
  const step = stepOf(key, { code, at })
  if (step === null) return 'wrong'
  if (step <= found.last_step) return 'seen before'
  await tx.updateTable('people.authenticator').set({ last_step: step }).where('id', '=', found.id).execute()
  return { id: found.id }
}

const sealOf = ({ personId, secret }: { personId: string; secret: string }) => ({
  secret,
  purpose: 'authenticator',
  owner: personId,
})
