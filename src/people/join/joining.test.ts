import { expect, test } from 'vitest'
import { visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { writeSetting } from '../../platform/settings.ts'
import * as bases from '../bases.ts'
import * as hats from '../hats.ts'
import * as memberships from '../memberships.ts'
import { chosen, holdingWording, wordingOf } from '../purposes.ts'
import * as suppressions from '../suppressions.ts'
import * as topics from '../topics.ts'
import { answersOf, fillIn, join, lettersAfterJobs, linkIn } from './factories.ts'
import { applicationsSetting } from './settings.ts'

const installation = testInstallation()

async function aGroupToJoin() {
  const group = await aGroup(installation, { name: 'Fair Care', slug: 'care' })
  const context = installation.context(group)
  const people = async () =>
    (await installation.owner.query('select * from people.person order by created_at, id')).rows as Record<
      string,
      unknown
    >[]
  return { ...context, group, people, visitor: visitorOf(installation, group) }
}

test('nobody is on the register before the press, and then everything is there at once, in the words that were shown', async () => {
  const { group, act, read, people } = await aGroupToJoin()
  const soup = await act((a) => topics.addOrFind(a, 'offer', 'Make soup'))

  const { browser, sent } = await fillIn(installation, group, {
    offers: { offers: [soup] },
    hats: { union: 'Unison', party: '  ' },
    occupation: { occupation: 'retired' },
    choices: { yes: ['newsletter', 'public_list'] },
    check: { agree: 'yes' },
  })
  const [letter, ...more] = await lettersAfterJobs(installation, group)
  const link = linkIn(letter!)
  const opened = [await browser.get(link), await browser.get(link)]
  const before = await people()
  const pressed = await browser.post(link)
  const [ruth, ...others] = await people()

  expect([sent.status, sent.headers.get('location'), more, before, others]).toEqual([303, '/join/sent', [], [], []])
  expect(opened.map(({ status }) => status)).toEqual([200, 200])
  expect([pressed.status, pressed.headers.get('location')]).toEqual([303, '/join/welcome'])
  expect(ruth).toMatchObject({
    name: 'Ruth Amory',
    email: 'ruth@example.org',
    kind: 'member',
    status: 'current',
    email_state: 'confirmed',
    postcode: 'SY1 1AA',
    constituency: 'E14001473',
    occupation: 'retired',
  })
  const id = String(ruth!['id'])
  const [ledger, history, hat, offered] = await read(async (tx) => [
    await bases.ledger(tx, id),
    await memberships.history(tx, id),
    await hats.of(tx, id),
    await topics.chosenBy(tx, id),
  ])
  expect(ledger.map(({ purpose, basis, wording, channel }) => [purpose, basis, wording, channel])).toEqual([
    ['register', 'membership', holdingWording('member', 'Fair Care'), 'join'],
    ['notices', 'membership', null, 'join'],
    ['newsletter', 'consent', wordingOf('newsletter', 'Fair Care'), 'join'],
    ['public_list', 'explicit_consent', wordingOf('public_list', 'Fair Care'), 'join'],
  ])
  expect(history).toMatchObject([{ kind: 'member', to: null }])
  expect(hat).toEqual([{ kind: 'union', name: 'Unison' }])
  expect([...offered]).toEqual([soup])
})

test('a second press, by a scanner or an impatient finger, changes nothing and says the same', async () => {
  const { group, people, visitor } = await aGroupToJoin()
  await fillIn(installation, group)
  const [letter] = await lettersAfterJobs(installation, group)
  await visitor.post(linkIn(letter!))
  const once = [await people(), (await lettersAfterJobs(installation, group)).length]

  const again = await visitor.post(linkIn(letter!))
  const opened = await visitor.get(linkIn(letter!))

  expect([again.status, again.headers.get('location')]).toEqual([303, '/join/welcome'])
  expect([await people(), (await lettersAfterJobs(installation, group)).length]).toEqual(once)
  expect([opened.status, (await opened.text()).includes('You have joined')]).toEqual([200, true])
})

test('a supporter is held by their own explicit yes, is called to no meeting, and is not offered the public list', async () => {
  const { group, read, visitor } = await aGroupToJoin()
  const kind = { kind: { kind: 'supporter' } }
  await visitor.post('/join', kind.kind)
  for (const page of ['name', 'email', 'postcode', 'occupation', 'hats'] as const)
    await visitor.post(`/join/${page}`, answersOf()[page])
  const offered = await (await visitor.get('/join/choices')).text()

  const id = await join(installation, group, { ...kind, choices: { yes: [...chosen] } })

  expect([offered.includes(wordingOf('newsletter', 'Fair Care')), offered.includes('public list')]).toEqual([
    true,
    false,
  ])
  const ledger = await read((tx) => bases.ledger(tx, id))
  expect(ledger.map(({ purpose, basis }) => `${purpose}: ${basis}`)).toEqual([
    'register: explicit_consent',
    'newsletter: consent',
    'campaigns: consent',
    'introductions: consent',
  ])
  expect(ledger[0]!.wording).toBe(holdingWording('supporter', 'Fair Care'))
})

test('nothing is ticked beforehand, and who ticks nothing gets nothing but what belongs to being a member', async () => {
  const { group, read, visitor } = await aGroupToJoin()
  for (const [page, fields] of Object.entries(answersOf()).slice(0, 6))
    await visitor.post(page === 'kind' ? '/join' : `/join/${page}`, fields)

  const choices = await (await visitor.get('/join/choices')).text()
  const id = await join(installation, group)

  expect(choices).not.toContain('checked')
  expect((await read((tx) => bases.ledger(tx, id))).map(({ purpose }) => purpose)).toEqual(['register', 'notices'])
})

test('the letter repeats nothing that was typed, because anybody may type anybody’s address', async () => {
  const { group } = await aGroupToJoin()

  await fillIn(installation, group, { name: { name: 'Buy pills at pills.example' }, hats: { other: 'pills' } })

  const [letter] = await lettersAfterJobs(installation, group)
  expect(`${letter!.subject} ${letter!.body}`).not.toMatch(/pills|SY1/i)
})

test('an address that was erased may join again by its own press: that lifts the stop', async () => {
  const { group, act, read } = await aGroupToJoin()
  const { secret } = installation.services
  await act((a) => suppressions.suppress(a, 'Ruth@example.org', secret))

  await fillIn(installation, group)
  const [letter] = await lettersAfterJobs(installation, group)
  const stopped = () => read((tx) => suppressions.among(tx, ['ruth@example.org'], secret))
  const before = (await stopped()).size
  await visitorOf(installation, group).post(linkIn(letter!))

  expect([before, (await stopped()).size]).toEqual([1, 0])
})

test('the page is there while the group lets people join, for the kinds it takes, in its own words', async () => {
  const { act, visitor } = await aGroupToJoin()
  const words = { member: 'You row with us.', supporter: 'You wave from the bank.' }
  const set = (given: object) =>
    act((a) => writeSetting(a, applicationsSetting, { ...applicationsSetting.standard, words, ...given }))
  await set({})
  const both = await (await visitor.get('/join')).text()
  await set({ kinds: ['supporter'] })
  const one = await (await visitor.get('/join')).text()
  const refused = await visitor.post('/join', { kind: 'member' })
  await set({ open: false })
  const closed = await (await visitor.get('/join')).text()
  const tooLate = await visitor.post('/join', { kind: 'supporter' })

  expect([both.includes(words.member), both.includes(words.supporter)]).toEqual([true, true])
  expect([one.includes(words.member), one.includes(words.supporter)]).toEqual([false, true])
  expect([refused.status, tooLate.status, closed.includes('Joining is closed for now')]).toEqual([422, 410, true])
})

test('the website leads to joining by itself, and not while it is closed', async () => {
  const { act, visitor } = await aGroupToJoin()
  const home = async () => (await (await visitor.get('/')).text()).includes('href="/join"')
  const open = await home()

  await act((a) => writeSetting(a, applicationsSetting, { ...applicationsSetting.standard, open: false }))

  expect([open, await home()]).toEqual([true, false])
})
