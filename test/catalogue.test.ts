import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { expect, inject, test } from 'vitest'
import { OURS, SHARED } from './catalogue.ts'
import { testInstallation } from './installation.ts'
import { slices } from '../src/slices.ts'

const installation = testInstallation()
const ask = async <T extends object>(query: string, values: unknown[] = []): Promise<T[]> =>
  (await installation.owner.query<T>(query, values)).rows

/** Tables of the public slice that no public page shows. */
const NOT_PUBLIC: Readonly<Record<string, string>> = {
  'publishing.read_count': 'how often pages are read, for officers',
  'publishing.draft': 'saved, and shown to officers only until it is published',
  'publishing.search_word': 'offered in answer to a search, and searches are never kept',
  'publishing.import': 'the record of an import, for officers',
  'publishing.finding': 'oddities of an import, for officers',
  'publishing.media': 'how the fetching of pictures goes, for officers',
  'publishing.origin': 'how a second import knows its records',
  'publishing.unconfirmed_comment': 'sent by a reader, and seen by nobody until the address is confirmed',
  'publishing.comment_report': 'what readers say is wrong with a comment, for officers',
  'publishing.comment_notice': 'when officers were last told that comments wait',
}
const order = ['platform', ...slices.map(({ name }) => name)]

interface Table {
  readonly name: string
  readonly schema: string
  readonly secured: boolean
  readonly forced: boolean
  readonly owner: string
  readonly key: readonly string[]
  readonly policies: readonly string[]
}
const tables = () =>
  ask<Table>(`
    select nspname || '.' || relname as name, nspname as schema, relrowsecurity as secured, relforcerowsecurity as forced,
      pg_get_userbyid(relowner) as owner,
      (select coalesce(array_agg(a.attname::text order by n), '{}') from pg_constraint k, unnest(k.conkey) with ordinality as u (num, n)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = num where k.conrelid = c.oid and k.contype = 'p') as key,
      (select coalesce(array_agg(polname || ' ' || polcmd::text || ' ' || pg_get_expr(polqual, polrelid) || ' ' || coalesce(pg_get_expr(polwithcheck, polrelid), '')), '{}')
        from pg_policy where polrelid = c.oid) as policies
    from pg_class c join pg_namespace s on s.oid = relnamespace where relkind in ('r', 'p') and ${OURS} order by 1`)

test('every table is a group’s, or stands on the short list of shared ones', async () => {
  const found = await tables()

  expect(found.length).toBeGreaterThan(20)
  expect(found.map(({ name }) => name)).toEqual(
    expect.arrayContaining([...Object.keys(SHARED), ...Object.keys(NOT_PUBLIC)]),
  )
  for (const { name, key, secured, forced, policies } of found.filter((table) => !(table.name in SHARED))) {
    expect({ key: key[0], secured, forced, policies }, name).toEqual({
      key: 'group_id',
      secured: true,
      forced: false,
      policies: ['own_group * (group_id = platform.current_group()) '],
    })
  }
})

test('the owner owns everything, and the app’s role nothing', async () => {
  const owners = await ask<{ what: string; owner: string }>(`
    select nspname || '.' || relname as what, pg_get_userbyid(relowner) as owner from pg_class c join pg_namespace s on s.oid = relnamespace where ${OURS}
    union all select nspname, pg_get_userbyid(nspowner) from pg_namespace where ${OURS}
    union all select nspname || '.' || proname || '()', pg_get_userbyid(proowner) from pg_proc p join pg_namespace s on s.oid = pronamespace where ${OURS}`)

  expect(owners.filter(({ owner }) => owner !== 'backbench_owner')).toEqual([])
  const powers = await ask<object>(
    `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication from pg_roles where rolname = 'backbench_app'`,
  )
  expect(powers).toEqual([
    { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false, rolreplication: false },
  ])
})

test('no function runs with its owner’s rights', async () => {
  const found = await ask<{ name: string }>(
    `select proname as name from pg_proc p join pg_namespace s on s.oid = pronamespace where prosecdef and ${OURS}`,
  )

  expect(found).toEqual([])
})

test('every view looks with the eyes of who asks', async () => {
  const views = await ask<{ name: string; options: string[] | null }>(`
    select nspname || '.' || relname as name, reloptions as options from pg_class c join pg_namespace s on s.oid = relnamespace where relkind in ('v', 'm') and ${OURS}`)

  expect(views.length).toBeGreaterThan(1)
  for (const { name, options } of views) expect(options, name).toContain('security_invoker=true')
})

interface ForeignKey {
  readonly from: string
  readonly to: string
  readonly columns: readonly string[]
  readonly cascades: boolean
}
const foreignKeys = () =>
  ask<ForeignKey>(`
    select conrelid::regclass::text as from, confrelid::regclass::text as to, confdeltype = 'c' as cascades,
      (select array_agg(attname::text order by n) from unnest(conkey) with ordinality as u (num, n) join pg_attribute on attrelid = conrelid and attnum = num) as columns
    from pg_constraint k join pg_namespace s on s.oid = k.connamespace where contype = 'f' and ${OURS}`)
