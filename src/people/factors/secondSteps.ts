import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { limit } from '../../platform/rate.ts'
import { hashToken, newToken } from '../../platform/secret.ts'
import * as authenticators from './authenticators.ts'
import * as recoveryCodes from './recoveryCodes.ts'
import type { SecondFactor } from './rules.ts'

export const SECOND_STEP_MINUTES = 15
const MOST_TRIES = 5

/** Somebody who has shown their mailbox and has still to show a factor. */
export interface SecondStep {
  readonly id: string
  readonly personId: string
}

export type CodeTrouble = 'wrong' | 'seen before' | 'unreadable' | 'over'
export const codeTroubleWords: Readonly<Record<CodeTrouble, string>> = {
  wrong: 'This is not the code that the app shows now, nor one of your recovery codes. Type it again.',
  'seen before': 'This code was used a moment ago. Wait until the app shows the next one.',
  unreadable:
    'Codes of your app cannot be checked here any more. Use a passkey or a recovery code, or ask for help below.',
  over: 'This was tried five times, or took more than 15 minutes. Sign in again from the beginning.',
}

/** Begins the second step and gives the token that ties it to this browser. */
export async function begin(act: Act, personId: string): Promise<string> {
  const token = newToken()
  await act.tx
    .insertInto('people.second_step')
    .values({
      group_id: act.group.id,
      person_id: personId,
      token_hash: hashToken(token),
      made_at: act.at,
      expires_at: new Date(act.at.getTime() + SECOND_STEP_MINUTES * 60_000),
    })
    .execute()
  return token
}

export async function find(tx: Tx, { token, at }: { token: string; at: Date }): Promise<SecondStep | undefined> {
  return tx
    .selectFrom('people.second_step')
    .select(['id', 'person_id as personId'])
    .where('token_hash', '=', hashToken(token))
    .where('expires_at', '>', at)
    .executeTakeFirst()
}

/**
 * Tries a code of the app or a recovery code. Five tries end the step, ten in a quarter of an hour or thirty a day end
 * trying for this person; tries are counted also when wrong, so the answer is a value and not a Refusal.
 */
export async function useCode(
  act: Act,
  { token, code, secret }: { token: string; code: string; secret: string },
): Promise<{ personId: string; by: SecondFactor } | CodeTrouble> {
  const step = await act.tx
    .selectFrom('people.second_step')
    .select(['id', 'person_id as personId', 'attempts'])
    .where('token_hash', '=', hashToken(token))
    .where('expires_at', '>', act.at)
    .forUpdate()
    .executeTakeFirst()
  if (!step || step.attempts >= MOST_TRIES) return 'over'
  await limit(act, { key: `second step ${step.personId}`, times: 10, minutes: 15 })
  await limit(act, { key: `second step ${step.personId} day`, times: 30, minutes: 24 * 60 })
  await act.tx
    .updateTable('people.second_step')
    .set({ attempts: sql`attempts + 1` })
    .where('id', '=', step.id)
    .execute()
  const digits = code.replace(/\s/g, '')
  const { personId } = step
  if (!/^\d{6}$/.test(digits))
    return (await recoveryCodes.use(act, { personId, code, secret })) ? { personId, by: 'recovery code' } : 'wrong'
  const used = await authenticators.use(act, { personId, code: digits, secret })
  return used === 'taken' ? { personId, by: 'authenticator' } : used
}

/** Done. Other browsers of the person stay at theirs: taking those too would have two acts wait for each other. */
export async function end(act: Act, token: string): Promise<void> {
  await act.tx.deleteFrom('people.second_step').where('token_hash', '=', hashToken(token)).execute()
}
