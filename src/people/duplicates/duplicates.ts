import { type RawBuilder, sql } from 'kysely'
import type { Act } from '../../platform/act.ts'
import { asJson, insertMany } from '../../platform/bulk.ts'
import type { Tx } from '../../platform/database.ts'
import { eventType, record } from '../../platform/journal.ts'
import { Refusal } from '../../platform/refusal.ts'
import { atMost, onPage } from '../../platform/rowLimits.ts'
import { keepForUndo } from '../../platform/undo.ts'
import { type Compared, keysOf, ready, type Reason, type Score, scoreOfReady } from './scores.ts'

export const saidApart = eventType<{ one: string; other: string }>('people.said_apart')

export interface Side {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly postcode: string | null
  readonly kind: string
}

/** Two records that may be one person's. */
export interface Duplicate {
  readonly score: number
  readonly reasons: readonly Reason[]
  readonly one: Side
  readonly other: Side
}

export const PAIRS_A_PAGE = 25
/** A key that more records share is no help: a hundred people called John Smith. */
const MOST_OF_A_KEY = 60
const AT_ONCE = 500

/** Open pairs, the likeliest first. */
export async function list(tx: Tx, page: number): Promise<readonly Duplicate[]> {
  const { rows } = await sql<Duplicate>`
    select d.score, d.reasons, ${side('p')} as one, ${side('q')} as other
    from people.duplicate d join people.person p on p.id = d.one_id join people.person q on q.id = d.other_id
    where d.apart_at is null order by d.score desc, d.one_id, d.other_id
    ${onPage(page, PAIRS_A_PAGE)}`.execute(tx)
  return rows
}

