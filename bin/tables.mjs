// Writes src/platform/tables.gen.ts from the catalogue of a migrated database: `node bin/tables.mjs <postgres url>`.
// With --verify it changes nothing and exits 1 when the file would differ (run by the tests).
import { spawnSync } from 'node:child_process'

const [url, verify] = process.argv.slice(2)
const result = spawnSync(
  process.execPath,
  [
    'node_modules/kysely-codegen/dist/cli/bin.js',
    '--dialect', 'postgres',
    '--url', url,
    '--date-parser', 'string',
    '--type-mapping', '{"int8":"number"}',
    '--include-pattern', '{platform,people,writing,publishing,site}.*',
    '--out-file', 'src/platform/tables.gen.ts',
    '--no-domains',
    ...(verify === '--verify' ? ['--verify'] : []),
  ],
  { stdio: ['ignore', 2, 2] },
)
process.exit(result.status ?? 1)
