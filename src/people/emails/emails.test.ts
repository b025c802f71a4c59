import { beforeEach, expect, test } from 'vitest'
import { type Browser, signedInAs } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import * as bases from '../bases.ts'
import { anOfficer, aPerson, aReader } from '../factories.ts'
import * as persons from '../persons.ts'
import * as proposals from './proposals.ts'
import * as suppressions from '../suppressions.ts'
import * as stillRight from './stillRight.ts'
import * as troubles from './troubles.ts'

const installation = testInstallation()
const ADDRESSES = '/office/register/addresses'
let group: KnownGroup
let ann: persons.Person
let membership: Browser

const context = () => installation.context(group)
const ask = async <T extends object>(text: string): Promise<T[]> => (await installation.owner.query<T>(text)).rows
const reached = () =>
  context().read(async (tx) =>
    (await tx.selectFrom('people.reachable').select('email').execute()).map(({ email }) => email),
  )
const fails = (email = 'ann@example.org') =>
  context().act((act) => troubles.fails(act, { personId: ann.id, email, why: 'no_such_user' }))

beforeEach(async () => {
  group = await aGroup(installation)
  ann = await aReader(context(), { name: 'Ann Price', email: 'ann@example.org' })
  const officer = await anOfficer(context(), { role: 'membership', name: 'Mia Members' })
  membership = await signedInAs(installation, group, { ...officer, strongly: true })
})

test('an address that fails is written to no more, and the membership secretary reads why and puts it right', async () => {
  expect([await fails(), await fails()]).toEqual([true, false])

  expect(await reached()).toEqual([])
  expect(await (await membership.get('/office')).text()).toContain('Letters to Ann Price come back')
  expect(await (await membership.get(ADDRESSES)).text()).toContain('there is no such mailbox')
  expect(await (await membership.get(`/office/register/${ann.id}`)).text()).toContain('there is no such mailbox')
  const answer = await membership.post(`/office/register/${ann.id}/address-right`)

  expect(await (await membership.follow(answer)).text()).toContain('The address of Ann Price is written to again.')
  expect(await reached()).toEqual(['ann@example.org'])
})

test('a letter that came back from an address of last year says nothing of today’s', async () => {
  await context().act((act) => persons.change(act, ann.id, { email: 'ann@new.example' }))

  expect(await fails('ann@example.org')).toBe(false)
  expect(await reached()).toEqual(['ann@new.example'])
})

test('another address takes the trouble away', async () => {
  await fails()
  await membership.post(`/office/register/${ann.id}/facts/email`, { email: 'ann@new.example' })

  expect(await reached()).toEqual(['ann@new.example'])
  expect(await (await membership.get(ADDRESSES)).text()).toContain('Every address works')
})

test('a new address changes nothing before an officer and then its own mailbox have said so', async () => {
  await context().act((act) => proposals.propose(act, { personId: ann.id, email: 'ann@new.example' }))
  expect(await (await membership.get('/office')).text()).toContain('1 new address waits for your word')
  expect(await ask('select 1 from platform.letter')).toEqual([])

  await membership.post(`/office/register/${ann.id}/new-address`, { answer: 'ask' })

  const [letter] = await ask<{ to_address: string; subject: string }>('select to_address, subject from platform.letter')
  expect(letter).toMatchObject({ to_address: 'ann@new.example', subject: expect.stringMatching(/^Please confirm/) })
  expect((await context().read((tx) => persons.find(tx, ann.id)))?.email).toBe('ann@example.org')
})

test('a new address that nobody believes is put aside, and can be taken up again; one that is theirs is no news', async () => {
  const propose = (email: string) => context().act((act) => proposals.propose(act, { personId: ann.id, email }))
  expect([await propose('ANN@example.org'), await propose('not an address'), await propose('ann@new.example')]).toEqual(
    [false, false, true],
  )

  const answer = await membership.post(`/office/register/${ann.id}/new-address`, { answer: 'aside' })

  expect((await context().read((tx) => proposals.waiting(tx, 9))).length).toBe(0)
  expect(await (await membership.follow(answer)).text()).toContain('Undo')
  expect(await ask('select 1 from platform.letter')).toEqual([])
})

test('officers who do not keep the register see none of it, and the journal names no address', async () => {
  await fails()
  const treasurer = await anOfficer(context(), { role: 'treasurer' })
  const browser = await signedInAs(installation, group, { ...treasurer, strongly: true })

  expect((await browser.get(ADDRESSES)).status).toBe(403)
  expect((await browser.post(`/office/register/${ann.id}/address-right`)).status).toBe(403)
  expect(await (await browser.get('/office')).text()).not.toContain('come back')
  const [{ all }] = (await ask<{ all: string }>('select json_agg(payload)::text as all from platform.journal')) as [
    { all: string },
  ]
  expect(all).not.toContain('@')
})

test('whoever was deleted once and comes back with a list is not asked whether it is still right', async () => {
  const { secret } = context().services
  for (const [name, email] of [
    ['Ben Orme', 'ben@example.org'],
    ['Cy Dale', 'cy@example.org'],
  ] as const) {
    const { id } = await aPerson(context(), { name, email })
    await context().act((act) =>
      bases.give(act, { personId: id, purpose: 'register', basis: 'regular_contact', channel: 'import' }),
    )
  }
  await context().act((act) => suppressions.suppress(act, 'Ben@example.org', secret))

  const allowed = await context().act((act) => stillRight.mayBeAsked(act, secret))
  const again = await context().act((act) => stillRight.mayBeAsked(act, secret))

  expect([allowed, again]).toEqual([1, 0])
  expect((await reached()).toSorted()).toEqual(['ann@example.org', 'cy@example.org'])
})
