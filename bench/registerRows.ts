import pg from 'pg'
import { openDatabase } from '../src/platform/postgres/index.ts'

export interface RowsWish {
  readonly dataDir: string
  /** People of the one large group. */
  readonly large: number
  /** How many small groups, with 200 people each. */
  readonly groups: number
}

/** Numbers of the large group and of one among the small. */
export interface RegisterGroups {
  readonly large: { readonly id: number; readonly officer: string }
  readonly small: { readonly id: number; readonly officer: string }
}

const A_SMALL_GROUP = 200

const named = `(array['Ann','Bill','Carys','David','Eilidh','Farah','Gwen','Hamish','Siân','Jo'])[1 + i % 10] || ' ' ||
  (array['Ahmed','Barlow','Bevan','Ellis','Hughes','Khan','Lewis','Marsh','Morgan','Okafor','Price','Quinn'])[1 + (i / 10) % 12]`

/** Invented people by SQL, spread over kinds, states and places, with topics, notes and a yes to the newsletter for half. */
const people = (groups: string): string => `
  insert into people.person (group_id, name, sort_name, email, kind, status, postcode, council, region, constituency, joined_on, renews_on, created_at)
  select g, ${named}, ${named}, 'person' || i || '@example.org', (array['member','supporter','councillor','contact','member'])[1 + i % 5],
    (array['current','current','current','lapsed','left'])[1 + (i / 7) % 5], 'SY' || (1 + i % 20) || ' ' || (i % 10) || 'AA',
    'E1000' || lpad((i % 200)::text, 4, '0'), 'E1200000' || (1 + i % 9), 'E14' || lpad((i % 650)::text, 6, '0'),
    date '2020-01-01' + i % 2000, date '2026-01-01' + i % 600, now()
  from ${groups} order by g, i`

/** Fills the register of a running installation, as owner: row security does not bind it, triggers stay on. */
export async function fillRegister({ dataDir, large, groups }: RowsWish): Promise<RegisterGroups> {
  const database = await openDatabase({ dataDir })
  const client = new pg.Client(database.owner)
  await client.connect()
  try {
    const { rows } = await client.query<{ id: number }>(
      `insert into platform.group (name, slug) select 'Register ' || i, 'register-' || i from generate_series(0, $1::int) i returning id`,
      [groups],
    )
    const ids = rows.map(({ id }) => id)
    const [one, two] = [ids[0]!, ids[Math.floor(ids.length / 2)]!]
    await client.query(people(`(select ${one} as g, i from generate_series(1, ${large}) i) x`))
    await client.query(people(`(select g, i from unnest($1::int[]) g, generate_series(1, ${A_SMALL_GROUP}) i) x`), [
      ids.slice(1),
    ])
    await client.query(`insert into people.topic (group_id, list, name)
      select g, 'offer', 'Topic ' || i from unnest(array[${one}, ${two}]) g, generate_series(1, 10) i`)
    await client.query(`insert into people.person_topic (group_id, person_id, topic_id)
      select p.group_id, p.id, t.id from (select group_id, id, row_number() over (partition by group_id) n from people.person where group_id in (${one}, ${two})) p
      join (select group_id, id, row_number() over (partition by group_id) n from people.topic) t on t.group_id = p.group_id and t.n = 1 + p.n % 10`)
    await client.query(`insert into people.note (group_id, person_id, words, written_at)
      select group_id, id, repeat('Spoke at the meeting about the river and the bridge. ', 3), now() from people.person
      where group_id in (${one}, ${two}) and postcode like 'SY1 %'`)
    await client.query(`insert into people.basis (group_id, person_id, purpose, basis, channel, evidence, from_at)
      select group_id, id, 'newsletter', 'consent', 'paper', 'Form', now() from people.person
      where group_id in (${one}, ${two}) and region < 'E12000005'`)
    const officers = new Map<number, string>()
    for (const id of [one, two]) officers.set(id, await anOfficer(client, id))
    await client.query('vacuum analyze people.person, people.note, people.person_topic, people.basis')
    await client.query(`select pg_notify('groups_changed', '')`)
    return { large: { id: one, officer: officers.get(one)! }, small: { id: two, officer: officers.get(two)! } }
  } finally {
    await client.end()
    await database.stop()
  }
}

async function anOfficer(client: pg.Client, groupId: number): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `select id from people.person where group_id = $1 order by id limit 1`,
    [groupId],
  )
  const id = rows[0]!.id
  await client.query(
    `insert into people.role_held (group_id, person_id, role, from_on) values ($1, $2, 'secretary', '2020-01-01')`,
    [groupId, id],
  )
  await client.query(
    `insert into people.saved_view (group_id, name, query, owner_id, made_at)
     select $1, 'View ' || i, 'kind=' || (array['member','supporter'])[1 + i % 2] || '&region=E1200000' || (1 + i % 9), $2, now()
     from generate_series(1, 20) i`,
    [groupId, id],
  )
  return id
}
