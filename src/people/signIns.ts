import { sql } from 'kysely'
import type { Act } from '../platform/act.ts'
import type { Tx } from '../platform/database.ts'
import { eventType, record } from '../platform/journal.ts'
import { enqueue } from '../platform/jobs.ts'
import { limit } from '../platform/rate.ts'
import { Refusal } from '../platform/refusal.ts'
import { hashToken, keyedHash, newCode, newToken, sameHash } from '../platform/secret.ts'
import type { Person } from './persons.ts'
import { answerSignIn } from './signInAnswers.ts'
import { minutesLeft, SIGN_IN_MINUTES, standing } from './signInRules.ts'

export interface Asked {
  readonly email: string
  /** The token in the asking browser's cookie. */
  readonly browser: string
  /** A keyed hash of the asking network. */
  readonly network: string
  /** Where the letter's link shall lead. */
  readonly origin: string
  readonly secret: string
}

export const hostLinkMade = eventType<{ person: string }>('people.host_link_made')

/**
 * Asks to sign in. A request is kept for any address, and nobody is looked up here: the job does that once the page was
 * answered, so that neither its words nor its time tell who is on the register.
 */
export async function ask(act: Act, { email, browser, network, origin, secret }: Asked): Promise<void> {
  await limit(act, { key: `sign-in ${network}`, times: 20, minutes: 15 })
  const address = keyedHash(secret, 'sign-in address', email.toLowerCase())
  await limit(act, { key: address, times: 5, minutes: 15 })
  await limit(act, { key: `${address} day`, times: 30, minutes: 24 * 60 }) // so that nobody guesses a code in a week of trying
  const id = await keep(act, { asked: { email, origin, browser, secret }, token: newToken() })
  await enqueue(act, { job: answerSignIn, payload: { request: id } })
}

/** A link made at the host's terminal: good once, in any browser, after one press. */
export async function hostLink(act: Act, { person, origin }: { person: Person; origin: string }): Promise<string> {
  const token = newToken()
  await keep(act, { personId: person.id, token })
  await record(act, hostLinkMade, { person: person.id })
  return `${origin}/sign-in/link/${token}`
}

/** What a link's page may say. Reading never uses a token up: mail scanners open links. */
export async function lookUp(
  tx: Tx,
  { token, browser, at }: { token: string; browser: string | undefined; at: Date },
): Promise<'same browser' | 'elsewhere' | 'over'> {
  const request = await tx
    .selectFrom('people.sign_in')
    .selectAll()
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst()
  if (!request?.person_id) return 'over'
  return standing(request, { browserHash: browser ? hashToken(browser) : null, at })
}

/**
 * Uses a link by a press of its button, and says whose it was. Pressed in another browser than asked (a scanner may), the
 * link still works once in the one that asked.
 */
export async function useLink(
  act: Act,
  { token, browser }: { token: string; browser: string | undefined },
): Promise<{ personId: string; byHost: boolean }> {
  const request = await act.tx
    .selectFrom('people.sign_in')
    .selectAll()
    .where('token_hash', '=', hashToken(token))
    .forUpdate()
    .executeTakeFirst()
  const state = request && standing(request, { browserHash: browser ? hashToken(browser) : null, at: act.at })
  if (!request?.person_id || !state || state === 'over')
    throw new Refusal('This link has been used or is too old. Ask for a new one.', 410)
  const used = state === 'elsewhere' ? { used_elsewhere_at: act.at } : { used_at: act.at }
  await act.tx.updateTable('people.sign_in').set(used).where('id', '=', request.id).execute()
  return { personId: request.person_id, byHost: request.browser_hash === null }
}

/**
 * Uses the six digits in the browser that asked: those of its latest letter, and no older one. Five wrong tries end the
 * request; the count is committed also when the code is wrong, so the answer is a value and not a Refusal.
 */
export async function useCode(
  act: Act,
  { code, browser, secret }: { code: string; browser: string; secret: string },
): Promise<{ personId: string } | 'wrong' | 'over'> {
  const request = await act.tx
    .selectFrom('people.sign_in')
    .selectAll()
    .where('browser_hash', '=', hashToken(browser))
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  if (!request?.code_hash || request.used_at || minutesLeft(request, act.at) <= 0 || request.attempts >= 5)
    return 'over'
  await act.tx
    .updateTable('people.sign_in')
    .set({ attempts: sql`attempts + 1` })
    .where('id', '=', request.id)
    .execute()
  if (!sameHash(request.code_hash, keyedHash(secret, 'sign-in code', code)) || !request.person_id) return 'wrong'
  await act.tx.updateTable('people.sign_in').set({ used_at: act.at }).where('id', '=', request.id).execute()
  return { personId: request.person_id }
}

async function keep(
  act: Act,
  { personId = null, token, asked }: { personId?: string | null; token: string; asked?: Omit<Asked, 'network'> },
): Promise<string> {
  // Until the letter is written, its code and its token are ones that nobody holds.
  const code = asked && keyedHash(asked.secret, 'sign-in code', newCode())
  const { id } = await act.tx
    .insertInto('people.sign_in')
    .values({
      group_id: act.group.id,
      person_id: personId,
      email: asked?.email ?? null,
      origin: asked?.origin ?? null,
      token_hash: hashToken(token),
      code_hash: code ?? null,
      browser_hash: asked ? hashToken(asked.browser) : null,
      made_at: act.at,
      expires_at: new Date(act.at.getTime() + SIGN_IN_MINUTES * 60_000),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
