import { readdir, readFile, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { type Browser, signedInAs } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { waitingForLock } from '../../../test/locks.ts'
import { work } from '../../serve.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import { send } from '../../platform/letters.ts'
import { slices } from '../../slices.ts'
import * as bases from '../bases.ts'
import { anOfficer, aPerson, aSecondFactor } from '../factories.ts'
import * as offices from '../offices.ts'
import type { Person } from '../persons.ts'
import * as persons from '../persons.ts'
import * as topics from '../topics.ts'
import * as approvals from './approvals.ts'
import * as erasures from './erasures.ts'
import * as requests from './requests.ts'

const installation = testInstallation()
let group: KnownGroup
let ann: Person
let [mary, nell]: Person[] = []
let [asker, second]: Browser[] = []

beforeEach(async () => {
  group = await aGroup(installation, { slug: 'weir' })
  const context = installation.context(group)
  mary = await anOfficer(context, { name: 'Mary Secretary', role: 'membership' })
  nell = await anOfficer(context, { name: 'Nell Chair', role: 'chair' })
  ann = await aPerson(context, { name: 'Annabel Pricewater', email: 'annabel@pricewater.example' })
  asker = await signedInAs(installation, group, { ...mary, strongly: true })
  second = await signedInAs(installation, group, { ...nell, strongly: true })
})

const act = <T>(work_: Parameters<ReturnType<typeof installation.context>['act']>[0]) =>
  installation.context(group).act(work_) as Promise<T>
const page = `/office/requests/erasures`
const ask = (browser: Browser, id: string) => browser.post(`${page}/${id}/approval`, { reason: 'She asked for it' })
const decide = (browser: Browser, to: string, id: string) => browser.post(`${page}/decisions`, { id, to })
const approvalId = async () => {
  const { rows } = await installation.owner.query<{ id: string }>(
    'select id from people.approval order by asked_at desc',
  )
  return rows[0]!.id
}
const nameOf = async (id: string) => (await installation.context(group).read((tx) => persons.find(tx, id)))?.name
const everything = () => ({ slices, secret: installation.services.secret, config: installation.services.config })

test('one officer asks, another agrees, and then she is gone, by a proof that names nobody', async () => {
  const asked = await ask(asker!, ann.id)
  const seen = await (await second!.get(`${page}/${ann.id}`)).text()
  const today = await (await second!.get('/office')).text()
  await decide(second!, 'given', await approvalId())
  const done = await decide(asker!, 'done', await approvalId())

  expect([asked.status, done.status]).toEqual([303, 303])
  expect(seen).toContain('This is a trial run: nothing has gone yet.')
  expect(seen).toContain('She asked for it')
  expect(today).toContain('1 erasure waits for a second officer')
  const list = await (await asker!.follow(done)).text()
  expect(list).toContain('1 person is erased.')
  expect(list).toContain('Mary Secretary asked, Nell Chair agreed')
  expect(await nameOf(ann.id)).toBe('Erased')
  expect((await second!.get(`${page}/${ann.id}`)).status).toBe(404)
  const { rows } = await installation.owner.query('select * from people.erasure_proof')
  expect(rows).toMatchObject([{ because: 'officer', asked_by: mary!.id, agreed_by: nell!.id, done_by: mary!.id }])
  expect(JSON.stringify(rows)).not.toMatch(new RegExp(`Annabel|pricewater|${ann.id}`))
})

test('nothing goes on one officer’s word: not before another agreed, not by agreeing to one’s own wish, not after a no', async () => {
  await ask(asker!, ann.id)
  const id = await approvalId()

  const early = await asker!.follow(await decide(asker!, 'done', id))
  const own = await decide(asker!, 'given', id)
  await decide(second!, 'refused', id)
  const after = await asker!.follow(await decide(asker!, 'done', id))

  expect(await early.text()).toContain('Another officer must agree first.')
  expect(own.status).toBe(403)
  expect(await after.text()).toContain('Another officer’s word is needed first')
  expect(await nameOf(ann.id)).toBe('Annabel Pricewater')
})

test('a word is good once, and not for longer than 30 days', async () => {
  await ask(asker!, ann.id)
  const id = await approvalId()
  await decide(second!, 'given', id)
  await installation.owner.query(`update people.approval set answered_at = now() - interval '31 days'`)
  const old = await asker!.follow(await decide(asker!, 'done', id))
  await installation.owner.query(`update people.approval set answered_at = now()`)

  await decide(asker!, 'done', id)
  const again = await asker!.follow(await decide(asker!, 'done', id))

  expect(await old.text()).toContain('more than 30 days ago')
  expect(await again.text()).toContain('0 people are erased.')
  expect((await installation.owner.query('select from people.erasure_proof')).rowCount).toBe(1)
})

test('of two officers who press at once, one erases and the other is told', async () => {
  await ask(asker!, ann.id)
  const id = await approvalId()
  await decide(second!, 'given', id)
  const context = installation.context(group, {
    kind: 'person',
    groupId: group.id,
    personId: nell!.id,
    roles: new Set(['chair'] as const),
  })
  let late: Promise<Response> | undefined

  await context.act(async (a) => {
    await erasures.perform(a, id, everything())
    late = decide(asker!, 'done', id)
    await waitingForLock(installation.owner)
  })

  expect(await (await asker!.follow(await late!)).text()).toContain('0 people are erased.')
  expect((await installation.owner.query('select from people.erasure_proof')).rowCount).toBe(1)
})

test('nobody erases themselves, nor agrees to it', async () => {
  const own = await ask(asker!, mary!.id)
  await ask(second!, mary!.id)
  const agreed = await decide(asker!, 'given', await approvalId())

  expect([own.status, agreed.status]).toEqual([409, 403])
  expect(await own.text()).toContain('You cannot erase yourself. Ask another officer to do it.')
  expect(await nameOf(mary!.id)).toBe('Mary Secretary')
})

test('the only chair stays while in office; once there is a secretary, she can go, and her office ends', async () => {
  const refused = await ask(asker!, nell!.id)
  const secretary = await anOfficer(installation.context(group), { name: 'Sue Second', role: 'secretary' })
  const third = await signedInAs(installation, group, { ...secretary, strongly: true })

  const asked = await ask(asker!, nell!.id)
  await decide(third, 'given', await approvalId())
  await decide(asker!, 'done', await approvalId())

  expect([refused.status, asked.status]).toEqual([409, 303])
  expect(await refused.text()).toContain('Appoint somebody first.')
  const today = new Date().toISOString().slice(0, 10)
  const held = await installation.context(group).read((tx) => offices.heldOn(tx, today))
  expect(held.map(({ name }) => name).toSorted()).toEqual(['Mary Secretary', 'Sue Second'])
  expect((await second!.get('/office')).status).not.toBe(200)
})

test('a trial run changes nothing at all', async () => {
  await fillRecord()
  const before = await dump()

  await act((a) => erasures.dryRun(a, ann.id, everything()))

  expect(await dump()).toEqual(before)
})

test('after it no table, no file, no index and no kept page holds her: only the hash, and what the trial run said must stay', async () => {
  await fillRecord()
  const told = await act<Awaited<ReturnType<typeof erasures.dryRun>>>((a) => erasures.dryRun(a, ann.id, everything()))
  const request = await act<string>((a) =>
    requests.receive(a, { personId: ann.id, kind: 'erasure', channel: 'email', words: 'Forget Annabel' }),
  )
  await installation.runJobs(work)
  await installation.owner.query('analyze')
  expect((await traces()).some((trace) => trace.startsWith('person name'))).toBe(true) // in the planner's statistics
  const version = await contentVersion()
  await asker!.get(`/office/requests/${request}`)

  await ask(asker!, ann.id)
  await decide(second!, 'given', await approvalId())
  await decide(asker!, 'done', await approvalId())
  const last = await lastLetter()
  await installation.runJobs(work)
  await forgetOrphans()

  expect(told.filter(({ keptBecause }) => keptBecause).map(({ what }) => what)).toEqual([
    'Email addresses, as a keyed hash that names nobody',
    'Offices held',
    'Membership',
  ])
  expect(last).toMatchObject({ to_address: 'annabel@pricewater.example' })
  expect(last.body).toContain('This is done.')
  expect(await contentVersion(), 'kept pages are made anew').toBeGreaterThan(version)
  // The last letter itself lies in the folder of an installation without a mail server, for its host to send.
  expect((await traces()).filter((trace) => !trace.startsWith('outbox/'))).toEqual([])
  expect((await traces()).length).toBeLessThanOrEqual(1)
  const { rows } = await installation.owner.query('select because from people.erasure_proof')
  expect(rows).toEqual([{ because: 'request' }])
  expect((await installation.owner.query('select from people.suppression')).rowCount).toBe(2)
})

test('an export that lies ready goes with whoever was in it', async () => {
  await act((a) =>
    a.tx
      .insertInto('platform.export')
      .values({
        group_id: group.id,
        kind: 'group',
        asked_by: mary!.id,
        asked_at: a.at,
        reason: '',
        state: 'ready',
        stored_as: 'f'.repeat(64),
        expires_at: new Date(Date.now() + 9e6),
        ended_at: a.at,
        bytes: 1,
      })
      .execute(),
  )
  await ask(asker!, ann.id)
  await decide(second!, 'given', await approvalId())

  await decide(asker!, 'done', await approvalId())
  await installation.runJobs(work)

  const { rows } = await installation.owner.query('select state from platform.export')
  expect(rows).toEqual([{ state: 'removed' }])
})

/** A record with something in every part of it, and traces in undo, letters and the folder of letters. */
async function fillRecord(): Promise<void> {
  await act(async (a) => {
    const { id: personId } = ann
    await persons.change(a, personId, { phone: '07700 900123', postcode: 'SY1 1AA', address: '1 Pricewater Lane' })
    await bases.give(a, {
      personId,
      purpose: 'newsletter',
      basis: 'consent',
      channel: 'paper',
      evidence: 'Annabel’s form',
    })
    await bases.object(a, { personId, purpose: 'campaigns', channel: 'email' })
    await topics.choose(a, personId, [await topics.addOrFind(a, 'offer', 'Baking')])
    const common = { group_id: a.group.id, person_id: personId }
    await a.tx
      .insertInto('people.note')
      .values({ ...common, words: 'Annabel bakes.', written_at: a.at })
      .execute()
    await a.tx
      .insertInto('people.hat')
      .values({ ...common, kind: 'union', name: 'Pricewater Union' })
      .execute()
    await a.tx
      .insertInto('people.other_email')
      .values({ ...common, email: 'old@pricewater.example' })
      .execute()
    await offices.appoint(a, { personId, role: 'editor' })
    await a.tx
      .updateTable('people.role_held')
      .set({ minute: 'Annabel was elected' })
      .where('person_id', '=', personId)
      .execute()
    const { sha256 } = await storedPicture()
    await a.tx
      .insertInto('platform.file')
      .values({ group_id: a.group.id, sha256, media_type: 'image/png', bytes: 17, stored_at: a.at })
      .execute()
    await a.tx
      .insertInto('people.officer_page')
      .values({ ...common, biography: 'Annabel rows.', photo_sha256: sha256 })
      .execute()
    await send(a, { kind: 'service', to: 'annabel@pricewater.example', subject: 'Welcome', body: 'Dear Annabel' })
    await approvals.ask(
      { ...a, by: { kind: 'person', groupId: group.id, personId: nell!.id, roles: new Set() } },
      { personIds: [personId], reason: 'Annabel left' },
    )
    await a.tx.updateTable('people.approval').set({ state: 'withdrawn' }).execute()
  })
  await aSecondFactor(installation.context(group), ann)
  await signedInAs(installation, group, ann)
  await act((a) => persons.change(a, ann.id, { name: 'Annabel Pricewater' })) // leaves the row as it was for undo
}

const storedPicture = () => {
  async function* picture() {
    yield Buffer.from('Annabel Pricewater’s face')
  }
  return installation.services.files.store(group.id, picture(), 1000)
}

async function contentVersion(): Promise<number> {
  const { rows } = await installation.owner.query<{ n: string }>('select content_version as n from platform.group')
  return Number(rows[0]!.n)
}

const TRACE = /annabel|pricewater|900123|SY1 1AA/i

/** Every row of every table, as the catalogue has them, and every file of the data folder, in which she can be found. */
async function traces(): Promise<string[]> {
  const found = (await dump()).filter((row) => TRACE.test(row))
  const folder = installation.services.config.dataDir
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    if (TRACE.test(await readFile(path, 'latin1'))) found.push(path.slice(folder.length + 1))
  }
  return found
}

