import { expect, test } from 'vitest'
import { aGroup } from '../../test/groups.ts'
import { testInstallation } from '../../test/installation.ts'

const installation = testInstallation()

/** What was told of the groups while somebody did this. */
async function toldDuring(work: (ask: (text: string) => Promise<unknown>) => Promise<unknown>): Promise<number> {
  const client = await installation.owner.connect()
  let told = 0
  const count = (): unknown => (told += 1)
  client.on('notification', count)
  try {
    await client.query('listen groups_changed')
    await work((text) => client.query(text))
    await client.query('select 1') // what was told stands before this answer
    return told
  } finally {
    client.off('notification', count)
    await client.query('unlisten *')
    client.release()
  }
}

test('whatever is changed of a group, every process hears that it should read the groups anew', async () => {
  const { id } = await aGroup(installation, { hosts: ['group.example.org'] })
  const { rows } = await installation.owner.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = 'platform.group'::regclass and attnum > 0 and not attisdropped`,
  )
  const silent: string[] = []

  for (const { name } of rows.filter((column) => column.name !== 'id')) {
    const told = await toldDuring((ask) => ask(`update platform.group set ${name} = ${name} where id = ${id}`))
    if (!told) silent.push(name)
  }

  // A raised content version is told by itself; what else is silent here is not kept in memory.
  expect(silent.toSorted()).toEqual(['content_version', 'created_at', 'trial_network'])
})

test('a group that is made, and one that goes, and each name it answers to, are told once a statement', async () => {
  const told = await toldDuring(async (ask) => {
    await ask(`insert into platform.group (slug, name) values ('one', 'One'), ('two', 'Two')`)
    await ask(`insert into platform.host (name, group_id) select slug || '.example.org', id from platform.group`)
    await ask(`update platform.host set main = true`)
    await ask('delete from platform.host')
    await ask('delete from platform.group')
  })

  expect(told).toBe(5)
})

test('a text that is published tells nobody to read the groups anew', async () => {
  const { id } = await aGroup(installation)

  const told = await toldDuring((ask) =>
    ask(`update platform.group set content_version = content_version + 1 where id = ${id}`),
  )

  expect(told).toBe(0)
})
