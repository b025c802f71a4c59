// Writes src/platform/tables.gen.ts from the catalogue of a migrated database: `npm run tables` starts one of its own with
// every migration in it; the tests give the address of theirs and --verify, which changes nothing and exits 1 when the file
// would differ. Views are left out: the generator makes all their columns nullable, so each slice declares its own.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

const [given, verify] = process.argv.slice(2)
const own = given ? null : await ownDatabase()
const url = given ?? own.url
const client = new pg.Client(url)
await client.connect()
const { rows } = await client.query(
  "select schemaname || '.' || viewname as name from pg_views where schemaname not in ('pg_catalog', 'information_schema')",
)
await client.end()

const options = {
  dialect: 'postgres',
  url,
  'date-parser': 'string',
  'type-mapping': '{"int8":"number"}',
  'include-pattern': '{platform,people,writing,publishing,mailing,site}.*',
  'exclude-pattern': `{${rows.map(({ name }) => name).join(',')},-}`,
  'out-file': 'src/platform/tables.gen.ts',
}
const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
const result = spawnSync(
  process.execPath,
  [
    'node_modules/kysely-codegen/dist/cli/bin.js',
    ...words,
    '--no-domains',
    ...(verify === '--verify' ? ['--verify'] : []),
  ],
  { stdio: ['ignore', 2, 2] },
)
await own?.stop()
process.exit(result.status ?? 1)

async function ownDatabase() {
  const { openDatabase, prepareWorkerSchema } = await import('../src/platform/postgres/index.ts')
  const { migrate } = await import('../src/platform/migrations.ts')
  const dataDir = mkdtempSync(join(tmpdir(), 'backbench-tables-'))
  const database = await openDatabase({ dataDir })
  await prepareWorkerSchema(database)
  await migrate(database.owner)
  const { user, password, host, database: name } = database.owner
  return {
    url: `postgres://${user}:${encodeURIComponent(password)}@/${name}?host=${encodeURIComponent(host)}`,
    stop: async () => {
      await database.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
