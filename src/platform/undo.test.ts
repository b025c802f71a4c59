import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { aGroup } from '../../test/groups.ts'
import { testInstallation } from '../../test/installation.ts'
import { waitingForLock } from '../../test/locks.ts'
import type { Act } from './act.ts'
import type { GroupContext } from './slice.ts'
import { canUndo, keepForUndo, undo } from './undo.ts'

const installation = testInstallation()
let context: GroupContext
let groupId: number

beforeEach(async () => {
  const group = await aGroup(installation)
  context = installation.context(group)
  groupId = group.id
})

const terms = async (): Promise<{ id: string; name: string; parent_id: string | null }[]> =>
  (await installation.owner.query('select id, name, parent_id from publishing.term order by name')).rows

async function addTerm(act: Act, name: string, parent: string | null = null): Promise<string> {
  const { id } = await act.tx
    .insertInto('publishing.term')
    .values({ group_id: groupId, taxonomy: 'tag', slug: name, name, parent_id: parent })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepForUndo(act, { table: 'publishing.term', key: { id }, inserted: true })
  return id
}
async function renameTerm(act: Act, id: string, name: string): Promise<void> {
  await keepForUndo(act, { table: 'publishing.term', key: { id } })
  await act.tx.updateTable('publishing.term').set({ name }).where('id', '=', id).execute()
}
async function removeTerm(act: Act, id: string): Promise<void> {
  await keepForUndo(act, { table: 'publishing.term', key: { id } })
  await act.tx.deleteFrom('publishing.term').where('id', '=', id).execute()
}
/** Performs an act and gives its id. */
const did = (work: (act: Act) => Promise<unknown>): Promise<string> =>
  context.act(async (act) => (await work(act), act.id))
const undone = (actId: string): Promise<string> => did((act) => undo(act, actId))

test('a change is put back', async () => {
  const id = await context.act((act) => addTerm(act, 'old'))
  const change = await did((act) => renameTerm(act, id, 'new'))

  await undone(change)

  expect(await terms()).toEqual([{ id, name: 'old', parent_id: null }])
})

test('what was made is taken away, and what was removed comes back as it was', async () => {
  const made = await did((act) => addTerm(act, 'made'))
  await undone(made)
  expect(await terms()).toEqual([])

  const id = await context.act((act) => addTerm(act, 'kept'))
  const before = await terms()
  await undone(await did((act) => removeTerm(act, id)))
  expect(await terms()).toEqual(before)
})

test('an undoing can itself be undone', async () => {
  const id = await context.act((act) => addTerm(act, 'old'))
  const change = await did((act) => renameTerm(act, id, 'new'))

  await undone(await undone(change))

  expect((await terms())[0]?.name).toBe('new')
})

test('a parent and its child are made, unmade, and made again in the order their keys ask for', async () => {
  const made = await did(async (act) => addTerm(act, 'child', await addTerm(act, 'parent')))
  const before = await terms()

  const unmade = await undone(made)
  expect(await terms()).toEqual([])

  await undone(unmade)
  expect(await terms()).toEqual(before)
})

test('a row written twice in one act goes back to how it was before the first time', async () => {
  const id = await context.act((act) => addTerm(act, 'first'))
  const change = await did(async (act) => {
    await renameTerm(act, id, 'second')
    await renameTerm(act, id, 'third')
  })

  await undone(change)

  expect((await terms())[0]?.name).toBe('first')
})

test('what has changed since is not overwritten', async () => {
  const id = await context.act((act) => addTerm(act, 'one'))
  const change = await did((act) => renameTerm(act, id, 'two'))
  await context.act((act) => renameTerm(act, id, 'three'))

  await expect(undone(change)).rejects.toThrow('This was changed again since')
  expect((await terms())[0]?.name).toBe('three')
})

test('somebody’s change under way is waited for, and then respected', async () => {
  const id = await context.act((act) => addTerm(act, 'one'))
  const change = await did((act) => renameTerm(act, id, 'two'))
  const other = await installation.owner.connect()
  await other.query('begin')
  await other.query(`update publishing.term set name = 'theirs' where id = $1`, [id])

  const undoing = expect(undone(change)).rejects.toThrow('This was changed again since')
  await waitingForLock(installation.owner)
  await other.query('commit')
  other.release()

  await undoing
  expect((await terms())[0]?.name).toBe('theirs')
})

test('what others were hung on since stays, with a reason', async () => {
  let id = ''
  const made = await did(async (act) => (id = await addTerm(act, 'parent')))
  await context.act((act) => addTerm(act, 'child', id))

  await expect(undone(made)).rejects.toThrow('Something that was made since depends on this')
})

