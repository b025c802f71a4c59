import { utimesSync } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { aGroup } from '../../test/groups.ts'
import { testInstallation } from '../../test/installation.ts'
import { FILES_LOCK } from './archive/lock.ts'
import type { KnownGroup } from './groups.ts'
import { orphanRound } from './orphans.ts'
import type { GroupContext } from './slice.ts'
import { keepForUndo, undo } from './undo.ts'

const installation = testInstallation()
let group: KnownGroup
let context: GroupContext
beforeEach(async () => {
  await rm(join(installation.services.config.dataDir, 'files'), { recursive: true, force: true })
  group = await aGroup(installation)
  context = installation.context(group)
})

const TWO_DAYS = 2 * 86_400_000
interface Wish {
  readonly text: string
  readonly row?: boolean
  readonly young?: boolean
}
/** A file on the disk, stored two days ago unless it is young, perhaps with its row. */
async function aFile(
  { act, group: { id }, services: { files } }: GroupContext,
  { text, row = true, young = false }: Wish,
) {
  async function* bytes() {
    yield Buffer.from(text)
  }
  const at = new Date(Date.now() - (young ? 0 : TWO_DAYS))
  const { sha256 } = await files.store(id, bytes(), 1000)
  utimesSync(files.path(id, sha256), at, at)
  if (row)
    await act(({ tx }) =>
      tx
        .insertInto('platform.file')
        .values({ group_id: id, sha256, media_type: 'image/png', bytes: text.length, stored_at: at })
        .execute(),
    )
  return sha256
}
const aPicture = ({ act }: GroupContext, sha256: string, path = '/files/x.png') =>
  act(async ({ tx, group: { id }, at }) => {
    const values = { group_id: id, sha256, path, added_at: at }
    return (await tx.insertInto('publishing.picture').values(values).returning('id').executeTakeFirstOrThrow()).id
  })
const onDisk = ({ group: { id }, services: { files } }: GroupContext) => readdir(dirname(files.path(id, 'x')))
const rows = async ({ read }: GroupContext) =>
  (await read((tx) => tx.selectFrom('platform.file').select('sha256').execute())).map(({ sha256 }) => sha256)
const weekly = (of = context) => orphanRound.job.run(of, {})

test('of a group’s files those stay that a record names, and those that were stored today', async () => {
  const named = await aFile(context, { text: 'named' })
  await aPicture(context, named)
  const waiting = await aFile(context, { text: 'an export that waits for its import', row: false })
  await context.act(({ tx, at }) =>
    tx
      .insertInto('publishing.import')
      .values({ group_id: group.id, file_name: 'x.xml', state: 'waiting', started_at: at, export_sha256: waiting })
      .execute(),
  )
  const arriving = await aFile(context, { text: 'arriving', row: false, young: true })
  const fresh = await aFile(context, { text: 'its picture commits in a moment', young: true })
  await aFile(context, { text: 'a row that nothing points to' })
  await aFile(context, { text: 'no row at all', row: false })

  await weekly()

  expect((await onDisk(context)).toSorted()).toEqual([named, waiting, arriving, fresh].toSorted())
  expect((await rows(context)).toSorted()).toEqual([named, fresh].toSorted())
})

test('another group’s files are left alone, even those that nobody names', async () => {
  const theirs = installation.context(await aGroup(installation))
  const sha256 = await aFile(theirs, { text: 'nobody names this' })
  await aFile(context, { text: 'nobody names this' })

  await weekly()

  expect(await onDisk(context)).toEqual([])
  expect([await onDisk(theirs), await rows(theirs)]).toEqual([[sha256], [sha256]])
})

test('a picture that was taken away can come back for as long as it can be undone', async () => {
  const sha256 = await aFile(context, { text: 'taken away' })
  const id = await aPicture(context, sha256)
  const removal = await context.act(async (act) => {
    await keepForUndo(act, { table: 'publishing.picture', key: { id } })
    await act.tx.deleteFrom('publishing.picture').where('id', '=', id).execute()
    return act.id
  })

  await weekly()
  await context.act((act) => undo(act, removal))

  expect(await onDisk(context)).toEqual([sha256])
  expect(await rows(context)).toEqual([sha256])
})

test('what a broken-off upload or round left behind goes too', async () => {
  const sha256 = await aFile(context, { text: 'x', row: false })
  const { files } = context.services
  await rename(files.path(group.id, sha256), files.path(group.id, `.removed-${sha256}`))

  await weekly()

  expect(await onDisk(context)).toEqual([])
})

test('while an archive copies files none is taken away, and the round comes back in an hour', async () => {
  const sha256 = await aFile(context, { text: 'nobody names this' })
  const archiving = await installation.owner.connect()
  await archiving.query('select pg_advisory_lock_shared($1)', [FILES_LOCK])
  try {
    await weekly()
    await weekly()

    expect(await onDisk(context)).toEqual([sha256])
    const { rows: waiting } = await context.services.pool.query<{ task: string; later: boolean }>(
      `select task_identifier as task, run_at > now() + interval '50 minutes' as later from graphile_worker.jobs`,
    )
    expect(waiting).toEqual([{ task: orphanRound.job.name, later: true }])
  } finally {
    await archiving.query('select pg_advisory_unlock_shared($1)', [FILES_LOCK])
    archiving.release()
  }
  await weekly()
  expect(await onDisk(context)).toEqual([])
})

test('a table that is added tomorrow is asked too, whatever it calls its file', async () => {
  const sha256 = await aFile(context, { text: 'the cover of a book' })
  await installation.owner.query(`
    create table publishing.book (group_id int, id int, cover text, primary key (group_id, id), foreign key (group_id, cover) references platform.file);
    call platform.belongs_to_group('publishing.book')`)
  try {
    await installation.owner.query('insert into publishing.book values ($1, 1, $2)', [group.id, sha256])

    await weekly()

    expect([await onDisk(context), await rows(context)]).toEqual([[sha256], [sha256]])
  } finally {
    await installation.owner.query('drop table publishing.book')
  }
})
