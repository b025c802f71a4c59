import { beforeEach, expect, test } from 'vitest'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { aPerson, aReader } from '../../people/factories.ts'
import type { GroupContext } from '../../platform/slice.ts'
import { readOutbox } from '../../platform/mail.ts'
import { undo } from '../../platform/undo.ts'
import { aDecidedLetter, aLetter } from '../factories.ts'
import { erase, holds } from '../holdings.ts'
import { fill } from './deliveries.ts'
import { sendingJobs, sendingTimetable, tendLetters } from './jobs.ts'
import * as letters from './letters.ts'
import { outcomeOf } from '../office/outcome.ts'
import { sendLetter } from './sendLetter.ts'

const installation = testInstallation()
let context: GroupContext

beforeEach(async () => {
  context = installation.context(await aGroup(installation))
})

const ask = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
  (await installation.owner.query<T>(text, values)).rows
const addressees = async () =>
  (await ask<{ address: string }>('select address from mailing.delivery order by 1')).map(({ address }) => address)

/** As the app's own role, in the group's transaction: with nothing of the program in between. */
async function asTheApp(text: string, values: readonly unknown[] = []): Promise<void> {
  const client = await installation.services.pool.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('app.group_id', $1, true)`, [String(context.group.id)])
    await client.query(text, [...values])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
const INSERT = `insert into mailing.delivery (group_id, letter_id, person_id, address, next_at) values ($1, $2, $3, $4, now())`

test('a newsletter goes to those who asked for it, a notice to those who are owed notices: the kind decides', async () => {
  await aReader(context, { email: 'asked@example.org' })
  await aReader(context, { email: 'Owed@Example.org', purposes: ['notices'] })
  await aPerson(context, { email: 'neither@example.org' })

  const newsletter = await aDecidedLetter(context)
  await context.act((act) => fill(act, newsletter))
  expect(await addressees()).toEqual(['asked@example.org'])

  const notice = await aDecidedLetter(context, { kind: 'notice' })
  await context.act((act) => fill(act, notice))
  expect(await addressees()).toEqual(['asked@example.org', 'owed@example.org'])
})

test('the app’s own role cannot write to anybody who did not ask, to another address, or for another kind', async () => {
  const asked = await aReader(context, { email: 'asked@example.org' })
  const owed = await aReader(context, { email: 'owed@example.org', purposes: ['notices'] })
  const stranger = await aPerson(context, { email: 'stranger@example.org' })
  const said_no = await aReader(context, { email: 'no@example.org' })
  const id = await aDecidedLetter(context)
  await context.act((act) => fill(act, id))
  await ask('delete from mailing.delivery')
  await ask(`insert into people.objection values ($1, $2, 'newsletter', now(), 'my_page')`, [
    context.group.id,
    said_no.id,
  ])

  for (const [person, address] of [
    [stranger.id, 'stranger@example.org'],
    [owed.id, 'owed@example.org'],
    [asked.id, 'elsewhere@example.org'],
    [said_no.id, 'no@example.org'],
    [null, 'asked@example.org'],
    [asked.id, null],
  ])
    await expect(asTheApp(INSERT, [context.group.id, id, person, address]), String(address)).rejects.toThrow(
      'only to whom',
    )
  await asTheApp(INSERT, [context.group.id, id, asked.id, 'asked@example.org'])

  expect(await addressees()).toEqual(['asked@example.org'])
  await expect(asTheApp(INSERT, [context.group.id, id, asked.id, 'asked@example.org'])).rejects.toThrow('duplicate key')
})

test('the app’s own role cannot change an address, take an accepted letter back, delete a row, or go round the rules', async () => {
  await aReader(context)
  const id = await aDecidedLetter(context)
  await sendLetter(context, id)

  for (const text of [
    `update mailing.delivery set address = 'eve@example.org'`,
    `update mailing.delivery set state = 'waiting'`,
    'delete from mailing.delivery',
    'update mailing.delivery set letter_id = uuidv7()',
    'alter table mailing.delivery disable trigger all',
    `set session_replication_role = replica`,
    'drop trigger only_the_reachable on mailing.delivery',
    `update mailing.letter set kind = 'notice'`,
    `update mailing.letter set state = 'scheduled', ended_at = null`,
    'update mailing.letter set filled_at = null',
    'delete from mailing.letter',
  ])
    await expect(asTheApp(text), text).rejects.toThrow(/cannot go|denied|must be owner|is not changed/)
  expect(await ask('select state from mailing.delivery')).toEqual([{ state: 'accepted' }])
})

test('readers of another group get nothing', async () => {
  const other = installation.context(await aGroup(installation))
  await aReader(other, { email: 'other@example.org' })
  await aReader(context, { email: 'ours@example.org' })
  const id = await aDecidedLetter(context)

  await context.act((act) => fill(act, id))

  expect(await addressees()).toEqual(['ours@example.org'])
})

test('a letter can be called back for five minutes, by a call or by undo, and then no more', async () => {
  await aReader(context)
  const id = await aLetter(context)

  const at = await context.act((act) => letters.schedule(act, id))
  expect(at.getTime() - Date.now()).toBeGreaterThan(299_000 - 5000)
  expect(await sendLetter(context, id)).toEqual(at)
  expect(await addressees()).toEqual([])
  await context.act((act) => letters.callBack(act, id))
  const decision = await context.act(async (act) => (await letters.schedule(act, id), act.id))
  await context.act((act) => undo(act, decision))
  expect(await ask('select state, send_at from mailing.letter')).toEqual([{ state: 'draft', send_at: null }])

  await context.act((act) => letters.schedule({ ...act, at: new Date(Date.now() - 301_000) }, id))
  await sendLetter(context, id)
  await expect(context.act((act) => letters.callBack(act, id))).rejects.toThrow('too late')
  expect(await addressees()).toHaveLength(1)
})

test('the queue sends a letter when its time has come, also when its order was lost', async () => {
  await aReader(context, { email: 'asked@example.org' })
  const id = await aDecidedLetter(context)
  await installation.services.pool.query(`select graphile_worker.remove_job($1)`, [
    `${context.group.id}:${letters.orderOf(id).key}`,
  ])

  await tendLetters.run(context, {})
  await installation.runJobs({ jobs: sendingJobs, timetable: sendingTimetable, listeners: [] })

  expect(await ask('select address, state from mailing.delivery')).toEqual([
    { address: 'asked@example.org', state: 'accepted' },
  ])
  const filed = await readOutbox(installation.services.config)
  expect(filed.filter(({ text }) => text.includes('To: <asked@example.org>'))).toHaveLength(1)
})

test('a letter that waits for the night the clocks change goes out at its moment', async () => {
  const id = await aLetter(context)
  const wished = new Date('2027-03-28T01:30:00Z')

  expect(await context.act((act) => letters.schedule(act, id, wished))).toEqual(wished)
  const { rows } = await installation.services.pool.query<{ run_at: Date }>('select run_at from graphile_worker.jobs')
  expect(rows.map(({ run_at }) => run_at)).toContainEqual(wished)
})

test('who was erased is forgotten with their letters, gets none, and the count stays', async () => {
  const [ada, ben] = [await aReader(context, { email: 'ada@example.org' }), await aReader(context)]
  const id = await aDecidedLetter(context)
  await context.act((act) => fill(act, id))
  expect(await context.read((tx) => holds(tx, ada.id))).toMatchObject([
    { what: 'Letter to you', value: 'News of the month: waits to be sent, ada@example.org' },
  ])

  const dry = await context.act((act) => erase(act, ada.id, { dryRun: true, secret: installation.services.secret }))
  await context.act((act) => erase(act, ada.id, { dryRun: false, secret: installation.services.secret }))
  await sendLetter(context, id)

  expect(dry).toContainEqual({ what: 'Which letters were sent to the person', count: 1 })
  expect(await ask('select person_id, address, state from mailing.delivery order by state')).toEqual([
    { person_id: ben.id, address: ben.email, state: 'accepted' },
    { person_id: null, address: null, state: 'cancelled' },
  ])
  expect(await context.read((tx) => outcomeOf(tx, id))).toEqual({
    all: 2,
    accepted: 1,
    cancelled: 1,
    waiting: 0,
    later: 0,
    refused: 0,
    uncertain: 0,
    nextAt: null,
  })
})

test('what comes back from an archive never goes out by itself: it may have gone out since', async () => {
  const insert = `insert into mailing.letter (group_id, kind, subject, html, plain, state, send_at, filled_at, made_at)
    values ($1, 'newsletter', $2, 'x', 'x', $2, now(), now(), now())`
  for (const state of ['scheduled', 'sending', 'stopped'])
    await ask(
      state === 'stopped'
        ? insert.replace(', made_at)', ', made_at, ended_at)').replace(/now\(\)\)$/, 'now(), now())')
        : insert,
      [context.group.id, state],
    )

  expect(await ask('select subject, state, trouble is not null as told from mailing.letter order by made_at')).toEqual([
    { subject: 'scheduled', state: 'draft', told: false },
    { subject: 'sending', state: 'paused', told: true },
    { subject: 'stopped', state: 'stopped', told: false },
  ])
})

test('the letters of a record that was merged are told and erased with the person it became', async () => {
  const [ada, twin] = [await aReader(context), await aReader(context, { email: 'twin@example.org' })]
  const id = await aDecidedLetter(context)
  await context.act((act) => fill(act, id))
  await ask(`update people.person set merged_into = $1, email = null where id = $2`, [ada.id, twin.id])

  expect(await context.read((tx) => holds(tx, ada.id))).toHaveLength(2)
  await context.act((act) => erase(act, ada.id, { dryRun: false, secret: installation.services.secret }))
  expect(await ask('select from mailing.delivery where address is not null or person_id is not null')).toEqual([])
})

test('a subject with a line break in it is refused', async () => {
  await expect(aLetter(context, { subject: 'Hello\r\nBcc: eve@example.org' })).rejects.toThrow('line break')
})
