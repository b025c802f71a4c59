import type { Act } from '../../platform/act.ts'
import { send } from '../../platform/letters.ts'
import { find } from '../persons.ts'

/** What changed, as the letter about it says. */
export const changes = {
  'passkey added': 'A passkey was added.',
  'passkey removed': 'A passkey was removed.',
  'authenticator added': 'An authenticator app was added.',
  'authenticator removed': 'An authenticator app was removed.',
  'codes made': 'New recovery codes were made. Any you had before no longer work.',
  'code used': 'A recovery code was used to sign in.',
  'recovery used':
    'With the help of another officer, every passkey, the authenticator app and all recovery codes were removed, and every other browser was signed out.',
} as const
export type Change = keyof typeof changes

/** Tells a person by letter what changed in how they sign in; somebody else may have changed it. */
export async function tellChange(
  act: Act,
  { personId, change, origin }: { personId: string; change: Change; origin: string },
): Promise<void> {
  await tell(act, personId, {
    subject: `How you sign in to ${act.group.name} has changed`,
    body: `${changes[change]}

If this was you, you need do nothing.

If it was not, sign in and look at how you sign in, and tell the chair or the secretary:

${origin}/my/security`,
  })
}

/** One letter to somebody on the register; nothing happens when there is no address. */
export async function tell(
  act: Act,
  personId: string,
  { subject, body }: { subject: string; body: string },
): Promise<void> {
  const person = await find(act.tx, personId)
  if (person?.email)
    await send(act, { kind: 'service', to: person.email, subject, body: `${body}\n\n${act.group.name}\n` })
}
