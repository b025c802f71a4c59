import { readFile } from 'node:fs/promises'
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

/**
 * The files that a group keeps, by name, with the hash of what they hold. What can be drawn again is left out, and what was
 * sent and is on its way in: a list or an export, which goes when it has come in and is sent again where it has not.
 */
export async function filesOfGroup(
  { files, owner }: { files: Files; owner: pg.Pool },
  groupId: number,
): Promise<Record<string, string>> {
  const { rows } = await owner.query<{ name: string }>(
    'select sha256 as name from platform.file where group_id = $1 order by 1',
    [groupId],
  )
  const names = rows.map(({ name }) => name)
  const sums = names.map(async (name) => [
    name,
    createHash('sha256')
      .update(await readFile(files.path(groupId, name)))
      .digest('hex'),
  ])
  return Object.fromEntries(await Promise.all(sums)) as Record<string, string>
}
