import { sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import { anywhere } from '../../platform/likePattern.ts'
import { eventType, record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import { atMost, onPage } from '../../platform/rowLimits.ts'
import { keepForUndo } from '../../platform/undo.ts'
import type { Kind } from '../kinds.ts'
import * as offices from '../offices.ts'
import { add, endLine, endOfficeWithoutPart } from './belonging.ts'
import { onRegister } from '../onRegister.ts'

export const coordinatorMade = eventType<{ part: string; person: string }>('people.coordinator_made')
export const coordinatorEnded = eventType<{ part: string; person: string }>('people.coordinator_ended')

/** Somebody in a local or policy group; the page leaves out what the officer's sight has not. */
export interface PartMember {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly kind: Kind
  readonly email: string | null
  readonly constituency: string | null
  readonly coordinates: boolean
  readonly from: string
}

export const PEOPLE_A_PAGE = 50

/** Those in a group today, coordinators first. Somebody restricted is named and no more: their details are not used. */
export async function inPart(
  tx: Tx,
  { partId, page }: { partId: string; page: number },
): Promise<readonly PartMember[]> {
  const { rows } = await sql<PartMember>`
    select m.id, p.id as "personId", p.name, p.kind, m.coordinates, m.from_on as from,
      case when p.restricted_at is null then p.email end as email,
      case when p.restricted_at is null then p.constituency end as constituency
    from people.part_member m join people.person p on p.id = m.person_id and p.merged_into is null
    where m.part_id = ${partId} and m.to_on is null
    order by m.coordinates desc, p.sort_name, p.id
    ${onPage(page, PEOPLE_A_PAGE)}`.execute(tx)
  return rows
}

/** Somebody on the register who may be added, and whether they are in the group already. */
export interface Candidate {
  readonly id: string
  readonly name: string
  readonly kind: Kind
  readonly email: string | null
  readonly inside: boolean
}

const MOST_CANDIDATES = 10

/** Those on the register whose name or address has these words. For who keeps the register. */
export async function candidates(
  tx: Tx,
  { partId, words }: { partId: string; words: string },
): Promise<readonly Candidate[]> {
  if (!words) return []
  const pattern = anywhere(words)
  const { rows } = await sql<Candidate>`
    select p.id, p.name, p.kind, p.email, exists (
      select from people.part_member m where m.part_id = ${partId} and m.person_id = p.id and m.to_on is null) as inside
    from people.person p
    where ${onRegister} and p.status <> 'left' and (p.name ilike ${pattern} or p.email ilike ${pattern})
    order by p.sort_name, p.id ${atMost(MOST_CANDIDATES)}`.execute(tx)
  return rows
}

/** Puts somebody into an open group from today. Twice is once. */
export async function join(act: Act, { partId, personId }: { partId: string; personId: string }): Promise<string> {
  await mustBeOpen(act.tx, partId)
  const person = await act.tx
    .selectFrom('people.person as p')
    .select('p.name')
    .where('p.id', '=', personId)
    .where(onRegister)
    .executeTakeFirst()
  if (!person) throw new Refusal('This person is no longer on the register.', 404)
  await add(act, { partId, personId })
  return person.name
}

/** Takes somebody out, from today. */
export async function leave(act: Act, { partId, id }: { partId: string; id: string }): Promise<string> {
  const line = await lockLine(act, { partId, id })
  await endLine(act, { id, partId, ...line })
  return line.name
}

/** Makes somebody in the group its coordinator, who may then open the office and see the group's people; or ends that. */
export async function setCoordinating(
  act: Act,
  { partId, id, coordinates }: { partId: string; id: string; coordinates: boolean },
): Promise<string> {
  await mustBeOpen(act.tx, partId)
  const line = await lockLine(act, { partId, id })
  if (line.coordinates === coordinates) return line.name
  await keepForUndo(act, { table: 'people.part_member', key: { id } })
  await act.tx.updateTable('people.part_member').set({ coordinates }).where('id', '=', id).execute()
  await record(act, coordinates ? coordinatorMade : coordinatorEnded, { part: partId, person: line.personId })
  if (coordinates) await offices.appoint(act, { personId: line.personId, role: 'coordinator' })
  else await endOfficeWithoutPart(act, line.personId)
  return line.name
}

async function lockLine({ tx }: Act, { partId, id }: { partId: string; id: string }) {
  const { rows } = await sql<{ personId: string; name: string; coordinates: boolean }>`
    select m.person_id as "personId", p.name, m.coordinates from people.part_member m join people.person p on p.id = m.person_id
    where m.id = ${id} and m.part_id = ${partId} and m.to_on is null for update of m`.execute(tx)
  const [line] = rows
  if (!line) throw new Refusal('This person is no longer in the group.', 404)
  return line
}

async function mustBeOpen(tx: Tx, partId: string): Promise<void> {
  const part = await tx.selectFrom('people.part').select('closed_on').where('id', '=', partId).executeTakeFirst()
  if (!part) throw new Refusal('There is no such group.', 404)
  if (part.closed_on) throw new Refusal('This group is closed. Open it again first.')
}
