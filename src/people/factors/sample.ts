import type { Act } from '../../platform/act.ts'
import { insertMany } from '../../platform/bulk.ts'
import { newToken } from '../../platform/secret.ts'
import * as authenticators from './authenticators.ts'
import * as recoveryCodes from './recoveryCodes.ts'

const DAY = 86_400_000

interface SampleFactors {
  /** Has begun to set up an authenticator. */
  readonly begins: string
  readonly has: string
  /** Asks for help: phone and codes are lost. */
  readonly lost: string
  readonly secret: string
}

/** Second factors for the sample group's officers, so that each page is seen alive. Their keys belong to no device. */
export async function giveSampleFactors(act: Act, { begins, has, lost, secret }: SampleFactors): Promise<void> {
  const ago = (days: number) => new Date(act.at.getTime() - days * DAY)
  const common = { rp_id: `${act.group.slug}.localhost`, public_key: '\\x00', transports: ['internal'], counter: 0 }
  const passkey = (personId: string, name: string, days: number) => ({
    ...common,
    person_id: personId,
    name,
    credential_id: newToken(),
    made_at: ago(days),
    last_used_at: ago(Math.floor(days / 20)),
  })
  await insertMany(act, 'people.passkey', [
    passkey(has, 'Kitchen laptop', 210),
    passkey(has, 'My phone', 60),
    passkey(lost, 'Work laptop', 400),
  ])
  await recoveryCodes.make(act, { personId: has, secret })
  await authenticators.begin(act, { personId: begins, secret })
  await insertMany(act, 'people.recovery', [
    { person_id: lost, state: 'asked', asked_at: ago(1 / 12), ends_at: ago(-7) },
  ])
}