async function dump(): Promise<string[]> {
  const tables = await installation.owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema', 'graphile_worker')`,
  )
  const rows: string[] = []
  for (const { name } of tables.rows) {
    const found = await installation.owner.query<{ row: string }>(`select t::text as row from ${name} t order by 1`)
    rows.push(...found.rows.map(({ row }) => `${name} ${row}`))
  }
  const { rows: jobs } = await installation.services.pool.query<{ row: string }>(
    'select t::text as row from graphile_worker._private_jobs t',
  )
  const { rows: statistics } = await installation.owner.query<{ row: string }>(
    `select tablename || ' ' || attname || ' ' || coalesce(most_common_vals::text, '') || coalesce(histogram_bounds::text, '') as row from pg_stats
     where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  return [...rows, ...jobs.map(({ row }) => row), ...statistics.map(({ row }) => row)]
}

async function lastLetter(): Promise<{ to_address: string; body: string }> {
  const { rows } = await installation.owner.query(
    'select to_address, body from platform.letter where state = $1 order by id desc',
    ['waiting'],
  )
  return rows[0] as { to_address: string; body: string }
}

/** The weekly round, as if a day and a week had passed. */
async function forgetOrphans(): Promise<void> {
  const long = new Date(Date.now() - 9 * 86_400_000)
  await installation.owner.query('update platform.file set stored_at = $1', [long])
  const folder = join(installation.services.config.dataDir, 'files', String(group.id))
  for (const name of await readdir(folder).catch(() => [])) await utimes(join(folder, name), long, long)
  const round = work.timetable.find(({ job }) => job.name === 'platform.remove_orphans')
  await round!.job.run(installation.context(group), {})
}
