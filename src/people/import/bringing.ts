import { sql } from 'kysely'
import { analyse } from '../../platform/bulk.ts'
import { eventType, record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { GroupContext } from '../../platform/slice.ts'
import { dayOf } from '../../platform/time.ts'
import { discardUploads } from '../../platform/uploads.ts'
import { insertKept, keepManyForUndo } from '../../platform/undoMany.ts'
import { bringBases } from './bringingBases.ts'
import { bringBesides } from './bringingBesides.ts'
import { type Bringing, changedRows, newRows, whoOf } from './bringingRows.ts'
import { compare } from './comparison.ts'
import * as imports from './imports.ts'

export const listImported = eventType<{ import: string; new: number; changed: number }>('people.list_imported')

/**
 * Brings a list into the register in one act: all of it, or, whatever happens, nothing. It is compared once more first, because
 * the register may have changed since somebody looked. Nobody is written to because of it: it queues no letter.
 */
export async function bringIn(context: GroupContext, id: string): Promise<imports.Counts> {
  const counts = await context.act(async (act) => {
    await sql`select pg_advisory_xact_lock(hashtext('people.import'), ${act.group.id})`.execute(act.tx)
    const one = await imports.lock(act, id)
    if (one.state !== 'checking' && one.state !== 'bringing')
      throw new Refusal('This list was brought in already, or given up.')
    const found = await compare(act, id)
    await bringRows({ act, one, today: dayOf(act) })
    await imports.set(act, id, { state: 'done', act_id: act.id, counts: JSON.stringify(found), ended_at: act.at })
    await record(act, listImported, { import: id, new: found.new, changed: found.changed })
    return found
  })
  await discardUploads(context, await context.act((act) => imports.forget(act, id)))
  return counts
}

async function bringRows(bringing: Bringing): Promise<void> {
  const { act } = bringing
  await addPeople(bringing)
  // Else the planner takes the register for as small as it was, and reads all of it for each row.
  await analyse(act, { 'people.person': ['group_id', 'id', 'kind', 'status', 'postcode'] })
  await beginMemberships(bringing)
  await changePeople(bringing)
  await bringBases(bringing)
  await bringBesides(bringing)
}

async function addPeople(bringing: Bringing): Promise<void> {
  const { act, one } = bringing
  await insertKept(
    act,
    { table: 'people.person', key: ['id'] },
    sql`insert into people.person (group_id, id, name, sort_name, email, kind, status, email_state, phone, address, postcode,
        constituency, council, region, occupation, joined_on, renews_on, created_at)
      select r.group_id, ${whoOf}, f.name, f.sort_name, f.email, coalesce(f.kind, ${one.choices.kind}), coalesce(f.status, 'current'),
        case when r.suppressed then 'failing' else 'unconfirmed' end, f.phone, f.address, f.postcode,
        f.constituency, f.council, f.region, f.occupation, f.joined_on, f.renews_on, ${act.at}
      from people.import_row r, jsonb_to_record(r.facts) as f(name text, sort_name text, email text, kind text, status text,
        phone text, address text, postcode text, constituency text, council text, region text, occupation text, joined_on date, renews_on date)
      where ${newRows(bringing)} order by r.place`,
  )
}

/** The first line of what they are to the group; ended on the day the list says, or today. */
async function beginMemberships(bringing: Bringing): Promise<void> {
  const { act, today } = bringing
  await insertKept(
    act,
    { table: 'people.membership', key: ['id'] },
    sql`insert into people.membership (group_id, person_id, kind, from_on, to_on, ended_because)
      select p.group_id, p.id, p.kind, d.from_on,
        case when p.status <> 'current' then greatest(d.from_on, d.to_on) end,
        case p.status when 'lapsed' then 'lapsed' when 'left' then 'left' end
      from people.import_row r join people.person p on p.id = ${whoOf}
      cross join lateral (select least(coalesce(p.joined_on, ${today}), ${today}) as from_on,
        least(coalesce((r.besides->>'ended_on')::date, p.renews_on, ${today}), ${today}) as to_on) d
      where ${newRows(bringing)}`,
  )
}

/** Single facts, and with another kind or status another line of their history. */
async function changePeople(bringing: Bringing): Promise<void> {
  const { act } = bringing
  const changed = sql`(select ${whoOf} as person_id from people.import_row r where ${changedRows(bringing)} and r.changes <> '{}')`
  await keepManyForUndo(act, { table: 'people.person', key: ['id'] }, sql`t.id = any(array${changed})`)
  await sql`
    update people.person p set
      email = coalesce(f.email, p.email), phone = coalesce(f.phone, p.phone), address = coalesce(f.address, p.address),
      postcode = coalesce(f.postcode, p.postcode), constituency = coalesce(f.constituency, p.constituency),
      council = coalesce(f.council, p.council), region = coalesce(f.region, p.region), occupation = coalesce(f.occupation, p.occupation),
      joined_on = coalesce(f.joined_on, p.joined_on), renews_on = coalesce(f.renews_on, p.renews_on),
      kind = coalesce(f.kind, p.kind), status = coalesce(f.status, p.status), changed_at = ${act.at},
      email_trouble = case when f.email is null then p.email_trouble end, email_trouble_at = case when f.email is null then p.email_trouble_at end,
      email_state = case when f.email is null then p.email_state when r.suppressed then 'failing' else 'unconfirmed' end
    from people.import_row r, jsonb_to_record(r.changes) as f(email text, phone text, address text, postcode text, constituency text,
      council text, region text, occupation text, joined_on date, renews_on date, kind text, status text)
    where ${changedRows(bringing)} and r.changes <> '{}' and p.id = ${whoOf}`.execute(act.tx)
  await changeMemberships(bringing)
}

async function changeMemberships(bringing: Bringing): Promise<void> {
  const { act, today } = bringing
  const turned = sql`(select ${whoOf} as person_id from people.import_row r where ${changedRows(bringing)} and r.changes ?| array['kind', 'status'])`
  await keepManyForUndo(
    act,
    { table: 'people.membership', key: ['id'] },
    sql`t.to_on is null and t.person_id = any(array${turned})`,
  )
  await sql`
    update people.membership m set to_on = greatest(m.from_on, ${today}),
      ended_because = case p.status when 'lapsed' then 'lapsed' when 'left' then 'left' else 'changed' end
    from people.person p where p.id = m.person_id and m.to_on is null and m.person_id = any(array${turned})`.execute(
    act.tx,
  )
  await insertKept(
    act,
    { table: 'people.membership', key: ['id'] },
    sql`insert into people.membership (group_id, person_id, kind, from_on)
      select p.group_id, p.id, p.kind, ${today} from people.person p where p.status = 'current' and p.id = any(array${turned})`,
  )
}
