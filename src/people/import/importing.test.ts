import { expect, test } from 'vitest'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import type { GroupContext } from '../../platform/slice.ts'
import * as bases from '../bases.ts'
import { aPerson } from '../factories.ts'
import * as memberships from '../memberships.ts'
import * as persons from '../persons.ts'
import * as suppressions from '../suppressions.ts'
import { bringIn } from './bringing.ts'
import * as imports from './imports.ts'
import { aFile } from './reading/factories.ts'
import { problemRows } from './rows.ts'
import { stage } from './staging.ts'
import { openList, surveyColumns } from './survey.ts'
import { editedSince, undoImport } from './undoing.ts'

const installation = testInstallation()
const aRegister = async () => installation.context(await aGroup(installation))

async function staged(context: GroupContext, text: string, choices: Partial<imports.Choices> = {}) {
  const file = { place: aFile(text), pasted: false }
  const list = await openList(file)
  const columns = await surveyColumns(list, file)
  const id = await context.act((act) =>
    imports.begin(act, {
      fileName: 'members.csv',
      pasted: false,
      fileSha256: null,
      sheet: 0,
      sheets: [],
      columns,
      choices,
    }),
  )
  const counts = await stage(context, { id, file })
  const problems = await context.read((tx) => problemRows(tx, id))
  return { id, counts, whys: problems.map(({ row, whys }) => [row, ...whys.map(({ why }) => why)]) }
}
async function brought(context: GroupContext, ...of: [text: string, choices?: Partial<imports.Choices>]) {
  const { id } = await staged(context, ...of)
  return { id, counts: await bringIn(context, id) }
}
const register = (context: GroupContext) =>
  context.read((tx) =>
    tx.selectFrom('people.person').selectAll().where('name', '<>', 'x').orderBy('sort_name').execute(),
  )
const reachable = (context: GroupContext, purpose: string) =>
  context.read(async (tx) =>
    (
      await tx
        .selectFrom('people.reachable')
        .select('email')
        .where('purpose', '=', purpose as 'newsletter')
        .orderBy('email')
        .execute()
    ).map(({ email }) => email),
  )
/** Every row of the register's tables, to see whether anything was changed. */
const everything = async () => {
  const found: Record<string, unknown> = {}
  for (const table of [
    'person',
    'membership',
    'basis',
    'objection',
    'topic',
    'person_topic',
    'hat',
    'part',
    'part_member',
    'note',
  ])
    found[table] = (await installation.owner.query(`select to_jsonb(t) as row from people.${table} t order by 1`)).rows
  return found
}

const LIST =
  'Membership No,Title,First name,Last name,Email,Phone,Postcode,Type,Joined,Interests,Employer,Branch,Newsletter,Notes\n' +
  '0042,Dr,Siân,Price,sian@example.org,07700 900463,sy11aa,Member,3/4/2019,Housing; Courts,Leek council,North,Yes - ticked the box at conference,Met in Leek\n' +
  ',,Bob,Lee,bob@example.org,,,Supporter,,,,,Y,\n' +
  ',,Cy,Orme,,,SY1 1AA,Lapsed,1/2/2010,,,,N,\n'

test('a list comes in with all it says: who they are, since when, by what right, and what they like', async () => {
  const context = await aRegister()

  const { counts } = await brought(context, LIST)

  expect(counts).toMatchObject({ rows: 3, new: 3, changed: 0, same: 0, problem: 0 })
  const [lee, orme, price] = await register(context)
  expect(price).toMatchObject({
    name: 'Dr Siân Price',
    sort_name: 'Price, Siân',
    email: 'sian@example.org',
    phone: '+447700900463',
    postcode: 'SY1 1AA',
    kind: 'member',
    status: 'current',
    joined_on: '2019-04-03',
    email_state: 'unconfirmed',
  })
  expect(price!.council).toMatch(/^E\d{8}$/)
  expect([lee!.kind, orme!.kind, orme!.status]).toEqual(['supporter', 'member', 'lapsed'])
  expect(await context.read((tx) => memberships.history(tx, price!.id))).toEqual([
    { kind: 'member', from: '2019-04-03', to: null },
  ])
  const notes = await installation.owner.query('select words from people.note')
  expect(notes.rows).toEqual([{ words: 'Met in Leek\nNumber in their list: 0042' }])
  const named = await installation.owner.query(
    `select (select count(*)::int from people.person_topic) as topics, (select name from people.hat) as hat, (select name from people.part) as part`,
  )
  expect(named.rows[0]).toEqual({ topics: 2, hat: 'Leek council', part: 'North' })
})

