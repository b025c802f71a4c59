import { sql } from 'kysely'
import { type HeldPart, heldRows } from '../heldRows.ts'

const rows = heldRows({ table: 'people.part_member', what: 'Local and policy groups', why: '', says: () => null })

/** Which local and policy groups somebody is or was in. */
export const partsHeld: HeldPart = {
  ...rows,
  holds: async (tx, personId) => {
    const { rows: found } = await sql<{ name: string; coordinates: boolean; from: string; to: string | null }>`
      select t.name, m.coordinates, m.from_on as from, m.to_on as to from people.part_member m join people.part t on t.id = m.part_id
      where m.person_id = ${personId} order by m.from_on, m.id`.execute(tx)
    return found.map(({ name, coordinates, from, to }) => ({
      what: 'Local and policy groups',
      value: `${name}${coordinates ? ', as coordinator' : ''}, from ${from}${to ? ` to ${to}` : ''}`,
      why: 'To know who works with whom',
    }))
  },
}
