import { type RawBuilder, sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import { takeTime } from '../../platform/bulk.ts'
import type { Tx } from '../../platform/database.ts'
import { type Counts, lock, type MemberImport } from './imports.ts'
import { matchByEmail, matchByNameAndPostcode } from './matching.ts'

/**
 * Compares all rows of a list with the register as it is now, in a few statements whatever their number: who is known
 * already, who comes twice, and what would change. What somebody decided about a row stands.
 */
export async function compare(act: Act, id: string): Promise<Counts> {
  const one = await lock(act, id)
  await takeTime(act, one.rowsRead)
  await startAfresh(act.tx, id)
  await matchByEmail(act.tx, id)
  await matchByNameAndPostcode(act.tx, id)
  await findRepeats(act.tx, id)
  await findChanges(act.tx, one)
  return countRows(act.tx, id)
}

export async function countRows(tx: Tx, id: string): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select count(*)::int as rows, ${of('new')}, ${of('changed')}, ${of('same')}, ${of('problem')}, ${of('left_out')}
    from people.import_row where import_id = ${id}`.execute(tx)
  return rows[0]!
}

const of = (state: string) => sql`count(*) filter (where state = ${state})::int as ${sql.ref(state)}`

/** Only rows of which a comparison said something before: of a list just read, none. */
async function startAfresh(tx: Tx, id: string): Promise<void> {
  const state = sql`case when decided = 'left_out' then 'left_out' when problems <> '[]' then 'problem' else 'new' end`
  await sql`
    update people.import_row set person_id = null, changes = '{}', likely = null, state = ${state}
    where import_id = ${id} and (person_id is not null or likely is not null or changes <> '{}' or state <> ${state})`.execute(
    tx,
  )
}

/** The same address, or the same name and postcode without another address, further up in the list. A couple with one address is asked about. */
async function findRepeats(tx: Tx, id: string): Promise<void> {
  await sql`
    with met as (
      select place, row, lower(facts->>'name') as name_key, coalesce(person_id::text, email, lower(facts->>'name') || ' ' || postcode) as who
      from people.import_row where import_id = ${id} and state = 'new'),
    repeated as (
      select place, first_value(row) over w as first_row, first_value(place) over w as first_place, first_value(name_key) over w = name_key as same_name
      from met where who is not null window w as (partition by who order by place))
    update people.import_row r set
      state = case when p.same_name then 'same' else 'problem' end,
      likely = jsonb_build_object('why', case when p.same_name then 'in_list' else 'address_in_list' end, 'row', p.first_row)
    from repeated p
    where r.import_id = ${id} and r.place = p.place and p.place <> p.first_place`.execute(tx)
}

/** What the list would change of those whom the register has: facts that differ, a yes or no, and what would be added. */
async function findChanges(tx: Tx, { id, choices }: MemberImport): Promise<void> {
  const fillsOnly = choices.prefer === 'register'
  await sql`
    with known as (
      select r.place, r.facts, r.besides, r.suppressed, p.id as person, p.status, p.email, to_jsonb(p) as p
      from people.import_row r join people.person p on p.id = r.person_id
      where r.import_id = ${id} and r.state = 'new'),
    found as (
      select k.place, coalesce((
        select jsonb_object_agg(f.key, f.value) from jsonb_each_text(k.facts) f
        where f.key not in ('name', 'sort_name') and f.value is distinct from k.p->>f.key
          and (f.key <> 'email' or k.email is null)
          and (f.key <> 'status' or k.status <> 'left')
          and (${fillsOnly} is false or k.p->>f.key is null)), '{}') as changes,
        ${wouldAdd} as adds
      from known k)
    update people.import_row r set changes = f.changes,
      state = case when f.changes = '{}' and not f.adds then 'same' else 'changed' end
    from found f where r.import_id = ${id} and r.place = f.place`.execute(tx)
}

const wouldAdd = sql`(
  (k.besides ? 'yes' and not k.suppressed and ${mayGiveNewsletter(sql`k.person`)})
  or (k.besides ? 'no' and not exists (select from people.objection o where o.person_id = k.person and o.purpose = 'newsletter')
    and ${mayTakeBackNewsletter(sql`k.person`)})
  or exists (select from jsonb_array_elements_text(coalesce(k.besides->'interests', '[]')) n(name) where not exists (
    select from people.person_topic pt join people.topic t on t.id = pt.topic_id where pt.person_id = k.person and t.list = 'interest' and lower(t.name) = lower(n.name)))
  or exists (select from jsonb_array_elements_text(coalesce(k.besides->'offers', '[]')) n(name) where not exists (
    select from people.person_topic pt join people.topic t on t.id = pt.topic_id where pt.person_id = k.person and t.list = 'offer' and lower(t.name) = lower(n.name)))
  or exists (select from jsonb_to_recordset(coalesce(k.besides->'hats', '[]')) h(kind text, name text) where not exists (
    select from people.hat e where e.person_id = k.person and e.kind = h.kind and lower(e.name) = lower(h.name)))
  or (k.besides ? 'local_group' and not exists (select from people.part_member m join people.part g on g.id = m.part_id
    where m.person_id = k.person and m.to_on is null and lower(g.name) = lower(k.besides->>'local_group')))
  or (k.besides ? 'note' and not exists (select from people.note n where n.person_id = k.person and n.words = k.besides->>'note')))`

/**
 * A list's yes counts where nothing is known yet: a standing right is as good, and a no is the person's own to take back, also when
 * it only took back their yes.
 */
export function mayGiveNewsletter(person: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`(not exists (select from people.basis b where b.person_id = ${person} and b.purpose = 'newsletter'
      and (b.until_at is null or b.ended_because in ('withdrawn', 'objected')))
    and not exists (select from people.objection o where o.person_id = ${person} and o.purpose = 'newsletter'))`
}

/** A list's no ends what another list said, never a yes that they gave themselves. */
export function mayTakeBackNewsletter(person: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`not exists (select from people.basis b where b.person_id = ${person} and b.purpose = 'newsletter' and b.until_at is null and b.channel <> 'import')`
}
