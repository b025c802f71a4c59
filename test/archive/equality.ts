import { readdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type pg from 'pg'
import type { Files } from '../../src/platform/files.ts'
import { readCatalogue, travelling } from '../../src/platform/archive/index.ts'
import { createHash } from 'node:crypto'

/** Every row of every table that travels, by table, for comparing: as JSON without the group's number, in order. */
export async function rowsOfGroup(pool: pg.Pool, groupId: number): Promise<Record<string, string[]>> {
  const client = await pool.connect()
  try {
    const tables = travelling(await readCatalogue(client))
    const found: Record<string, string[]> = {}
    for (const { name, quoted, columns } of tables) {
      const { rows } = await client.query<{ row: string }>(
        `select (to_jsonb(t) - $1::text)::text as row from ${quoted} t where ${columns[0]!} = $2 order by 1`,
        [columns[0], groupId],
      )
      found[name] = rows.map(({ row }) => row)
    }
    return found
  } finally {
    client.release()
  }
}

/** A group's files by name, with the hash of what they hold. What can be drawn again is left out. */
export async function filesOfGroup(files: Files, groupId: number): Promise<Record<string, string>> {
  const folder = dirname(files.path(groupId, 'x'))
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^[0-9a-f]{64}$/.test(name)).toSorted()
  const sums = names.map(async (name) => [
    name,
    createHash('sha256')
      .update(await readFile(files.path(groupId, name)))
      .digest('hex'),
  ])
  return Object.fromEntries(await Promise.all(sums)) as Record<string, string>
}
