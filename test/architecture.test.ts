import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { importsOf, literals, type Source, sources, withoutComments } from './sources.ts'
import { slices } from '../src/slices.ts'

const names = slices.map(({ name }) => name)
const code = sources('src/**/*.{ts,tsx}')
const own = code.filter(({ file }) => !isTest(file))
const migrations = sources('migrations/*.sql')
const tablesAndViews = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name!)
const views = migrations.flatMap(({ text }) => tablesAndViews(text, /create (?:or replace )?view (\w+\.\w+)/g))
const tables = tablesAndViews(sources('src/platform/tables.gen.ts')[0]!.text, /^ {2}"(\w+\.\w+)": /gm)

function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file) || basename(file) === 'factories.ts'
}
const sliceOf = (path: string): string | undefined => names.find((name) => path.startsWith(`src/${name}/`))
/** Every breach of a rule in one list, so that a failure shows all of them. */
const breaches = (from: readonly Source[], find: (source: Source) => readonly string[]): string[] =>
  from.flatMap((source) => find(source).map((what) => `${source.file}: ${what}`))
const lines = (text: string): number => text.trimEnd().split('\n').length

test('there is something to check', () => {
  expect([names.length, own.length > 100, tables.length > 20, views.length > 1, migrations.length > 3]).toEqual([
    5,
    true,
    true,
    true,
    true,
  ])
})

test('a slice needs only slices above it', () => {
  for (const [i, { name, needs }] of slices.entries())
    expect(names.slice(0, i), `${name} needs ${needs.join()}`).toEqual(expect.arrayContaining([...needs]))
})

test('a slice enters another by its front door, and only one that it needs', () => {
  const found = breaches(code, (source) => {
    const here = sliceOf(source.file)
    const needs = slices.find(({ name }) => name === here)?.needs ?? []
    return importsOf(source)
      .map(({ path }) => path)
      .filter((path) => {
        const there = sliceOf(path)
        if (!there || there === here) return false
        if (isTest(source.file) && /\/(factories|index)\.ts$/.test(path)) return false
        return path !== `src/${there}/index.ts` || (here !== undefined && !needs.includes(there))
      })
  })

  expect(found).toEqual([])
})

test('the platform and the components know no slice', () => {
  const found = breaches(
    own.filter(({ file }) => /^src\/(platform|ui)\//.test(file)),
    (source) =>
      importsOf(source)
        .map(({ path }) => path)
        .filter((path) => !/^src\/(platform|ui)\//.test(path)),
  )

  expect(found).toEqual([])
})

test('components know nothing of the platform but where the project lies', () => {
  const found = breaches(
    own.filter(({ file }) => file.startsWith('src/ui/')),
    (source) =>
      importsOf(source)
        .map(({ path }) => path)
        .filter((path) => path.startsWith('src/platform/') && path !== 'src/platform/root.ts'),
  )

  expect(found).toEqual([])
})

test('no file needs, when it runs, a file that needs it', () => {
  const graph = new Map(
    own.map((source) => [
      source.file,
      importsOf(source)
        .filter(({ typeOnly }) => !typeOnly)
        .map(({ path }) => path),
    ]),
  )
  const done = new Set<string>()
  const circles: string[] = []
  const walk = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) return void circles.push([...way.slice(way.indexOf(file)), file].join(' → '))
    if (done.has(file)) return
    for (const next of graph.get(file) ?? []) walk(next, [...way, file])
    done.add(file)
  }
  for (const file of graph.keys()) walk(file, [])

  expect(circles).toEqual([])
})

