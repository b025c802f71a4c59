import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { type Letter, send } from '../../platform/letters.ts'
import { limit } from '../../platform/rate.ts'
import { hashToken, newToken } from '../../platform/secret.ts'
import { tell } from '../factors/letters.ts'
import * as persons from '../persons.ts'
import * as suppressions from '../suppressions.ts'

const DAYS = 7

interface Asked {
  readonly personId: string
  readonly email: string
  readonly origin: string
}

/**
 * Writes to the new address; nothing changes before that mailbox answers. Whether somebody else has the address is not asked
 * here: the form would tell whoever is signed in who else is on the register.
 */
export async function ask(act: Act, { personId, email, origin }: Asked): Promise<void> {
  await limit(act, { key: `email change ${personId}`, times: 5, minutes: 24 * 60 })
  const token = newToken()
  const values = { email, token_hash: hashToken(token), asked_at: act.at }
  await act.tx
    .insertInto('people.email_change')
    .values({ group_id: act.group.id, person_id: personId, ...values })
    .onConflict((same) => same.columns(['group_id', 'person_id']).doUpdateSet(values))
    .execute()
  await send(act, confirmationLetter({ to: email, group: act.group.name, link: `${origin}/my/email/confirm/${token}` }))
}

/** The new address that waits for its letter to be answered. */
export async function waiting(tx: Tx, personId: string, at: Date): Promise<string | null> {
  const row = await tx
    .selectFrom('people.email_change')
    .select('email')
    .where('person_id', '=', personId)
    .where('asked_at', '>', daysBefore(at))
    .executeTakeFirst()
  return row?.email ?? null
}

/** Looks only: mail scanners open links. */
export const isWaiting = async (tx: Tx, token: string, at: Date): Promise<boolean> =>
  (await open(tx, token, at).executeTakeFirst()) !== undefined

/** The new mailbox answered: the address changes, and the old one is told. 'over' for a link that is used or too old. */
export async function confirm(act: Act, token: string, { secret, origin }: { secret: string; origin: string }) {
  const asked = await open(act.tx, token, act.at).forUpdate().executeTakeFirst()
  if (!asked) return 'over' as const
  const { person_id: personId, email } = asked
  await tell(act, personId, {
    subject: `Your email address at ${act.group.name} has changed`,
    body: `From now on we write to you at another address, and you sign in with that one.

If this was not you, write to an officer of the group at once:

${origin}/`,
  })
  await act.tx.deleteFrom('people.email_change').where('person_id', '=', personId).execute()
  await persons.change(act, personId, { email })
  await persons.confirmEmail(act, personId)
  await suppressions.lift(act, email, secret)
  return 'changed' as const
}

export const cancel = ({ tx }: Act, personId: string) =>
  tx.deleteFrom('people.email_change').where('person_id', '=', personId).execute()

export const sweep = ({ tx, at }: Act) =>
  tx.deleteFrom('people.email_change').where('asked_at', '<=', daysBefore(at)).execute()

const open = (tx: Tx, token: string, at: Date) =>
  tx
    .selectFrom('people.email_change')
    .select(['person_id', 'email'])
    .where('token_hash', '=', hashToken(token))
    .where('asked_at', '>', daysBefore(at))

const daysBefore = (at: Date): Date => new Date(at.getTime() - DAYS * 86_400_000)

const confirmationLetter = ({ to, group, link }: { to: string; group: string; link: string }): Letter => ({
  kind: 'service',
  to,
  subject: `Please confirm your new address for ${group}`,
  body: `Somebody, we hope you, asked ${group} to write to this address from now on.

Open this link and press the button:

${link}

It works once, for ${DAYS} days. If it was not you, you need do nothing: without the press nothing changes.

${group}
`,
})