export async function count(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from people.duplicate where apart_at is null`.execute(tx)
  return rows[0]!.n
}

/** An officer looked: these are two people. They are not proposed again, whatever is found. */
export async function sayApart(act: Act, { one, other }: { one: string; other: string }): Promise<void> {
  const [one_id, other_id] = one < other ? [one, other] : [other, one]
  await keepForUndo(act, { table: 'people.duplicate', key: { one_id, other_id } })
  const { numUpdatedRows } = await act.tx
    .updateTable('people.duplicate')
    .set({ apart_at: act.at })
    .where('one_id', '=', one_id)
    .where('other_id', '=', other_id)
    .executeTakeFirstOrThrow()
  if (!numUpdatedRows) throw new Refusal('These two are not on the list any more.', 404)
  await record(act, saidApart, { one: one_id, other: other_id })
}

/** Looks through the whole register, piece by piece. Gives how many pairs are open. */
export async function look(act: Act): Promise<number> {
  let after: string | null = FIRST
  while (after !== null) after = await lookOn(act, after)
  return count(act.tx)
}

export const FIRST = '00000000-0000-0000-0000-000000000000'

/** Looks at the next records, and compares those that changed since they were last looked at. Gives where to go on; null at the end. */
export async function lookOn(act: Act, after: string): Promise<string | null> {
  const { rows } = await sql<Looked>`
    select p.*, p.of is distinct from l.of as changed from (${comparedWhere(sql`p.id > ${after} order by p.id ${atMost(AT_ONCE)}`)}) p
    left join people.likeness l on l.person_id = p.id order by p.id`.execute(act.tx)
  const changed = rows.filter((row) => row.changed)
  if (changed.length) await compareAgain(act, changed)
  return rows.length === AT_ONCE ? rows.at(-1)!.id : null
}

interface Looked extends Compared {
  readonly id: string
  readonly of: string
  readonly changed: boolean
}

async function compareAgain(act: Act, changed: readonly Looked[]): Promise<void> {
  const { tx, group, at } = act
  const ids = changed.map(({ id }) => id)
  await forgetOpen(act, ids)
  const keys = changed.flatMap((row) => keysOf(row).map((key) => ({ person_id: row.id, key })))
  await insertMany(act, 'people.likeness_key', keys)
  await sql`
    insert into people.likeness (group_id, person_id, of)
    select ${group.id}, id, of from jsonb_to_recordset(${asJson(changed.map(({ id, of }) => ({ id, of })))}::jsonb) as m (id uuid, of text)
    on conflict (group_id, person_id) do update set of = excluded.of`.execute(tx)
  const found = await scored(tx, await candidates(tx, ids))
  await sql`
    insert into people.duplicate (group_id, one_id, other_id, score, reasons, found_at)
    select ${group.id}, one_id, other_id, score, reasons, ${at}
    from jsonb_to_recordset(${asJson(found.map((one) => ({ ...one })))}::jsonb) as f (one_id uuid, other_id uuid, score int, reasons text[])
    on conflict do nothing`.execute(tx)
}

/** What was found of these before no longer counts; that an officer told two apart does. */
async function forgetOpen({ tx }: Act, ids: readonly string[]): Promise<void> {
  await sql`delete from people.likeness_key k using ${listed(ids)} where k.person_id = i.id`.execute(tx)
  await sql`delete from people.duplicate d using ${listed(ids)} where d.one_id = i.id and d.apart_at is null`.execute(
    tx,
  )
  await sql`delete from people.duplicate d using ${listed(ids)} where d.other_id = i.id and d.apart_at is null`.execute(
    tx,
  )
}

/** A join finds thousands of ids by the index, where a list of them reads the whole table. */
const listed = (ids: readonly string[]) => sql`unnest(${ids}::uuid[]) as i (id)`

interface Candidate {
  readonly one_id: string
  readonly other_id: string
}

/** Whoever shares a key with one of these, found by the keys' index: never all pairs. */
async function candidates(tx: Tx, ids: readonly string[]): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate>`
    with mine as materialized (select i.id, k.key from ${listed(ids)} join people.likeness_key k on k.person_id = i.id),
    shared as materialized (
      select m.key, s.ids from (select distinct key from mine) m cross join lateral (select array_agg(person_id) as ids from
        (select person_id from people.likeness_key o where o.key = m.key ${atMost(MOST_OF_A_KEY + 1)}) few) s
      where cardinality(s.ids) between 2 and ${MOST_OF_A_KEY})
    select distinct least(m.id, b) as one_id, greatest(m.id, b) as other_id
    from shared join mine m using (key) cross join lateral unnest(shared.ids) b where m.id <> b`.execute(tx)
  return rows
}

/** Each record is read and made ready once, however many it is compared with. */
async function scored(tx: Tx, pairs: readonly Candidate[]): Promise<readonly (Candidate & Score)[]> {
  const ids = [...new Set(pairs.flatMap(({ one_id, other_id }) => [one_id, other_id]))]
  const { rows } = await sql<Looked>`
    select c.* from ${listed(ids)} cross join lateral (${comparedWhere(sql`p.id = i.id`)}) c`.execute(tx)
  const byId = new Map(rows.map((row) => [row.id, ready(row)]))
  return pairs.flatMap(({ one_id, other_id }) => {
    const [one, other] = [byId.get(one_id), byId.get(other_id)]
    const score = one && other ? scoreOfReady(one, other) : null
    return score ? [{ one_id, other_id, ...score }] : []
  })
}

/** Whoever has a record of their own, with every address. Erased people have nothing to compare. */
const comparedWhere = (condition: RawBuilder<unknown>) => sql`
  select p.id, p.name, p.postcode, o.emails, md5(p.name || '|' || coalesce(p.postcode, '') || '|' || array_to_string(o.emails, '|')) as of
  from people.person p cross join lateral (
    select coalesce(array_agg(email order by email), '{}') as emails from (
      select p.email where p.email is not null union all select e.email from people.other_email e where e.person_id = p.id) all_of) o
  where p.merged_into is null and not exists (select from platform.erasure r where r.person_id = p.id) and ${condition}`

const side = (row: 'p' | 'q') => {
  const column = (name: string) => sql.ref(`${row}.${name}`)
  return sql`jsonb_build_object('id', ${column('id')}, 'name', ${column('name')}, 'email', ${column('email')},
    'postcode', ${column('postcode')}, 'kind', ${column('kind')})`
}
