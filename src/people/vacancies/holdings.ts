import { sql } from 'kysely'
import { type Role, roleNames } from '../../platform/roles.ts'
import { type HeldPart, heldRows } from '../heldRows.ts'

const interestRows = heldRows({
  table: 'people.vacancy_interest',
  what: 'Interest in an office',
  why: '',
  says: () => null,
})

const interests: HeldPart = {
  ...interestRows,
  holds: async (tx, personId) => {
    const { rows } = await sql<{ role: Role; words: string }>`
      select v.role, i.words from people.vacancy_interest i join people.vacancy v on v.id = i.vacancy_id
      where i.person_id = ${personId} order by i.said_at`.execute(tx)
    return rows.map(({ role, words }) => ({
      what: 'Interest in an office',
      value: `${roleNames[role]}${words ? `: ${words}` : ''}`,
      why: 'You told the officers who handle it, in confidence',
    }))
  },
}

const letters = heldRows<{ sent_at: Date }>({
  table: 'people.vacancy_letter',
  what: 'Letters about an office that needs somebody',
  why: 'So that nobody is written to twice',
  says: ({ sent_at }) => `Sent on ${sent_at.toISOString().slice(0, 10)}`,
  orderBy: 'sent_at',
})

/** A handover to somebody who goes before its day comes to nothing: the office is vacant again, and its holder stays. */
const handovers: HeldPart = {
  holds: () => Promise.resolve([]),
  async erase({ tx, at, group }, personId, { dryRun }) {
    const { rows } = await sql<{ id: string; ends_id: string | null }>`
      select v.id, v.ends_id from people.vacancy v join people.role_held h on h.id = v.begins_id
      where h.person_id = ${personId} and v.hands_over_on > (${at}::timestamptz at time zone ${group.zone})::date`.execute(
      tx,
    )
    if (dryRun || rows.length === 0) return [{ what: 'Handovers to come', count: rows.length }]
    const [ids, ends] = [rows.map(({ id }) => id), rows.flatMap(({ ends_id }) => ends_id ?? [])]
    await sql`
      update people.vacancy set state = 'open', state_since = ${at}, begins_id = null, ends_id = null, hands_over_on = null,
        handed_over_at = null, taken_over_at = null where id = any(${ids}::uuid[])`.execute(tx)
    await sql`update people.role_held set to_on = null where id = any(${ends}::uuid[])`.execute(tx)
    return [{ what: 'Handovers to come', count: rows.length }]
  },
}

/** Before offices: a line of those may be the one that a handover waits for. */
export const vacanciesHeld: readonly HeldPart[] = [handovers, interests, letters]