test('nobody is written to because of an import, and a yes counts only with its evidence', async () => {
  const context = await aRegister()

  await brought(context, LIST)

  expect(await reachable(context, 'newsletter')).toEqual(['sian@example.org'])
  expect(await reachable(context, 'notices')).toEqual(['sian@example.org'])
  const { rows: letters } = await installation.owner.query('select 1 from platform.letter')
  const { rows: jobs } = await installation.services.pool.query(
    'select task_identifier as name from graphile_worker.jobs',
  )
  expect([letters, jobs.filter(({ name }: { name: string }) => name !== 'platform.publish_news')]).toEqual([[], []])
  const orme = (await register(context))[1]!
  expect((await context.read((tx) => bases.objections(tx, orme.id))).map(({ purpose }) => purpose)).toEqual([
    'newsletter',
  ])
})

test('a list’s yes brings back no newsletter that somebody has stopped since', async () => {
  const context = await aRegister()
  await brought(context, LIST)
  const sian = (await register(context)).find(({ email }) => email === 'sian@example.org')!
  await context.act((act) => bases.end(act, { personId: sian.id, purpose: 'newsletter', because: 'withdrawn' }))

  await brought(context, LIST)

  expect(await reachable(context, 'newsletter')).toEqual([])
})

test('the same list again changes nothing, and one that was edited changes what is other in it', async () => {
  const context = await aRegister()
  await brought(context, LIST)
  const before = await everything()

  const again = await brought(context, LIST)
  expect(again.counts).toMatchObject({ new: 0, changed: 0, same: 3 })
  expect(await everything()).toEqual(before)

  const { counts } = await brought(
    context,
    LIST.replace('07700 900463', '020 7946 0384').replace('Housing; Courts', 'Housing; Schools'),
  )
  expect(counts).toMatchObject({ new: 0, changed: 1, same: 2 })
  expect((await register(context)).at(-1)).toMatchObject({ phone: '+442079460384', name: 'Dr Siân Price' })
})

test('a list may be asked only to fill in what is missing', async () => {
  const context = await aRegister()
  await brought(context, 'Name,Email,Phone\nAnn Price,ann@example.org,07700 900463\n')

  await brought(context, 'Name,Email,Phone,Postcode\nAnn Price,ann@example.org,020 7946 0384,SY1 1AA\n', {
    prefer: 'register',
  })

  expect((await register(context))[0]).toMatchObject({ phone: '+447700900463', postcode: 'SY1 1AA' })
})

test('rows that cannot be read are told by their numbers and stay outside; the others come in', async () => {
  const context = await aRegister()

  const { id, counts, whys } = await staged(
    context,
    'Name,Email,Joined\nAnn,ann at example.org,\nBob,bob@example.org,31/2/2020\nCy,cy@example.org,1/2/2020\n',
  )

  expect(counts).toMatchObject({ new: 1, problem: 2 })
  expect(whys).toEqual([
    [2, 'The email address “ann at example.org” has no @. Is it ann@example.org?'],
    [3, 'There is no such day as “31/2/2020”.'],
  ])
  await bringIn(context, id)
  expect((await register(context)).map(({ name }) => name)).toEqual(['Cy'])
})

test('people are known again by their address, then by name and postcode; two addresses are asked about', async () => {
  const context = await aRegister()
  await brought(context, 'Name,Email,Postcode\nAnn Price,ann@example.org,SY1 1AA\nBob Lee,,SY1 1AA\n')

  const { counts, whys } = await staged(
    context,
    'Name,Email,Postcode,Phone\nA Price,ANN@example.org,SY1 1AA,\nBób LEE,bob@example.org,SY1 1AA,\n"Price, Ann",other@example.org,sy1 1aa,\nAnn Price,third@example.org,SY1 1AB,\n',
  )

  expect(counts).toMatchObject({ new: 1, changed: 1, same: 1, problem: 1 })
  expect(whys).toEqual([
    [4, 'Ann Price is on the register at this postcode, with another email address. Is it the same person?'],
  ])
})

test('somebody who comes twice in a list comes in once, and a couple with one address is asked about', async () => {
  const context = await aRegister()

  const { counts, whys } = await staged(
    context,
    'Name,Email,Postcode\nAnn Price,ann@example.org,\nAnn Price,ANN@example.org,\nBob Price,ann@example.org,\nCy,,SY1 1AA\nCy,,SY1 1AA\n',
  )

  expect(counts).toMatchObject({ new: 2, same: 2, problem: 1 })
  expect(whys).toEqual([
    [4, 'The same email address is in row 2, under another name. Each person needs an address of their own, or none.'],
  ])
})

test('an address that must not be written to comes in, is told, and gets no letter', async () => {
  const context = await aRegister()
  await context.act((act) => suppressions.suppress(act, 'Ann@Example.org', context.services.secret))

  await brought(context, 'Name,Email,Newsletter\nAnn,ann@example.org,Yes by form\n')

  expect([await reachable(context, 'newsletter'), await reachable(context, 'notices')]).toEqual([[], []])
})

