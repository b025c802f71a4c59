import { request } from 'node:http'
import type { Sample } from '../../src/platform/slice.ts'
import { commandJson } from '../program.ts'
import { expect } from '../walk.ts'
import type { Scene, Trial } from '../website/scene.ts'
import { askOwner } from './database.ts'
import { people } from '../../src/people/index.ts'
import { type Doors, openDoors, samplesIn } from './doors.ts'

const OTHER = { slug: 'orchard', officer: 'chair@orchard.example' }

interface Stranger {
  readonly who: string
  /** Under which name they ask. */
  readonly address: string
  readonly cookie: string
  /** Their own address, which their own pages show. */
  readonly own?: string
}

interface Address {
  readonly method: string
  readonly path: string
}

/**
 * Another group’s officer, a supporter, a former officer and a visitor each try every address of the slice, which come from its
 * routes. None of them sees anybody, and nothing changes.
 */
export async function strangers(scene: Scene, group: Trial): Promise<void> {
  await commandJson(scene.terminal, [
    'group',
    'create',
    '--name',
    'Orchard Watch',
    '--slug',
    OTHER.slug,
    '--officer',
    OTHER.officer,
  ])
  const doors = await openDoors(scene.terminal)
  try {
    const addresses = everyAddress(await samplesIn(doors.context(group.slug), 'people'))
    scene.walk.saw(
      `${addresses.length} addresses: ${addresses.filter(({ method }) => method === 'GET').length} pages and ${addresses.filter(({ method }) => method === 'POST').length} that change something`,
    )
    const names = await namesOf(scene, group)
    for (const stranger of await whoTries(scene, group, doors)) await tryAll(scene, { stranger, addresses, names })
  } finally {
    await doors.installation.close()
  }
}

/** The samples of all pages, and every route that changes something, under the sample it belongs to and with real ids. */
function everyAddress(samples: readonly Sample[]): readonly Address[] {
  const id = samples.flatMap(({ address }) => /^\/office\/register\/([0-9a-f-]{36})$/.exec(address)?.[1] ?? [])[0]
  expect(id, 'the samples have a record of the register')
  const posts = new Set<string>()
  for (const { method, path } of people.routes?.routes ?? []) {
    if (method !== 'POST') continue
    const near = samples.filter(({ route }) => path.startsWith(`${route}/`) || path === route)
    const nearest = near.toSorted((a, b) => b.route.length - a.route.length)[0]
    posts.add(filled(nearest ? nearest.address.replace(/\?.*/, '') + path.slice(nearest.route.length) : path, id))
  }
  return [...new Set(samples.map(({ address }) => address))]
    .map((path): Address => ({ method: 'GET', path }))
    .concat([...posts].map((path) => ({ method: 'POST', path })))
}

/** What a parameter may be, by the pattern that it must match. */
const CANDIDATES = ['newsletter', 'access', 'name', 'phone', 'check', '1', 'x'.repeat(43), 'everything.json']

function filled(path: string, id: string): string {
  const out = path.replaceAll(/:(\w+)(?:\{((?:[^{}]|\{[^{}]*\})*)\})?/g, (_, name: string, pattern = '[^/]+') => {
    const fits = [id, ...CANDIDATES, ...pattern.split('|')].find((word) => new RegExp(`^(?:${pattern})$`).test(word))
    expect(fits, `a value for :${name} in ${path}`)
    return fits
  })
  expect(!/[{}:*]/.test(out), `${path} is filled in: ${out}`)
  return out
}

/** Everybody of the register and their addresses; what the website names in public is no secret. */
async function namesOf({ terminal }: Scene, { slug }: Trial): Promise<readonly string[]> {
  const rows = await askOwner<{ name: string; email: string | null }>(
    terminal,
    `select p.name, p.email from people.person p join platform.group g on g.id = p.group_id where g.slug = $1 and p.sort_name <> ''
       and not exists (select 1 from people.role_held h where h.group_id = p.group_id and h.person_id = p.id)
       and not exists (select 1 from publishing.author a where a.group_id = p.group_id and a.name = p.name)
       and not exists (select 1 from publishing.comment c where c.group_id = p.group_id and c.author_name = p.name)`,
    [slug],
  )
  return rows.flatMap(({ name, email }) => (email ? [name, email] : [name]))
}