const schemaOf = (table: string) => table.replaceAll('"', '').split('.')[0]!

test('foreign keys carry the group, point up the list of slices, and never delete across slices', async () => {
  const keys = await foreignKeys()

  expect(keys.length).toBeGreaterThan(15)
  for (const { from, to, columns, cascades } of keys) {
    const [here, there] = [schemaOf(from), schemaOf(to)]
    expect(columns[0], `${from} → ${to}`).toBe('group_id')
    expect(order.indexOf(there), `${from} → ${to}`).toBeLessThanOrEqual(order.indexOf(here))
    if (here !== there) expect(cascades, `${from} → ${to}`).toBe(false)
    const needs = slices.find(({ name }) => name === here)?.needs ?? []
    if (here !== there && there !== 'platform') expect(needs, `${from} → ${to}`).toContain(there)
  }
})

test('whoever keeps something about a person can say what, and can erase it', async () => {
  const holders = new Set(
    (await foreignKeys()).filter(({ to }) => to === 'people.person').map(({ from }) => schemaOf(from)),
  )

  expect(holders).toContain('people')
  for (const name of holders) {
    const slice = slices.find((one) => one.name === name)
    expect(
      [slice?.holds, slice?.erase].map((part) => typeof part),
      `${name}: holds, erase`,
    ).toEqual(['function', 'function'])
  }
})

test('every table that public pages show says when it changes', async () => {
  const found = await ask<{ name: string; public: boolean }>(`
    select nspname || '.' || relname as name, exists (select from pg_trigger t join pg_proc p on p.oid = tgfoid where tgrelid = c.oid and proname = 'public_changed'
      and tgenabled = 'O' and tgtype & 1 = 0 and tgtype & 28 = 28) as public
    from pg_class c join pg_namespace s on s.oid = relnamespace where relkind = 'r' and (nspname = 'publishing' or nspname || '.' || relname = 'platform.setting')`)

  for (const { name, public: watched } of found) expect(watched, name).toBe(!(name in NOT_PUBLIC))
})

test('the types of the views are those of the catalogue', async () => {
  const declared = new Map(globSync('src/*/views.ts').flatMap((file) => viewsIn(readFileSync(file, 'utf8'))))
  const columns = await ask<{ view: string; name: string; type: string }>(`
    select nspname || '.' || relname as view, attname as name, format_type(atttypid, null) as type from pg_attribute join pg_class c on c.oid = attrelid
    join pg_namespace s on s.oid = relnamespace where relkind = 'v' and attnum > 0 and not attisdropped and ${OURS} order by attnum`)
  const byView = Map.groupBy(columns, ({ view }) => view)

  expect([...declared.keys()].toSorted()).toEqual([...byView.keys()].toSorted())
  for (const [view, found] of byView) {
    const types = declared.get(view)!
    expect([...types.keys()].toSorted(), view).toEqual(found.map(({ name }) => name).toSorted())
    for (const { name, type } of found)
      expect(fits(types.get(name)!, type), `${view}.${name}: ${types.get(name)} is ${type}`).toBe(true)
  }
})

/** `'people.named': { id: string; … }`, one field a line or all on one. */
function viewsIn(source: string): (readonly [string, Map<string, string>])[] {
  return [...source.matchAll(/'(\w+\.\w+)': \{([^}]*)\}/g)].map(([, view, body]) => {
    const fields = [...body!.matchAll(/(?:readonly )?(\w+)(\??): ([^;\n]+)/g)]
    return [view!, new Map(fields.map(([, name, , type]) => [name!, type!.trim()]))] as const
  })
}

const TYPES: Readonly<Record<string, RegExp>> = {
  integer: /^number/,
  bigint: /^number/,
  real: /^number/,
  'double precision': /^number/,
  boolean: /^boolean/,
  'timestamp with time zone': /^Date/,
  date: /^string/,
  uuid: /^string/,
  text: /^(string|[A-Z]\w*|'[\w' |]+)( \| null)?$/,
  jsonb: /^[A-Z]\w*|^unknown|^object/,
}
const fits = (declared: string, type: string): boolean => (TYPES[type] ?? /^[A-Z]\w*|^readonly |^string/).test(declared)

test('the generated types are those of the catalogue', async () => {
  const { owner } = inject('database')
  const [{ name }] = (await ask<{ name: string }>('select current_database() as name')) as [{ name: string }]
  const url = new URL('postgres://localhost')
  url.username = String(owner.user)
  url.password = String(owner.password)
  url.pathname = `/${name}`
  url.searchParams.set('host', String(owner.host))
  if (owner.port) url.searchParams.set('port', String(owner.port))

  const { status, stderr } = spawnSync(process.execPath, ['bin/tables.mjs', url.href, '--verify'], { encoding: 'utf8' })

  expect(status, stderr).toBe(0)
})
