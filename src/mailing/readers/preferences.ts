import { type RawBuilder, sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import type { Tx } from '../../platform/database.ts'
import type { Job } from '../../platform/jobs.ts'
import { record } from '../../platform/journal.ts'
import { preferenceChanged } from './events.ts'
import { FEWEST_DAYS, fewer, type Frequency, mornings, usual } from './frequencies.ts'

/** How often somebody would like to be written to; as often as there is something when they never said. */
export async function of(tx: Tx, personId: string): Promise<Frequency> {
  const { rows } = await sql<Frequency>`
    select newsletter, notices from mailing.preference where person_id = ${personId}`.execute(tx)
  return rows[0] ?? usual
}

/** What is not given stays as it is. */
export async function save(act: Act, personId: string, changed: Partial<Frequency>): Promise<void> {
  const before = await of(act.tx, personId)
  const { newsletter, notices } = { ...before, ...changed }
  if (newsletter === before.newsletter && notices === before.notices) return
  await sql`
    insert into mailing.preference (group_id, person_id, newsletter, notices, changed_at)
    values (${act.group.id}, ${personId}, ${newsletter}, ${notices}, ${act.at})
    on conflict (group_id, person_id) do update
    set newsletter = excluded.newsletter, notices = excluded.notices, changed_at = excluded.changed_at`.execute(act.tx)
  if (notices !== before.notices) await waitUntil(act, personId, notices)
  await record(act, preferenceChanged, { person: personId })
}

/** What waits already follows the new choice. */
async function waitUntil({ tx, at, group }: Act, personId: string, wanted: Frequency['notices']): Promise<void> {
  const due = wanted === 'at_once' ? at : mornings(at, group.zone)[wanted]
  await sql`update mailing.waiting_notice set due_at = ${due} where person_id = ${personId}`.execute(tx)
}

/**
 * Two records became one: the fewer letters of both. The other record's choice stays with it, in case the merging is undone. May
 * run twice.
 */
export const mergePreferences: Job<{ person: string; merged: string }> = {
  name: 'mailing.merge_preferences',
  run: ({ act }, { person, merged }) =>
    act(async (a) => save(a, person, fewer(await of(a.tx, person), await of(a.tx, merged)))),
}

/**
 * A condition in SQL: this person may be handed a newsletter now. Whoever asked for one a month at most, and was handed one less
 * than four weeks ago, waits for the next.
 */
export const mayGetNewsletter = (personId: RawBuilder<unknown>, at: Date): RawBuilder<boolean> => sql<boolean>`
  not exists (select from mailing.preference p where p.person_id = ${personId} and p.newsletter = 'monthly' and exists (
    select from mailing.delivery g join mailing.letter n on n.group_id = g.group_id and n.id = g.letter_id
    where g.person_id = p.person_id and n.kind = 'newsletter' and g.state in ('handing_over', 'accepted', 'uncertain')
      and g.handed_at > ${at}::timestamptz - make_interval(days => ${FEWEST_DAYS})))`
