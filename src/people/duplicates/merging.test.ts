import { beforeEach, expect, test } from 'vitest'
import { type Browser, signedInAs } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { waitingForLock } from '../../../test/locks.ts'
import { sources } from '../../../test/sources.ts'
import type { Act } from '../../platform/act.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import { undo } from '../../platform/undo.ts'
import * as bases from '../bases.ts'
import { anOfficer, aPerson, aSecondFactor } from '../factories.ts'
import * as memberships from '../memberships.ts'
import * as offices from '../offices.ts'
import * as persons from '../persons.ts'
import type { Person } from '../persons.ts'
import * as readings from '../readings.ts'
import * as approvals from '../rights/approvals.ts'
import * as requests from '../rights/requests.ts'
import * as topics from '../topics.ts'
import * as duplicates from './duplicates.ts'
import * as merges from './merges.ts'

const installation = testInstallation()
let group: KnownGroup
let [old, young, mary]: Person[] = []
let office: Browser

beforeEach(async () => {
  group = await aGroup(installation, { slug: 'weir' })
  const context = installation.context(group)
  mary = await anOfficer(context, { name: 'Mary Secretary', role: 'membership', email: 'mary@example.org' })
  old = await aPerson(context, { name: 'Ann Price', email: 'ann@example.org' })
  young = await aPerson(context, { name: 'Annie Price', email: 'annie@example.org' })
  office = await signedInAs(installation, group, { ...mary, strongly: true })
})

const act = <T>(work: (a: Act) => Promise<T>) => installation.context(group).act(work)
const read = <T>(work: Parameters<ReturnType<typeof installation.context>['read']>[0]) =>
  installation.context(group).read(work) as Promise<T>
const HOME = '/office/register/duplicates'
const pair = () => `${HOME}/${old!.id}/${young!.id}`
const rows = async <T extends object>(query: string): Promise<T[]> => (await installation.owner.query<T>(query)).rows
const merge = (choices = {}) => act((a) => merges.merge(a, [old!.id, young!.id], choices).then(() => a.id))
const give = (person: Person, purpose: 'newsletter' | 'notices' | 'campaigns') =>
  act((a) => bases.give(a, { personId: person.id, purpose, basis: 'consent', channel: 'paper', evidence: 'A form' }))

test('pairs are found by mailbox, by name and postcode, and by near spelling; of a hundred strangers none', async () => {
  await act(async (a) => {
    for (let i = 0; i < 100; i++)
      await persons.addOrFind(a, {
        name: `Stranger${String.fromCharCode(97 + (i % 26))} Number${i}x`,
        email: `s${i}@example.org`,
      })
    await persons.change(a, old!.id, { postcode: 'SY1 1AA', name: 'Ann Price' })
    await persons.change(a, young!.id, { postcode: 'SY1 1AA', name: 'Ann Pryce' })
    await persons.addOrFind(a, { name: 'Ben Orme', email: 'ben.orme@gmail.com' })
    await persons.addOrFind(a, { name: 'B. Other', email: 'benorme+list@gmail.com' })
  })

  const response = await office.post(`${HOME}/search`)

  const page = await (await office.follow(response)).text()
  expect(page).toContain('2 pairs may be one person')
  for (const words of [
    'Ann Pryce',
    'benorme+list@gmail.com',
    'Names spelled nearly alike',
    'Addresses that reach one mailbox',
  ])
    expect(page).toContain(words)
  expect(page).not.toContain('Stranger')
})

test('two people stay two: they are not proposed again, until it is undone', async () => {
  await alike()
  await act(duplicates.look)
  const response = await office.post(`${pair()}/apart`)
  const page = await (await office.follow(response)).text()
  await act(duplicates.look)
  const after = await read(duplicates.count)

  await office.post('/office/undo', { act: /name="act" value="([^"]+)"/.exec(page)![1]! })

  expect(page).toContain('These are two people.')
  expect([after, await read(duplicates.count)]).toEqual([0, 1])
})

test('a pair goes from the list when one of the two changes, and when the two were merged', async () => {
  await alike()
  await act(duplicates.look)
  const found = await read(duplicates.count)
  await act((a) => persons.change(a, young!.id, { name: 'Somebody Else', postcode: null }))
  await act(duplicates.look)
  const changed = await read(duplicates.count)
  await alike()
  await act(duplicates.look)
  await merge()

  expect([found, changed, await read(duplicates.count)]).toEqual([1, 0, 0])
})

