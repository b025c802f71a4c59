import { rm } from 'node:fs/promises'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { restore, writeArchive } from '../../src/platform/archive/index.ts'
import { theHost } from '../../src/platform/actor.ts'
import type { KnownGroup } from '../../src/platform/groups.ts'
import { suspend } from '../../src/platform/groupState.ts'
import { keepForUndo, undo } from '../../src/platform/undo.ts'
import { loadSample } from '../../src/site/sample/index.ts'
import { aGroup } from '../groups.ts'
import { testInstallation } from '../installation.ts'
import { filesOfGroup, rowsOfGroup } from './equality.ts'
import { aFolder, oneFolder, placeOf } from './places.ts'

const here = testInstallation({ emptied: 'once' })
const there = testInstallation()
const folder = oneFolder()
const filesOf = ({ services: { files }, owner }: typeof here) => ({ files, owner })
let sample: KnownGroup
let first: KnownGroup
let all: Awaited<ReturnType<typeof writeArchive>>

beforeAll(async () => {
  first = await aGroup(here, { slug: 'first', hosts: ['first.example.org', 'www.first.example.org'] })
  const { group } = await loadSample(here.services, { hosts: ['rivers.example.org'] })
  sample = here.services.groups.byId(group.id)!
  all = await writeArchive(placeOf(here), { folder })
})

test('everything comes back in an empty installation: every row of every table, every file, under the same numbers', async () => {
  const restored = await restore(placeOf(there, here), { file: all.path })

  expect(restored).toMatchObject({ rows: all.rows, files: all.files, missing: 0, left: 0 })
  for (const { id } of [first, sample]) {
    expect(await rowsOfGroup(there.owner, id)).toEqual(await rowsOfGroup(here.owner, id))
    expect(await filesOfGroup(filesOf(there), id)).toEqual(await filesOfGroup(filesOf(here), id))
  }
  expect(all.rows).toBeGreaterThan(200)
  expect(all.files).toBeGreaterThan(0)
  expect((await aGroup(there)).id).toBeGreaterThan(sample.id)
})

test('one group comes into an installation that lives, under a new number, with its names, files and history', async () => {
  for (const slug of ['lives', 'here', 'already']) await aGroup(there, { slug })

  const { groups } = await restore(placeOf(there, here), { file: all.path, slug: sample.slug })

  const { id, hosts } = groups[0]!
  expect([id > 3, id !== sample.id, hosts]).toEqual([true, true, ['rivers.example.org']])
  const [arrived, sent] = [await rowsOfGroup(there.owner, id), await rowsOfGroup(here.owner, sample.id)]
  expect({ ...arrived, 'platform.undo': [] }).toEqual({ ...sent, 'platform.undo': [] })
  expect(arrived['platform.undo']).toHaveLength(sent['platform.undo']!.length)
  expect(await filesOfGroup(filesOf(there), id)).toEqual(await filesOfGroup(filesOf(here), sample.id))
})

test('what could be undone there can be undone here, and what changed since cannot', async () => {
  const context = here.context(first, theHost(first.id))
  const write = (name: string, value: string) =>
    context.act(async (act) => {
      await keepForUndo(act, { table: 'platform.setting', key: { name } })
      await sql`insert into platform.setting (group_id, name, value) values (${first.id}, ${name}, ${JSON.stringify(value)}::jsonb)
        on conflict (group_id, name) do update set value = excluded.value`.execute(act.tx)
      return act.id
    })
  await write('test.plain', 'before')
  const [plain, changed] = [await write('test.plain', 'after'), await write('test.changed', 'mine')]
  await context.act(({ tx }) =>
    sql`update platform.setting set value = '"theirs"' where name = 'test.changed'`.execute(tx),
  )
  const { path } = await writeArchive(placeOf(here), { folder: aFolder(), slug: 'first' })
  for (const slug of ['one', 'two']) await aGroup(there, { slug })

  const { id } = (await restore(placeOf(there), { file: path })).groups[0]!
  await there.services.groups.load()
  const restored = there.context(there.services.groups.byId(id)!, theHost(id))
  await restored.act((act) => undo(act, plain))

  const values = await restored.read((tx) =>
    tx
      .selectFrom('platform.setting')
      .select(['name', 'value'])
      .where('name', 'like', 'test.%')
      .orderBy('name')
      .execute(),
  )
  expect(values).toEqual([
    { name: 'test.changed', value: 'theirs' },
    { name: 'test.plain', value: 'before' },
  ])
  await expect(restored.act((act) => undo(act, changed))).rejects.toThrow('changed')
})

