import type { Act } from '../platform/act.ts'
import type { Tx } from '../platform/database.ts'
import type { Erasure, Holding } from '../platform/slice.ts'
import { type Role, roleNames } from '../platform/roles.ts'
import { clear, type Factors, factorsOf } from './factors/factors.ts'
import { find } from './persons.ts'
import { erasePage, pageHoldings } from './public/holdings.ts'

/** What this slice holds about a person, for access requests. */
export async function holds(tx: Tx, personId: string): Promise<readonly Holding[]> {
  const person = await find(tx, personId)
  if (!person) return []
  const offices = await tx
    .selectFrom('people.role_held')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('from_on')
    .execute()
  const sessions = await tx
    .selectFrom('people.session')
    .select(['started_at', 'browser'])
    .where('person_id', '=', personId)
    .execute()
  return [
    { what: 'Name', value: person.name, why: 'To know who you are' },
    ...(person.email
      ? [{ what: 'Email address', value: person.email, why: 'To sign you in and to write to you' }]
      : []),
    ...offices.map(({ role, from_on, to_on }) => ({
      what: 'Office',
      value: `${roleNames[role as Role]} from ${from_on}${to_on ? ` to ${to_on}` : ''}`,
      why: 'The group’s record of its officers',
    })),
    ...sessions.map(({ started_at, browser }) => ({
      what: 'Signed in',
      value: [started_at.toISOString(), browser].filter(Boolean).join(', '),
      why: 'To keep you signed in',
    })),
    ...factorHoldings(await factorsOf(tx, personId)),
    ...(await pageHoldings(tx, personId)),
  ]
}

const factorHoldings = ({ passkeys, authenticator, codesLeft }: Factors): readonly Holding[] => [
  ...passkeys.map(({ name, rpId, madeAt }) => ({
    what: 'Passkey',
    value: `${name}, for ${rpId}, since ${madeAt.toISOString()}`,
    why: 'To know that it is you',
  })),
  ...(authenticator
    ? [
        {
          what: 'Authenticator app',
          value: `Since ${authenticator.madeAt.toISOString()}`,
          why: 'To know that it is you',
        },
      ]
    : []),
  ...(codesLeft === null
    ? []
    : [{ what: 'Recovery codes', value: `${codesLeft} left`, why: 'To let you in when your phone is lost' }]),
]

/**
 * Ends every way to sign in, and takes name and address off the record. Offices once held stay, without a name: the
 * group must be able to say that an act was an officer's.
 */
export async function erase(act: Act, personId: string, { dryRun }: { dryRun: boolean }): Promise<readonly Erasure[]> {
  const { tx } = act
  const count = async (table: Counted) =>
    Number(
      (
        await tx
          .selectFrom(table)
          .select(({ fn }) => fn.countAll().as('n'))
          .where('person_id', '=', personId)
          .executeTakeFirstOrThrow()
      ).n,
    )
  const found: Erasure[] = [
    { what: 'Name and email address', count: (await find(tx, personId)) ? 1 : 0 },
    { what: 'Sessions', count: await count('people.session') },
    { what: 'Requests to sign in', count: await count('people.sign_in') },
    { what: 'Passkeys', count: await count('people.passkey') },
    { what: 'Authenticator apps', count: await count('people.authenticator') },
    { what: 'Recovery codes', count: await count('people.recovery_code') },
    { what: 'Requests for help to sign in', count: await count('people.recovery') },
    {
      what: 'Offices held',
      count: await count('people.role_held'),
      keptBecause: 'They show that decisions were taken by an officer. They name nobody.',
    },
  ]
  found.push(...(await erasePage(act, personId, dryRun)))
  if (dryRun) return found
  await clear(act, personId)
  await tx.deleteFrom('people.recovery').where('person_id', '=', personId).execute()
  await tx.deleteFrom('people.sign_in').where('person_id', '=', personId).execute()
  await tx
    .deleteFrom('platform.undo')
    .where('table_name', '=', 'people.person')
    .where('key', '@>', JSON.stringify({ id: personId }))
    .execute()
  await tx
    .updateTable('people.person')
    .set({ name: 'Erased', email: null, passkey_declined_at: null })
    .where('id', '=', personId)
    .execute()
  return found
}

type Counted =
  | 'people.session'
  | 'people.sign_in'
  | 'people.role_held'
  | 'people.passkey'
  | 'people.authenticator'
  | 'people.recovery_code'
  | 'people.recovery'