test('the two are shown side by side; what was chosen is shown before it is done, and then done', async () => {
  await act((a) => persons.change(a, young!.id, { phone: '07700 900123' }))
  const chosen = { name: 'other', email: 'one' }

  const choose = await (await office.get(pair())).text()
  const preview = await (await office.post(pair(), { ...chosen, to: 'preview' })).text()
  const before = await rows('select from people.person where merged_into is not null')
  const opened = await rows('select from people.reading')
  const done = await office.post(pair(), { ...chosen, to: 'merge' })

  expect(choose).toContain('Annie Price')
  expect(preview).toContain('Nothing has changed yet.')
  expect(preview).toContain('07700 900123')
  expect(before).toEqual([])
  expect(await (await office.follow(done)).text()).toContain('The two records are one person now.')
  expect(await rows(`select name, email, phone from people.person where id = '${old!.id}'`)).toEqual([
    { name: 'Annie Price', email: 'ann@example.org', phone: '07700 900123' },
  ])
  expect(opened).toHaveLength(2)
})

test('the merged record leads to the one that stays: by id, by either address, and by name for other slices', async () => {
  await merge({ email: 'other' })

  const found = [
    await read<Person>((tx) => persons.find(tx, young!.id)),
    await read<Person>((tx) => persons.findByEmail(tx, 'ANN@example.org')),
    await read<Person>((tx) => persons.findByEmail(tx, 'annie@example.org')),
  ]
  expect(found.map(({ id }) => id)).toEqual([old!.id, old!.id, old!.id])
  expect(found[0]!.email).toBe('annie@example.org')
  expect(await rows(`select distinct name from people.named where id in ('${old!.id}', '${young!.id}')`)).toEqual([
    { name: 'Ann Price' },
  ])
})

test('a no beats a yes, whichever record has it; and a yes that was taken back is a no', async () => {
  await give(old!, 'newsletter')
  await act((a) => bases.object(a, { personId: young!.id, purpose: 'newsletter', channel: 'email' }))
  await give(young!, 'campaigns')
  await give(old!, 'campaigns')
  await act((a) => bases.end(a, { personId: old!.id, purpose: 'campaigns', because: 'withdrawn' }))
  await give(young!, 'notices')

  await merge()

  expect(await rows('select person_id, purpose from people.reachable')).toEqual([
    { person_id: old!.id, purpose: 'notices' },
  ])
  const lines = await read<readonly object[]>((tx) => bases.ledger(tx, old!.id))
  expect(lines).toHaveLength(4)
  expect(await rows('select person_id, purpose from people.objection')).toEqual([
    { person_id: old!.id, purpose: 'newsletter' },
  ])
})

test('who is a member by either record is one, and both histories stay', async () => {
  await act((a) => memberships.begin(a, { personId: young!.id, kind: 'member' }))
  await act((a) => memberships.end(a, { personId: old!.id, because: 'left' }))

  await merge()

  expect(await rows(`select kind, status from people.person where id = '${old!.id}'`)).toEqual([
    { kind: 'member', status: 'current' },
  ])
  expect(await rows(`select from people.membership where person_id = '${old!.id}' and to_on is null`)).toHaveLength(1)
  expect(await rows('select from people.membership where person_id <> $$' + mary!.id + '$$')).toHaveLength(3)
})

test('who asked on either record not to be used is not used', async () => {
  await give(old!, 'notices')
  await act((a) => a.tx.updateTable('people.person').set({ restricted_at: a.at }).where('id', '=', young!.id).execute())

  await merge()

  expect(await rows('select from people.reachable')).toEqual([])
})

test('a browser signed in with the newer record is signed out, and nobody signs in as a stub', async () => {
  const browser = await signedInAs(installation, group, young!)
  await aSecondFactor(installation.context(group), young!)
  const before = (await browser.get('/my')).status

  await merge()

  expect([before, (await browser.get('/my')).status]).toEqual([200, 303])
  expect(await rows('select from people.passkey')).toEqual([])
})

test('undo puts every row of every table back exactly', async () => {
  await fill()
  const before = await dump()
  const id = await merge({ email: 'other', name: 'other', kind: 'other' })
  const merged = await dump()

  await act((a) => undo(a, id))

  expect(merged).not.toEqual(before)
  expect(await dump()).toEqual(before)
})

test('nothing of the newer record is left behind but the stub', async () => {
  await fill()

  await merge({ email: 'other' })

  const left = (await dump()).filter((row) => row.includes(young!.id))
  expect(left.map((row) => row.split(' ')[0])).toEqual(['people.person'])
  expect(left[0]).not.toContain('annie@example.org')
})

test('of two officers who merge the same people at once, the second is told in a sentence', async () => {
  let late: Promise<Response> | undefined

  await act(async (a) => {
    await merges.merge(a, [old!.id, young!.id], {})
    late = office.post(pair(), { to: 'merge' })
    await waitingForLock(installation.owner)
  })

  const response = await late!
  expect(response.status).toBe(409)
  expect(await response.text()).toContain('somebody has merged or erased one of them')
})

test('while an erasure waits, the two are not merged', async () => {
  const by = { kind: 'person', groupId: group.id, personId: mary!.id, roles: new Set<never>() } as const
  await act((a) => approvals.ask({ ...a, by }, { personIds: [young!.id], reason: 'She asked' }))

  await expect(merge()).rejects.toThrow('An erasure of one of them was asked for.')
})

