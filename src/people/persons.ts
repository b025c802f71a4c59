import { sql } from 'kysely'
import type { Act } from '../platform/act.ts'
import type { Tx } from '../platform/database.ts'
import { eventType, record } from '../platform/journal.ts'

export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string | null
}

export const personAdded = eventType<{ person: string }>('people.person_added')

/** The person who holds an email address, whatever its capitals. */
export async function findByEmail(tx: Tx, email: string): Promise<Person | undefined> {
  return tx
    .selectFrom('people.person')
    .select(['id', 'name', 'email'])
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .executeTakeFirst()
}

export async function find(tx: Tx, id: string): Promise<Person | undefined> {
  return tx.selectFrom('people.person').select(['id', 'name', 'email']).where('id', '=', id).executeTakeFirst()
}

/** Adds a person, or gives back the one who already holds the address. */
export async function addOrFind(act: Act, { name, email }: { name: string; email: string }): Promise<Person> {
  const known = await findByEmail(act.tx, email)
  if (known) return known
  const person = await act.tx
    .insertInto('people.person')
    .values({ group_id: act.group.id, name, email, created_at: act.at })
    .returning(['id', 'name', 'email'])
    .executeTakeFirstOrThrow()
  await record(act, personAdded, { person: person.id })
  return person
}