test('a place taken since is not taken back', async () => {
  const id = await context.act((act) => addTerm(act, 'same'))
  const removed = await did((act) => removeTerm(act, id))
  await context.act((act) => addTerm(act, 'same'))

  await expect(undone(removed)).rejects.toThrow('Something else has taken its place')
})

test('an act is undone once, by two people at once too', async () => {
  const id = await context.act((act) => addTerm(act, 'one'))
  const change = await did((act) => renameTerm(act, id, 'two'))
  const holding = await installation.owner.connect()
  await holding.query('begin')
  await holding.query('select 1 from platform.undo where act_id = $1 for update', [change])

  const both = Promise.allSettled([undone(change), undone(change)])
  await waitingForLock(installation.owner, 2)
  await holding.query('commit')
  holding.release()

  const reasons = (await both).map((result) => (result.status === 'rejected' ? String(result.reason.message) : 'done'))
  expect(reasons.toSorted()).toEqual(['This was already undone.', 'done'])
})

test('after thirty days it is too late', async () => {
  const change = await did((act) => addTerm(act, 'old'))
  await installation.owner.query(`update platform.undo set expires_at = now() - interval '1 second'`)

  expect(await context.read((tx) => canUndo(tx, change, new Date()))).toBe(false)
  await expect(undone(change)).rejects.toThrow('This can no longer be undone.')
})

test('another group’s act is unknown', async () => {
  const change = await did((act) => addTerm(act, 'ours'))
  const other = installation.context(await aGroup(installation))

  await expect(other.act((act) => undo(act, change))).rejects.toThrow('This can no longer be undone.')
  expect((await terms()).map(({ name }) => name)).toEqual(['ours'])
})

test('keys of several columns and columns the database works out come back right', async () => {
  const { document, entry } = await context.act(anEntry)
  await context.act((act) => searchText(act, entry, 'first words'))
  const change = await did(async (act) => {
    await keepForUndo(act, { table: 'publishing.search_text', key: { entry_id: entry } })
    await keepForUndo(act, { table: 'writing.version', key: { document_id: document, number: 1 } })
    await act.tx.updateTable('publishing.search_text').set({ body: 'other' }).where('entry_id', '=', entry).execute()
    await act.tx.deleteFrom('writing.version').where('document_id', '=', document).execute()
  })

  await undone(change)

  const { rows } = await installation.owner.query(`
    select s.body, s.vector @@ to_tsquery('english', 'words') as found, v.number
    from publishing.search_text s, writing.version v`)
  expect(rows).toEqual([{ body: 'first words', found: true, number: 1 }])
})

test('a row with a number of the database’s own comes back with the same number', async () => {
  const { rows } = await installation.owner.query<{ id: number }>(
    `with i as (insert into publishing.import (group_id, file_name, state, started_at) values ($1, 'x', 'done', now()) returning group_id, id)
     insert into publishing.finding (group_id, import_id, kind, address, detail) select group_id, id, 'k', '/', 'd' from i returning id`,
    [groupId],
  )
  const { id } = rows[0]!
  const key = { table: 'publishing.finding', key: { id } } as const
  const changed = await did(async (act) => {
    await keepForUndo(act, key)
    await act.tx.updateTable('publishing.finding').set({ detail: 'changed' }).execute()
  })
  await undone(changed)
  const removed = await did(async (act) => {
    await keepForUndo(act, key)
    await act.tx.deleteFrom('publishing.finding').execute()
  })

  await undone(removed)

  const { rows: now } = await installation.owner.query('select id, detail from publishing.finding')
  expect(now).toEqual([{ id, detail: 'd' }])
})

async function anEntry({ tx }: Act): Promise<{ document: string; entry: string }> {
  const { id: document } = await tx
    .insertInto('writing.document')
    .values({ group_id: groupId, created_at: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('writing.version')
    .values({
      group_id: groupId,
      document_id: document,
      number: 1,
      title: 't',
      body: '{}',
      words: 0,
      made_at: new Date(),
    })
    .execute()
  const { id: entry } = await tx
    .insertInto('publishing.entry')
    .values({ group_id: groupId, kind: 'post', document_id: document, slug: 's', created_at: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { document, entry }
}

const searchText = (act: Act, entry: string, body: string) =>
  sql`insert into publishing.search_text (group_id, entry_id, title, body) values (${groupId}, ${entry}, 't', ${body})`.execute(
    act.tx,
  )
