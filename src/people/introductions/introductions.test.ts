import { beforeEach, expect, test } from 'vitest'
import { type Browser, signedInAs, visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import * as bases from '../bases.ts'
import { anOfficer, aPerson } from '../factories.ts'
import type { Kind } from '../kinds.ts'
import * as memberships from '../memberships.ts'
import * as persons from '../persons.ts'
import { askOthers } from './asking.ts'
import { mayAsk, mayBeAsked, progressWords } from './rules.ts'

const installation = testInstallation()
const HOME = '/my/introductions'
const REGION = 'E12000007'
const ASK = { way: 'region', topic: '', words: 'I row on Sundays.' }
let group: KnownGroup
let ann: persons.Person
let annsBrowser: Browser

const context = () => installation.context(group)
const rowsOf = async (query: string) => (await installation.owner.query<Record<string, string | null>>(query)).rows
/** What the worker does, but that letters stay where they can be read. */
const work = async () => {
  for (const { id } of await rowsOf('select id from people.introduction where sought_at is null'))
    await askOthers.run(context(), { introduction: id! })
}
const letters = () => rowsOf('select to_address as "to", subject, body from platform.letter order by written_at, id')
const pageOf = async (browser: Browser) => (await browser.get(HOME)).text()

/** Somebody in London who agreed to be asked. */
async function aLondoner(
  name: string,
  { kind = 'member', agrees = true }: { kind?: Kind; agrees?: boolean } = {},
): Promise<persons.Person> {
  const person = await aPerson(context(), { name, email: `${name.split(' ')[0]!.toLowerCase()}@example.org` })
  await context().act(async (a) => {
    await memberships.begin(a, { personId: person.id, kind })
    await persons.change(a, person.id, { region: REGION })
    const words = 'Yes, ask me.'
    const yes = { purpose: 'introductions', basis: 'consent', channel: 'my_page', words } as const
    if (agrees) await bases.give(a, { personId: person.id, ...yes })
  })
  return person
}
const linkIn = (body: string | null): string => /localhost:\d+(\/introductions\/\S+)/.exec(body ?? '')![1]!
/** The link in the letter to an address. */
const linkTo = async (email: string) => linkIn((await letters()).find(({ to }) => to === email)!['body']!)

beforeEach(async () => {
  group = await aGroup(installation)
  ann = await aLondoner('Ann Price', { agrees: false })
  annsBrowser = await signedInAs(installation, group, ann)
})

test('a member sees the exact words before anybody is asked, and the asked reads the same', async () => {
  await aLondoner('Ben Orme')

  const check = await (await annsBrowser.post(`${HOME}/check`, ASK)).text()
  const before = await rowsOf('select 1 from people.introduction')
  await annsBrowser.post(HOME, ASK)
  await work()
  const page = await (await visitorOf(installation, group).get(await linkTo('ben@example.org'))).text()

  expect(before).toEqual([])
  for (const words of ['Ann Price, a member of', 'You both live here: London.', '“I row on Sundays.”']) {
    expect(check).toContain(words)
    expect(page).toContain(words)
  }
  expect(page).not.toContain('ann@example.org')
})

test('a letter names nobody, and looking at its page answers nothing', async () => {
  await aLondoner('Ben Orme')
  await annsBrowser.post(HOME, ASK)
  await work()
  const [letter] = await letters()

  await visitorOf(installation, group).get(linkIn(letter!['body']!))

  expect(`${letter!['subject']}${letter!['body']}`).not.toMatch(/Ann|row|London/)
  expect(await rowsOf('select answer from people.introduction_answer')).toEqual([{ answer: null }])
})

test('a yes introduces both by a letter each, once, with what the other sees', async () => {
  await aLondoner('Ben Orme', { kind: 'supporter' })
  await annsBrowser.post(HOME, ASK)
  await work()
  const [visitor, link] = [visitorOf(installation, group), await linkTo('ben@example.org')]

  const statuses = [await visitor.post(link, { answer: 'yes' }), await visitor.post(link, { answer: 'yes' })]
  const no = await visitor.post(link, { answer: 'no' })

  expect([...statuses.map(({ status }) => status), no.status]).toEqual([303, 303, 409])
  const [, toAnn, toBen, ...more] = await letters()
  expect(more).toEqual([])
  expect([toAnn!['to'], toAnn!['body']]).toEqual([
    'ann@example.org',
    expect.stringContaining('Ben Orme, a supporter, says yes'),
  ])
  expect(toAnn!['body']).toContain('ben@example.org')
  expect(toBen!['body']).toContain('ann@example.org')
  expect(await pageOf(annsBrowser)).toContain('1 said yes')
})

test('who says no, and who says nothing, leave no trace for the asker', async () => {
  await aLondoner('Ben Orme')
  await annsBrowser.post(HOME, ASK)
  await work()
  await pageOf(annsBrowser) // takes the sentence of the last press with it
  const before = await pageOf(annsBrowser)

  await visitorOf(installation, group).post(await linkTo('ben@example.org'), { answer: 'no' })

  expect(await pageOf(annsBrowser)).toBe(before)
  expect(await letters()).toHaveLength(1)
})

test('with nobody, one or two who could match, the asker reads the same', async () => {
  const seen = []
  for (const name of ['Ben Orme', 'Cy Dale', 'Di Fern']) {
    await annsBrowser.post(HOME, ASK)
    await work()
    seen.push((await pageOf(annsBrowser)).includes('We asked some people'))
    await installation.owner.query('delete from people.introduction')
    await aLondoner(name)
  }
  await annsBrowser.post(HOME, ASK)
  await work()

  expect([...seen, (await pageOf(annsBrowser)).includes('We asked some people')]).toEqual([false, false, false, true])
})

test('only who agreed, is current, unrestricted and lives there is asked, and never the asker', async () => {
  await aLondoner('Ben Silent', { agrees: false })
  const [left, restricted, moved] = [
    await aLondoner('Lea Left'),
    await aLondoner('Rob Rest'),
    await aLondoner('Mo Moved'),
  ]
  await aLondoner('Pat Press', { kind: 'press' })
  await context().act(async (a) => {
    await memberships.end(a, { personId: left.id, because: 'left' })
    await a.tx.updateTable('people.person').set({ restricted_at: a.at }).where('id', '=', restricted.id).execute()
    await persons.change(a, moved.id, { region: 'E12000001' })
    const words = 'Yes.'
    const yes = { purpose: 'introductions', basis: 'consent', channel: 'my_page', words } as const
    await bases.give(a, { personId: ann.id, ...yes })
  })

  await annsBrowser.post(HOME, ASK)
  await work()

  expect(await letters()).toEqual([])
})

test('nobody is asked by the same member twice, or by anybody more than three times a month', async () => {
  await aLondoner('Ben Orme')
  const count = async () => (await letters()).length
  const counts = []
  for (const name of ['Ann Price', 'Ann Price', 'Cy Dale', 'Di Fern', 'Eva Gill']) {
    const asker = name === 'Ann Price' ? ann : await aLondoner(name, { agrees: false })
    await (await signedInAs(installation, group, asker)).post(HOME, ASK)
    await work()
    counts.push(await count())
  }

  expect(counts).toEqual([1, 1, 2, 3, 3])
})

test('a member asks three times a month and no more, and ends an ask, after which nobody can say yes', async () => {
  await aLondoner('Ben Orme')
  await annsBrowser.post(HOME, ASK)
  await work()
  const [{ id }] = (await rowsOf('select id from people.introduction')) as [{ id: string }]

  await annsBrowser.post(`${HOME}/${id}/end`)

  const late = await visitorOf(installation, group).post(await linkTo('ben@example.org'), { answer: 'yes' })
  const statuses = []
  for (let more = 0; more < 3; more++) statuses.push((await annsBrowser.post(HOME, ASK)).status)
  expect([late.status, ...statuses]).toEqual([410, 303, 303, 429])
})

test('a supporter is named to nobody before they ticked that they agree', async () => {
  const sue = await signedInAs(installation, group, await aLondoner('Sue Porter', { kind: 'supporter', agrees: false }))

  const without = await sue.post(HOME, ASK)
  const before = await rowsOf('select 1 from people.introduction')
  const agreed = await sue.post(HOME, { ...ASK, agreed: 'yes' })

  expect([without.status, before.length, agreed.status]).toEqual([422, 0, 303])
})

test('officers see numbers and no names, and the journal does not say who asked', async () => {
  await aLondoner('Ben Orme')
  await annsBrowser.post(HOME, ASK)
  await work()
  const chair = await signedInAs(installation, group, await anOfficer(context(), { name: 'Ada Chair' }))

  const text = await (await chair.get('/office/register/introductions')).text()

  expect(text).not.toMatch(/Ann Price|Ben Orme/)
  expect(await rowsOf(`select 1 from platform.journal where actor_id = '${ann.id}'`)).toEqual([])
})

test('what is missing is said beside the field, with what was typed', async () => {
  const response = await annsBrowser.post(`${HOME}/check`, { words: 'Hello' })
  const place = await annsBrowser.post(`${HOME}/check`, { ...ASK, way: 'council' })

  const text = await response.text()
  expect([response.status, place.status]).toEqual([422, 422])
  expect(text).toContain('Choose whom you would like to meet.')
  expect(text).toContain('value="Hello"')
})

test.each([
  [[], true],
  [[1, 2], true],
  [[1, 2, 3], false],
  [[1, 2, 31], true],
])('asked %j days ago, once more is allowed: %s', (days, may) => {
  const at = new Date('2026-11-22T12:00:00Z')
  const moments = days.map((ago) => new Date(at.getTime() - ago * 86_400_000))

  expect([mayBeAsked(moments, at), mayAsk(moments, at)]).toEqual([may, may])
})

test.each([
  [{ asked: 0, yes: 0, sought: true }, 'We ask whoever fits.'],
  [{ asked: 2, yes: 0, sought: true }, 'We ask whoever fits.'],
  [{ asked: 3, yes: 0, sought: true }, 'We asked some people.'],
  [{ asked: 9, yes: 2, sought: true }, 'We asked some people. 2 said yes.'],
])('%j is told as “%s”', (how, words) => {
  expect(progressWords(how)).toBe(words)
})
