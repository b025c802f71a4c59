import type { GroupContext } from '../platform/slice.ts'
import type { Role } from '../platform/roles.ts'
import * as offices from './offices.ts'
import * as persons from './persons.ts'

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
