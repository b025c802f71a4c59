import { sql } from 'kysely'
import type { HeldPart } from '../heldRows.ts'

const ofPerson = (personId: string) => sql`
  people.application a where lower(a.answers ->> 'email') in (
    select lower(email) from people.person where id = ${personId} union select lower(email) from people.other_email where person_id = ${personId})`

/** Forms for joining that somebody filled in under a person's address. They stand apart from the register until confirmed. */
export const applicationsHeld: HeldPart = {
  holds: async (tx, personId) => {
    const { rows } = await sql<{ begun_at: Date }>`select a.begun_at from ${ofPerson(personId)} order by 1`.execute(tx)
    return rows.map(({ begun_at }) => ({
      what: 'Form for joining, not confirmed',
      value: `Begun on ${begun_at.toISOString().slice(0, 10)}`,
      why: 'It waits for your confirmation and goes within seven days',
    }))
  },
  erase: async ({ tx }, personId, { dryRun }) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${ofPerson(personId)}`.execute(tx)
    if (!dryRun) await sql`delete from ${ofPerson(personId)}`.execute(tx)
    return [{ what: 'Forms for joining, not confirmed', count: rows[0]!.n }]
  },
}
