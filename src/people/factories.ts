import type { GroupContext } from '../platform/slice.ts'
import { insertMany } from '../platform/bulk.ts'
import type { Role } from '../platform/roles.ts'
import { newToken } from '../platform/secret.ts'
import * as bases from './bases.ts'
import * as recoveryCodes from './factors/recoveryCodes.ts'
import * as offices from './offices.ts'
import * as persons from './persons.ts'
import type { Purpose } from './purposes.ts'

let count = 0

/** A person on the register. */
export const aPerson = (
  { act }: GroupContext,
  { name = `Person ${++count}`, email = `person${++count}@example.org` } = {},
): Promise<persons.Person> => act((a) => persons.addOrFind(a, { name, email }))

/** A person who holds an office from today. */
export async function anOfficer(
  context: GroupContext,
  { role = 'chair', ...given }: { role?: Role; name?: string; email?: string } = {},
): Promise<persons.Person> {
  const person = await aPerson(context, given)
  await context.act((a) => offices.appoint(a, { personId: person.id, role }))
  return person
}

/** A passkey that nobody can use, and recovery codes: for whoever only needs to have a second factor. */
export async function aSecondFactor({ act, services }: GroupContext, person: { readonly id: string }): Promise<void> {
  await act(async (a) => {
    await insertMany(a, 'people.passkey', [
      {
        person_id: person.id,
        name: 'My phone',
        rp_id: `${a.group.slug}.localhost`,
        credential_id: newToken(),
        public_key: '\\x00',
        transports: ['internal'],
        counter: 0,
        made_at: a.at,
      },
    ])
    await recoveryCodes.make(a, { personId: person.id, secret: services.secret })
  })
}

/** A person who may be written to for these purposes. */
export async function aReader(
  context: GroupContext,
  { purposes = ['newsletter'], ...given }: { purposes?: readonly Purpose[]; name?: string; email?: string } = {},
): Promise<persons.Person> {
  const person = await aPerson(context, given)
  await context.act(async (a) => {
    for (const purpose of purposes)
      await bases.give(a, { personId: person.id, purpose, basis: 'consent', channel: 'paper', evidence: 'A slip' })
  })
  return person
}