test('a list’s yes does not take back a person’s own no, nor its no their own yes', async () => {
  const context = await aRegister()
  const [ann, bob] = [
    await aPerson(context, { name: 'Ann', email: 'ann@example.org' }),
    await aPerson(context, { name: 'Bob', email: 'bob@example.org' }),
  ]
  await context.act(async (act) => {
    await bases.object(act, { personId: ann.id, purpose: 'newsletter', channel: 'my_page' })
    await bases.give(act, {
      personId: bob.id,
      purpose: 'newsletter',
      basis: 'consent',
      channel: 'my_page',
      words: 'Yes',
    })
  })

  await brought(context, 'Email,Newsletter\nann@example.org,Yes by form\nbob@example.org,No\n')

  expect(await reachable(context, 'newsletter')).toEqual(['bob@example.org'])
})

test('an import is undone as if it had never been', async () => {
  const context = await aRegister()
  await brought(context, 'Name,Email,Phone\nAnn Price,sian@example.org,020 7946 0384\n')
  const before = await everything()
  const { id } = await brought(context, LIST)

  const outcome = await context.act((act) => undoImport(act, id))

  expect(outcome).toEqual({ undone: 3, kept: 0 })
  expect(await everything()).toEqual(before)
  await expect(context.act((act) => undoImport(act, id))).rejects.toThrow('already undone')
})

test('a list of which nothing came in has nothing to undo, and says so', async () => {
  const context = await aRegister()
  const { id, counts } = await brought(context, 'Name,Email\n,nobody at all\n')

  const undone = context.act((act) => undoImport(act, id))

  expect([counts.new, counts.changed]).toEqual([0, 0])
  await expect(undone).rejects.toThrow('Nothing of this list came in, so there is nothing to undo.')
})

test('whom somebody changed since stays, and the rest can be undone', async () => {
  const context = await aRegister()
  const { id } = await brought(context, 'Name,Email\nAnn,ann@example.org\nBob,bob@example.org\nCy,cy@example.org\n')
  const [ann, bob] = await register(context)
  await context.act(async (act) => {
    await persons.change(act, ann!.id, { phone: '+447700900463' })
    await bases.give(act, {
      personId: bob!.id,
      purpose: 'newsletter',
      basis: 'consent',
      channel: 'my_page',
      words: 'Yes',
    })
  })

  await expect(context.act((act) => undoImport(act, id))).rejects.toThrow('2 people of this import were changed since')
  const { actId } = (await context.read((tx) => imports.find(tx, id)))!
  expect((await context.read((tx) => editedSince(tx, actId!))).map(({ name }) => name)).toEqual(['Ann', 'Bob'])

  expect(await context.act((act) => undoImport(act, id, { rest: true }))).toEqual({ undone: 1, kept: 2 })
  expect((await register(context)).map(({ name }) => name)).toEqual(['Ann', 'Bob'])
})

test('a list that breaks off on its way in leaves nothing', async () => {
  const context = await aRegister()
  const { id } = await staged(context, LIST)
  const before = await everything()
  await installation.owner.query(`alter table people.note add constraint full_disk check (words not like 'Met%')`)

  await expect(bringIn(context, id)).rejects.toThrow('full_disk')

  expect(await everything()).toEqual(before)
  await installation.owner.query('alter table people.note drop constraint full_disk')
  expect(await bringIn(context, id)).toMatchObject({ new: 3 })
})

test('the columns of a list are remembered for the next one with the same headings', async () => {
  const context = await aRegister()
  const { id } = await staged(context, 'Who,Mystery\nAnn,Leek\n')
  await context.act(async (act) =>
    imports.match(act, await imports.lock(act, id), {
      mapping: ['name', 'local_group'],
      choices: imports.usualChoices,
    }),
  )

  const next = await staged(context, 'Mystery,Who\nStone,Bob\n')

  expect((await context.read((tx) => imports.find(tx, next.id)))?.mapping).toEqual(['local_group', 'name'])
})

test('when it has come in, nothing of the list is kept but its counts', async () => {
  const context = await aRegister()
  const { id } = await brought(context, LIST)

  const kept = await installation.owner.query(
    'select (select count(*)::int from people.import_row) as rows, columns from people.import',
  )

  expect(kept.rows[0]).toMatchObject({ rows: 0 })
  expect(JSON.stringify(kept.rows[0])).not.toMatch(/sian@|0042/)
  expect((await context.read((tx) => imports.find(tx, id)))?.counts).toMatchObject({ new: 3 })
})