test('a merged record that is merged again still leads to who it is', async () => {
  const third = await aPerson(installation.context(group), { name: 'Anna Price', email: 'anna@example.org' })
  await act((a) => merges.merge(a, [young!.id, third.id], {}))
  await merge()

  expect((await read<Person>((tx) => persons.find(tx, third.id))).id).toBe(old!.id)
  expect((await read<Person>((tx) => persons.findByEmail(tx, 'anna@example.org'))).id).toBe(old!.id)
})

/** Rows of the record that goes keep what only says which officer did something: it leads to who they are now. */
const STAY = ['people.erasure_proof']

test('every table that names a person is thought of when two are merged', async () => {
  const code = sources(['src/people/duplicates/merges.ts', 'src/people/duplicates/mergeLedger.ts']).map(
    ({ text }) => text,
  )
  const tables = await rows<{ name: string }>(
    `select distinct conrelid::regclass::text as name from pg_constraint where contype = 'f' and confrelid = 'people.person'::regclass
     and conrelid::regclass::text like 'people.%' order by 1`,
  )

  expect(tables.length).toBeGreaterThan(20)
  const forgotten = tables.filter(({ name }) => !STAY.includes(name) && !code.join().includes(`'${name}'`))
  expect(forgotten).toEqual([])
})

test('who does not keep the register neither sees nor merges', async () => {
  const treasurer = await anOfficer(installation.context(group), { role: 'treasurer' })
  const browser = await signedInAs(installation, group, { ...treasurer, strongly: true })

  expect((await browser.get(HOME)).status).toBe(403)
  expect((await browser.get(pair())).status).toBe(403)
  expect((await browser.post(pair(), { to: 'merge' })).status).toBe(403)
})

const alike = () =>
  act(async (a) => {
    for (const { id } of [old!, young!]) await persons.change(a, id, { name: 'Ann Price', postcode: 'SY1 1AA' })
  })

/** Something of every kind on both records, some of it the same. */
async function fill(): Promise<void> {
  await give(old!, 'newsletter')
  await give(young!, 'newsletter')
  await give(young!, 'campaigns')
  await act(async (a) => {
    const [baking, rowing] = [
      await topics.addOrFind(a, 'offer', 'Baking'),
      await topics.addOrFind(a, 'interest', 'Rowing'),
    ]
    const part = await a.tx
      .insertInto('people.part')
      .values({ group_id: group.id, kind: 'local', name: 'Weirside' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await topics.choose(a, old!.id, [baking])
    for (const { id: person_id } of [old!, young!]) {
      const common = { group_id: group.id, person_id }
      await bases.object(a, { personId: person_id, purpose: 'introductions', channel: 'email' })
      await offices.appoint(a, { personId: person_id, role: 'editor' })
      await a.tx
        .insertInto('people.hat')
        .values({ ...common, kind: 'union', name: 'Rivers Union' })
        .execute()
      await a.tx
        .insertInto('people.note')
        .values({ ...common, words: 'A note', written_at: a.at })
        .execute()
      await a.tx
        .insertInto('people.part_member')
        .values({ ...common, part_id: part.id, from_on: '2026-01-01' })
        .execute()
      await a.tx
        .insertInto('people.relationship')
        .values({ group_id: group.id, from_id: person_id, to_id: mary!.id, kind: 'knows' })
        .execute()
      await a.tx
        .insertInto('people.officer_page')
        .values({ ...common, biography: 'Rows' })
        .execute()
      await readings.note({ ...a, by: { ...a.by, personId: mary!.id } }, person_id)
      await requests.receive(a, { personId: person_id, kind: 'access', channel: 'email' })
    }
    await topics.choose(a, young!.id, [baking, rowing])
    await a.tx
      .insertInto('people.relationship')
      .values({ group_id: group.id, from_id: old!.id, to_id: young!.id, kind: 'related_to' })
      .execute()
    await a.tx
      .insertInto('people.other_email')
      .values({ group_id: group.id, person_id: young!.id, email: 'third@example.org' })
      .execute()
    await memberships.begin(a, { personId: young!.id, kind: 'member' })
  })
  await aSecondFactor(installation.context(group), young!)
}

/** Every row of the register's tables. Marks to find duplicates by are made anew. */
async function dump(): Promise<string[]> {
  const tables = await rows<{ name: string }>(
    `select 'people.' || tablename as name from pg_tables where schemaname = 'people' and tablename not like 'likeness%' order by 1`,
  )
  const found: string[] = []
  for (const { name } of tables)
    found.push(
      ...(await rows<{ row: string }>(`select t::text as row from ${name} t order by 1`)).map(
        ({ row }) => `${name} ${row}`,
      ),
    )
  return found
}
