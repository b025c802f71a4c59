import { randomInt } from 'node:crypto'
import type { Act } from '../../platform/act.ts'
import { insertMany } from '../../platform/bulk.ts'
import type { Tx } from '../../platform/database.ts'
import { record } from '../../platform/journal.ts'
import { keyedHash } from '../../platform/secret.ts'
import { recoveryCodesMade, recoveryCodeUsed } from './events.ts'

const COUNT = 10
/** Crockford's base 32: no letter that looks like a digit. Ten of them are 50 bits. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 10

interface Owner {
  readonly personId: string
  readonly secret: string
}

/** Ten new codes, to be shown once; only their hashes are kept. Those made before stop working. */
export async function make(act: Act, owner: Owner): Promise<readonly string[]> {
  const codes = Array.from({ length: COUNT }, newRecoveryCode)
  await act.tx.deleteFrom('people.recovery_code').where('person_id', '=', owner.personId).execute()
  await insertMany(
    act,
    'people.recovery_code',
    codes.map((code) => ({ person_id: owner.personId, code_hash: hashOf(code, owner), made_at: act.at })),
  )
  await record(act, recoveryCodesMade, { person: owner.personId })
  return codes
}

/** How many are left, and null when none were ever made. */
export async function left(tx: Tx, personId: string): Promise<number | null> {
  const found = await tx
    .selectFrom('people.recovery_code')
    .select('used_at')
    .where('person_id', '=', personId)
    .execute()
  return found.length ? found.filter(({ used_at }) => used_at === null).length : null
}

/** Uses a code, once. */
export async function use(act: Act, { code, ...owner }: Owner & { code: string }): Promise<boolean> {
  const used = await act.tx
    .updateTable('people.recovery_code')
    .set({ used_at: act.at })
    .where('person_id', '=', owner.personId)
    .where('code_hash', '=', hashOf(code, owner))
    .where('used_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!used) return false
  await record(act, recoveryCodeUsed, { person: owner.personId, code: used.id })
  return true
}

/** As typed, with or without its hyphen, in small letters, O for 0 and I or L for 1. */
export const asRecoveryCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')

const newRecoveryCode = (): string =>
  Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)])
    .join('')
    .replace(/.{5}/, '$&-')

const hashOf = (code: string, { personId, secret }: Owner): string =>
  keyedHash(secret, `recovery code ${personId}`, asRecoveryCode(code))
