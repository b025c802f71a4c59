// Writes src/platform/tables.gen.ts from the catalogue of a migrated database: `node bin/tables.mjs <postgres url>`.
// With --verify it changes nothing and exits 1 when the file would differ (run by the tests). Views are left out: the
// generator makes all their columns nullable, so each slice declares its own.
import { spawnSync } from 'node:child_process'
import pg from 'pg'

const [url, verify] = process.argv.slice(2)
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
  'include-pattern': '{platform,people,writing,publishing,site}.*',
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
process.exit(result.status ?? 1)