async function whoTries({ terminal }: Scene, group: Trial, doors: Doors): Promise<readonly Stranger[]> {
  const { address, slug } = group
  const someone = async (where: string): Promise<string> => {
    const [row] = await askOwner<{ email: string }>(
      terminal,
      `select p.email from people.person p join platform.group g on g.id = p.group_id where g.slug = $1 and p.email is not null
         and p.status = 'current' and ${where} order by p.id limit 1`,
      [slug],
    )
    expect(row, `there is somebody for whom ${where}`)
    return row.email
  }
  const supporter = await someone(`p.kind = 'supporter'`)
  const former = await someone(`p.kind = 'member' and p.id not in (select person_id from people.role_held)`)
  await askOwner(
    terminal,
    `insert into people.role_held (group_id, person_id, role, from_on, to_on)
     select group_id, id, 'secretary', current_date - 400, current_date - 30 from people.person where email = $1`,
    [former],
  )
  const other = await doors.cookieFor(OTHER.slug, OTHER.officer)
  return [
    { who: 'a visitor', address, cookie: '' },
    { who: 'a supporter', address, cookie: await doors.cookieFor(slug, supporter), own: supporter },
    { who: 'a former secretary', address, cookie: await doors.cookieFor(slug, former), own: former },
    { who: 'another group’s chair', address, cookie: other },
    { who: 'another group’s chair, at home', address: address.replace(slug, OTHER.slug), cookie: other },
  ]
}

interface Trying {
  readonly stranger: Stranger
  readonly addresses: readonly Address[]
  readonly names: readonly string[]
}

async function tryAll(scene: Scene, { stranger, addresses, names }: Trying): Promise<void> {
  const { who, own } = stranger
  const [me] = own
    ? await askOwner<{ name: string }>(scene.terminal, `select name from people.person where email = $1`, [own])
    : []
  const others = names.filter((name) => name !== own && name !== me?.name)
  const before = await stateWithout(scene, own)
  const statuses = new Map<number, number>()
  for (const { method, path } of addresses) {
    const { status, body } = await knock(stranger, { method, path })
    const told = others.filter((name) => body.includes(name))
    expect(told.length === 0, `${who} at ${method} ${path} (${status}) reads of ${told.slice(0, 3).join(', ')}`)
    expect(status < 500, `${who} at ${method} ${path} gets an answer, not ${status}`)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
  }
  expect(
    (await stateWithout(scene, own)) === before,
    `nothing of anybody else has changed after ${who} tried everything`,
  )
  const told = [...statuses].toSorted(([a], [b]) => a - b).map(([status, times]) => `${times} × ${status}`)
  scene.walk.saw(`${who}: nobody read of, nothing of others changed (${told.join(', ')})`)
}

/** As a page of that address would ask; a form goes with one field nobody knows. */
function knock({ address, cookie }: Stranger, { method, path }: Address): Promise<{ status: number; body: string }> {
  const { host, port, origin } = new URL(address)
  const form = 'q=x'
  const headers = {
    host,
    cookie,
    ...(method === 'POST' && {
      origin,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': form.length,
    }),
  }
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }))
    })
    asked.on('error', reject)
    asked.end(method === 'POST' ? form : undefined)
  })
}

/** One hash over every row about anybody but this person. */
async function stateWithout({ terminal }: Scene, own = ''): Promise<string> {
  const tables = await askOwner<{ name: string; column: string }>(
    terminal,
    `select format('%I.%I', table_schema, table_name) as name, column_name as column from information_schema.columns
     where table_schema = 'people' and (column_name = 'person_id' or (table_name = 'person' and column_name = 'id'))
       and table_name not in ('session', 'sign_in', 'challenge', 'application')
       and table_name in (select tablename from pg_tables where schemaname = 'people') order by 1`,
  )
  const hashes = tables.map(
    ({ name, column }, place) =>
      `select ${place} as place, md5(coalesce(string_agg(t::text, '' order by t::text), '')) as one from ${name} t
       where t.${column} is distinct from (select id from people.person where email = $1 limit 1)`,
  )
  const rows = await askOwner<{ all: string }>(
    terminal,
    `select md5(string_agg(one, '' order by place)) as all from (${hashes.join(' union all ')}) x`,
    [own],
  )
  return rows[0]!.all
}