test('a slice touches its own tables and the views of slices it needs, in raw SQL too', () => {
  const found = breaches(
    own.filter(({ file }) => sliceOf(file)),
    ({ file, text }) => {
      const here = sliceOf(file)!
      const needs = slices.find(({ name }) => name === here)!.needs
      const mentioned = literals(text).flatMap((literal) =>
        [...literal.matchAll(/"?\b([a-z_]+)"?\."?([a-z_]+)\b/g)].map(([, schema, name]) => `${schema}.${name}`),
      )
      return mentioned.filter((name) => {
        const schema = name.split('.')[0]!
        if (schema === here || !names.includes(schema)) return false
        return tables.includes(name) || (views.includes(name) && !needs.includes(schema))
      })
    },
  )

  expect(found).toEqual([])
})

test('the platform touches no table of a slice', () => {
  const found = breaches(
    own.filter(({ file }) => file.startsWith('src/platform/') && !file.endsWith('.gen.ts')),
    ({ text }) =>
      literals(text).flatMap((literal) =>
        tables.filter((name) => !name.startsWith('platform.') && new RegExp(`\\b${name}\\b`).test(literal)),
      ),
  )

  expect(found).toEqual([])
})

const SCHEMAS = ['platform', ...names]
const CHANGES =
  /\b(?:create (?:unlogged )?(?:table|schema|view|function|procedure|(?:unique )?index \w+ on)|create trigger \w+ [\w ,]*?\bon|alter table|drop (?:table|view|function)|comment on table|insert into|update|delete from)\s+(?:if (?:not )?exists\s+)?(\w+)(?:\.\w+)?\b/g

/** Merged before its name was looked at; a migration that has run keeps its name. */
const NAMED_OTHERWISE: Readonly<Record<string, string>> = { '2026-11-22-0010-group-look.sql': 'platform' }

test('a migration is named by its minute and its schema, changes only that schema, and refers upwards', () => {
  const found = breaches(migrations, ({ file, text }) => {
    const schema =
      NAMED_OTHERWISE[basename(file)] ?? /^\d{4}-\d{2}-\d{2}-\d{4}-([a-z]+)[a-z-]*\.sql$/.exec(basename(file))?.[1]
    if (!schema || !SCHEMAS.includes(schema)) return ['its name does not begin with a schema']
    const sql = text.replace(/--.*$/gm, '').toLowerCase()
    const changed = [...sql.matchAll(CHANGES)]
      .map(([, name]) => name!)
      .filter((name) => SCHEMAS.includes(name) && name !== schema)
    const referred = [...sql.matchAll(/\breferences (\w+)\.(\w+)( on delete cascade)?/g)]
      .filter(([, to, , cascade]) => SCHEMAS.indexOf(to!) > SCHEMAS.indexOf(schema) || (cascade && to !== schema))
      .map(([reference]) => reference)
    return [...changed.map((name) => `changes ${name}`), ...referred]
  })

  expect(found).toEqual([])
})

test('files are named after nouns, in one of the ways this house knows', () => {
  const vague = /(^|[a-z])(utils?|helpers?|common|misc|manager|service)(\.|$|[A-Z])/i
  const form =
    /^(index|[a-z][A-Za-z0-9]*(-[a-z0-9]+)*|[A-Z][A-Za-z0-9]*|bb-[a-z-]+)(\.(test|soak\.test|browser\.test|stories|gen))?\.tsx?$/

  expect(
    code
      .map(({ file }) => file)
      .filter(
        (file) =>
          vague.test(
            basename(file)
              .replace(/\.\w+$/, '')
              .replace('services', ''),
          ) || !form.test(basename(file)),
      ),
  ).toEqual([])
})

test('front doors, pages, elements and files keep their sizes', () => {
  const limit = (file: string): number => {
    if (/^src\/\w+\/index\.ts$/.test(file)) return 40
    if (/\/pages\/\w+\.tsx$/.test(file)) return 150
    if (/\/elements\//.test(file)) return 100
    return isTest(file) ? 500 : 300
  }

  expect(
    breaches(
      code.filter(({ file }) => !file.endsWith('.gen.ts')),
      ({ file, text }) => (lines(text) > limit(file) ? [`${lines(text)} lines, at most ${limit(file)}`] : []),
    ),
  ).toEqual([])
})

test('a handler translates and no more: at most twenty lines', () => {
  const routes = own.filter(({ file }) => /[rR]outes\.tsx?$/.test(file))
  const handlers = routes.flatMap(({ file, text }) =>
    [...text.matchAll(/^\w+\.(?:get|post|put|patch|delete)\((?:.*\)$|[\s\S]*?^\}?\)$)/gm)].map(([body]) => ({
      file,
      body,
    })),
  )

  expect(handlers.length).toBeGreaterThan(20)
  expect(
    handlers
      .filter(({ body }) => lines(body) > 22)
      .map(({ file, body }) => `${file}: ${lines(body)} lines: ${body.split('\n')[0]}`),
  ).toEqual([])
})

const FORBIDDEN: readonly (readonly [string, RegExp, (file: string) => boolean])[] = [
  [
    'a style attribute', // but in letters: mail programs read no stylesheet
    /\sstyle=/,
    (file) => file.endsWith('.tsx') && !file.startsWith('src/mailing/blocks/email/'),
  ],
  [
    'an inline handler',
    /\son(?:[A-Z]\w*|click|change|input|submit|reset|load|error|toggle|focus|blur|paste|copy|wheel|scroll|(?:key|mouse|pointer|touch|drag|drop|animation|transition)\w*)=|\bhx-on/,
    (file) => file.endsWith('.tsx'),
  ],
  [
    'raw HTML past <Trusted>',
    /dangerouslySetInnerHTML|from 'hono\/html'/,
    (file) => file !== 'src/ui/Trusted.tsx' && !file.startsWith('src/mailing/blocks/email/'),
  ],
  ['any', /[:<,|&(]\s*any\b(?!\w)|\bas any\b/, () => true],
  ['console', /\bconsole\./, (file) => file.startsWith('src/') && !isTest(file)],
  [
    'a limit whose figure comes after the plan (platform/rowLimits.ts)',
    /\blimit \$\{/,
    (file) => file.startsWith('src/') && !isTest(file) && file !== 'src/platform/rowLimits.ts',
  ],
  ['a test that is not run', /\b(?:test|it|describe)(?:\.\w+)*\.(?:skip|only|todo|fails|skipIf|runIf)\b/, () => true],
  ['a path of somebody’s machine', /\/work\/(main|shared)\b|\/home\/\w|\/Users\/\w|bash_jobs/, () => true],
]

test.each(FORBIDDEN)('nowhere stands %s', (_, pattern, applies) => {
  const everywhere = [...code, ...sources('test/**/*.{ts,tsx}')].filter(
    ({ file }) => applies(file) && file !== 'test/architecture.test.ts' && !file.endsWith('.test.tsx'),
  )

  expect(breaches(everywhere, ({ text }) => withoutComments(text).match(pattern) ?? [])).toEqual([])
})

test('npm, the service and the container start Node in the same way', () => {
  const flags = ['package.json', 'deploy/backbench.service', 'Dockerfile'].map((file) => [
    file,
    readFileSync(file, 'utf8').match(/--[a-z-]+=\d+(?=[" ,]+\S*build\/main\.js)/g),
  ])

  expect(flags).toEqual(flags.map(([file]) => [file, ['--max-semi-space-size=16']]))
})
