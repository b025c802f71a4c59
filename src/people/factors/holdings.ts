import type { Tx } from '../../platform/database.ts'
import type { Holding } from '../../platform/slice.ts'
import { type HeldPart, heldRows } from '../heldRows.ts'
import { clear, factorsOf } from './factors.ts'

const silent = { why: '', says: () => null }
const counted = [
  heldRows({ table: 'people.passkey', what: 'Passkeys', ...silent }),
  heldRows({ table: 'people.authenticator', what: 'Authenticator apps', ...silent }),
  heldRows({ table: 'people.recovery_code', what: 'Recovery codes', ...silent }),
  heldRows({ table: 'people.recovery', what: 'Requests for help to sign in', ...silent }),
]

/** All by which somebody shows that it is them. What the others do not need to be told of is cleared besides. */
export const factors: HeldPart = {
  holds,
  async erase(act, personId, how) {
    const found = []
    for (const part of counted) found.push(...(await part.erase(act, personId, how)))
    if (!how.dryRun) await clear(act, personId)
    return found
  },
}

async function holds(tx: Tx, personId: string): Promise<readonly Holding[]> {
  const { passkeys, authenticator, codesLeft } = await factorsOf(tx, personId)
  const why = 'To know that it is you'
  return [
    ...passkeys.map(({ name, rpId, madeAt }) => ({
      what: 'Passkey',
      value: `${name}, for ${rpId}, since ${madeAt.toISOString()}`,
      why,
    })),
    ...(authenticator
      ? [{ what: 'Authenticator app', value: `Since ${authenticator.madeAt.toISOString()}`, why }]
      : []),
    ...(codesLeft === null
      ? []
      : [{ what: 'Recovery codes', value: `${codesLeft} left`, why: 'To let you in when your phone is lost' }]),
  ]
}
