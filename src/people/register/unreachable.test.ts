import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { aPerson } from '../factories.ts'
import { whyNots } from './unreachable.ts'

const installation = testInstallation()

/** Everything that makes somebody reachable or not, in every combination, for one purpose. */
const EVERY_COMBINATION = `
  with made as (
    insert into people.person (group_id, name, sort_name, email, email_state, status, restricted_at, kind, created_at)
    select $1, 'Person ' || g, 'person', case when e.has then 'p' || row_number() over () || '@example.org' end,
      s.state, t.status, r.at, 'member', now()
    from (values (true), (false)) e (has), (values ('confirmed'), ('failing')) s (state),
      (values ('current'), ('lapsed'), ('left')) t (status), (values (null::timestamptz), (now())) r (at),
      generate_series(0, 3) g
    returning id, name),
  given as (
    insert into people.basis (group_id, person_id, purpose, basis, channel, evidence, from_at)
    select $1, id, 'newsletter', 'consent', 'paper', 'A slip', now() from made where name in ('Person 1', 'Person 3'))
  insert into people.objection (group_id, person_id, purpose, objected_at, channel)
  select $1, id, 'newsletter', now(), 'paper' from made where name in ('Person 2', 'Person 3')`

test('everybody on the register can be written to, or there is one reason why not; nobody is both', async () => {
  const group = await aGroup(installation)
  const { read } = installation.context(group)
  await installation.owner.query(EVERY_COMBINATION, [group.id])
  const merged = await aPerson(installation.context(group))
  const into = await aPerson(installation.context(group))
  await installation.owner.query('update people.person set merged_into = $1, email = null where id = $2', [
    into.id,
    merged.id,
  ])

  const { rows } = await read((tx) =>
    sql<{ reached: number; reasons: number; why: string | null; n: number }>`
      select reached, reasons, why, count(*)::int as n from (
        select (select count(*)::int from people.reachable r where r.person_id = p.id and r.purpose = 'newsletter') as reached,
          (select count(*)::int from people.unreachable u where u.person_id = p.id and u.purpose = 'newsletter') as reasons,
          (select why from people.unreachable u where u.person_id = p.id and u.purpose = 'newsletter') as why
        from people.person p where p.merged_into is null) as each group by 1, 2, 3`.execute(tx),
  )

  expect(rows.every(({ reached, reasons }) => reached + reasons === 1)).toBe(true)
  expect(rows.every(({ reasons, why }) => (reasons === 1) === (why !== null))).toBe(true)
  expect(new Set(rows.map(({ why }) => why))).toEqual(new Set([null, ...whyNots]))
  expect(rows.reduce((sum, { n }) => sum + n, 0)).toBe(2 * 2 * 3 * 2 * 4 + 1)
})
