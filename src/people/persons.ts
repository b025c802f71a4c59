import { sql } from 'kysely'
import type { Act } from '../platform/act.ts'
import type { Tx } from '../platform/database.ts'
import { eventType, record } from '../platform/journal.ts'
import { keepForUndo } from '../platform/undo.ts'

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

/** Adds a person, or gives back the one who already holds the address, under the name the register has. */
export async function addOrFind(act: Act, { name, email }: { name: string; email: string }): Promise<Person> {
  const person = await act.tx
    .insertInto('people.person')
    .values({ group_id: act.group.id, name, email, created_at: act.at })
    .onConflict((same) => same.expression(sql`group_id, lower(email)`).doNothing())
    .returning(['id', 'name', 'email'])
    .executeTakeFirst()
  if (!person) return (await findByEmail(act.tx, email))!
  await keepForUndo(act, { table: 'people.person', key: { id: person.id }, inserted: true })
  await record(act, personAdded, { person: person.id })
  return person
}
