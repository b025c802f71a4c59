import { migrationFiles } from '../migrations.ts'
import { Refusal } from '../refusal.ts'
import type { Manifest } from './format.ts'

/**
 * Whether the archive's schema is the present one or an older one. A Refusal when it knows migrations that this program
 * does not, or not as they are.
 */
export function schemaVersion({ migrations }: Manifest): 'present' | 'older' {
  const known = new Map(migrationFiles().map(({ name, hash }) => [name, hash]))
  for (const { name, hash } of migrations) {
    if (!known.has(name))
      throw new Refusal('This archive was written by a newer version of Backbench: restore it with that version.', 422)
    if (known.get(name) !== hash)
      throw new Refusal(
        'This archive was written by a Backbench whose database is built differently from this one.',
        422,
      )
  }
  return new Set(migrations.map(({ name }) => name)).size === known.size ? 'present' : 'older'
}
