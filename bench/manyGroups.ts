import pg from 'pg'
import { readCatalogue } from '../src/platform/archive/index.ts'
import { openDatabase } from '../src/platform/postgres/index.ts'

/**
 * Makes many groups of one in the data folder of a running program: every row of every table that belongs to the group is
 * copied under the new groups' numbers, table by table as the catalogue has them. Ids are a group's own, so they stay. As
 * superuser with triggers off: the rows are copies of rows that were checked. Answers the new groups' short names.
 */
export async function multiplyGroup(
  dataDir: string,
  { slug, times }: { slug: string; times: number },
): Promise<readonly string[]> {
  const database = await openDatabase({ dataDir })
  const client = new pg.Client(database.superuser!)
  await client.connect()
  try {
    await client.query(`begin; set local session_replication_role = replica`)
    const { rows: made } = await client.query<{ id: number; slug: string }>(
      `insert into platform.group (slug, name, hue, chroma, zone)
       select slug || '-' || n, name || ' ' || n, (n * 37) % 360, chroma, zone from platform.group, generate_series(1, $2::int) as n
       where slug = $1 returning id, slug`,
      [slug, times],
    )
    for (const { name, quoted, columns } of await readCatalogue(client)) {
      if (columns[0] !== 'group_id' || name === 'platform.host') continue
      const own = columns.slice(1).map((column) => `"${column}"`)
      await client.query(
        `insert into ${quoted} (group_id, ${own.join(', ')}) overriding system value
         select made.id, ${own.map((column) => `t.${column}`).join(', ')}
         from ${quoted} t, unnest($2::int[]) as made (id) where t.group_id = (select id from platform.group where slug = $1)`,
        [slug, made.map(({ id }) => id)],
      )
    }
    await client.query(`select pg_notify('groups_changed', '')`)
    await client.query('commit')
    await client.query('analyze')
    return made.map((group) => group.slug)
  } finally {
    await client.end()
    await database.stop()
  }
}