test('a short name or host that is taken is refused, and another may be given', async () => {
  await aGroup(there, { slug: 'first' })
  await aGroup(there, { slug: 'other', hosts: ['www.first.example.org'] })
  const again = (order: object) => restore(placeOf(there), { file: all.path, slug: 'first', ...order })

  await expect(again({})).rejects.toThrow('There is a group “first” here, and a restore never writes over one')
  await expect(again({ as: 'First!' })).rejects.toThrow('A short name has small letters')
  await expect(again({ as: 'second' })).rejects.toThrow('Another group here answers to www.first.example.org')
  const { groups } = await again({ as: 'second', hosts: ['Second.example.org'] })
  expect(groups).toMatchObject([{ slug: 'second', hosts: ['second.example.org'] }])
  await expect(restore(placeOf(there), { file: all.path })).rejects.toThrow('This installation has groups already')
  await expect(restore(placeOf(there), { file: all.path, slug: 'none' })).rejects.toThrow('holds no group “none”, but')

  const { rows } = await there.owner.query('select name, main from platform.host order by name')
  expect(rows).toEqual([
    { name: 'second.example.org', main: true },
    { name: 'www.first.example.org', main: true },
  ])
})

test('second factors that need the secret stay behind where it is another', async () => {
  const { left, rows } = await restore(placeOf(there), { file: all.path })

  expect(left).toBeGreaterThan(0)
  expect(rows + left).toBe(all.rows)
  const { rows: factors } = await there.owner.query(
    'select (select count(*)::int from people.authenticator) as codes, (select count(*)::int from people.passkey) as keys',
  )
  expect(factors).toEqual([{ codes: 0, keys: expect.any(Number) as number }])
  expect((factors[0] as { keys: number }).keys).toBeGreaterThan(0)
})

test('a group that was paused to move runs where it arrives; one that is paused stays so', async () => {
  const moved = await aGroup(here, { slug: 'moved' })
  await here.context(moved).act((act) => suspend(act, 'It moves.'))
  const order = { folder: aFolder(), slug: 'moved' }
  const [paused, moving] = [
    await writeArchive(placeOf(here), order),
    await writeArchive(placeOf(here), { ...order, moving: true }),
  ]

  await restore(placeOf(there), { file: paused.path })
  await restore(placeOf(there), { file: moving.path, as: 'arrived' })

  const { rows } = await there.owner.query(
    'select slug, suspended_at is not null as paused from platform.group order by id',
  )
  expect(rows).toEqual([
    { slug: 'moved', paused: true },
    { slug: 'arrived', paused: false },
  ])
})

test('a file that is lost here is told, and does not keep the rest from coming back', async () => {
  const group = await aGroup(here, { slug: 'careless' })
  const context = here.context(group)
  const stored = await context.services.files.store(group.id, bytes('gone soon'), 100)
  await context.act(({ tx, at }) =>
    tx
      .insertInto('platform.file')
      .values({ group_id: group.id, ...stored, media_type: 'text/plain', stored_at: at })
      .execute(),
  )
  await rm(context.services.files.path(group.id, stored.sha256))

  const written = await writeArchive(placeOf(here), { folder: aFolder(), slug: 'careless' })

  expect(written).toMatchObject({ files: 0, missing: 1 })
  expect(await restore(placeOf(there), { file: written.path })).toMatchObject({ files: 0, missing: 1 })
})

async function* bytes(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text)
}
