import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'

/** Those who hold the address now, or held it in a record that was merged into theirs. */
export async function matchByEmail(tx: Tx, id: string): Promise<void> {
  await sql`
    with known as (
      select lower(email) as email, id from people.person where email is not null and merged_into is null
      union all select lower(email), person_id from people.other_email)
    update people.import_row r set person_id = k.id from known k
    where r.import_id = ${id} and r.state = 'new' and r.email = k.email`.execute(tx)
}

/**
 * People of the same name at the same postcode. One who has no address, or a row that has none, is taken for the same person;
 * with two addresses somebody must say whether it is.
 */
export async function matchByNameAndPostcode(tx: Tx, id: string): Promise<void> {
  await sql`
    with alike as (
      select r.place, min(p.id::text)::uuid as person, min(p.name) as name, count(*) as how_many,
        bool_and(p.email is null or r.email is null) as plain
      from people.import_row r
      join people.person p on p.postcode = r.postcode and p.merged_into is null and ${nameKey(sql`p.name`)} = ${nameKey(sql`r.facts->>'name'`)}
      where r.import_id = ${id} and r.state = 'new' and r.person_id is null and r.decided is distinct from 'another'
      group by r.place)
    update people.import_row r set
      person_id = case when a.how_many = 1 and (a.plain or r.decided = 'same') then a.person end,
      state = case when a.how_many = 1 and (a.plain or r.decided = 'same') then 'new' else 'problem' end,
      likely = case when a.how_many = 1 and (a.plain or r.decided = 'same') then null
        else jsonb_build_object('why', 'name_and_postcode', 'person', a.person, 'name', a.name) end
    from alike a where r.import_id = ${id} and r.place = a.place`.execute(tx)
}

/** SQL: a name in its letters and figures alone, without accents and capitals. */
const nameKey = (name: RawBuilder<unknown>) =>
  sql`regexp_replace(lower(unaccent(${name})), '[[:space:][:punct:]’‘]', '', 'g')`
