import { beforeEach, expect, test } from 'vitest'
import { type Browser, signedInAs, visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { aReader } from '../../people/factories.ts'
import { register } from '../../people/index.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import type { GroupContext } from '../../platform/slice.ts'
import { aDecidedLetter, linkOf } from '../factories.ts'
import { erase, holds } from '../holdings.ts'
import { fill } from '../sending/deliveries.ts'
import { sendLetter } from '../sending/sendLetter.ts'
import { fewer, halfHidden, mornings } from './frequencies.ts'
import * as preferences from './preferences.ts'

const installation = testInstallation()
let group: KnownGroup
let context: GroupContext
let someone: Browser

beforeEach(async () => {
  group = await aGroup(installation, { name: 'Fair Care' })
  context = installation.context(group)
  someone = visitorOf(installation, group)
})

const ask = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
  (await installation.owner.query<T>(text, values)).rows
const reachable = async (id: string) =>
  (await ask<{ purpose: string }>('select purpose from people.reachable where person_id = $1 order by 1', [id])).map(
    ({ purpose }) => purpose,
  )
const waiting = () => ask<{ address: string }>(`select address from mailing.delivery order by letter_id, address`)

async function annsLetter() {
  const ann = await aReader(context, { name: 'Ann Price', email: 'ann.price@example.org' })
  const letter = await aDecidedLetter(context)
  await sendLetter(context, letter)
  return { ann, letter, page: await linkOf(context, { letter, reader: ann.id, purpose: 'preferences' }) }
}

test('by the link of a letter its reader says yes and no to kinds of message, without signing in and without a cookie', async () => {
  const { ann, page } = await annsLetter()

  const first = await (await someone.get(page)).text()
  const stopped = await someone.post(`${page}/newsletter`, { answer: 'no' })
  const called = await someone.post(`${page}/campaigns`, { answer: 'yes' })
  const often = await someone.post(page, { newsletter: 'monthly' })

  for (const words of ['a…@example.org', 'Newsletter', 'Calls to act', 'somebody you forwarded it to'])
    expect(first).toContain(words)
  expect([stopped.status, called.status, often.status, someone.cookies.size]).toEqual([303, 303, 303, 0])
  expect(await (await someone.follow(often)).text()).toContain('How often we write is saved.')
  expect(await reachable(ann.id)).toEqual(['campaigns'])
  expect((await context.read((tx) => register.bases.ledger(tx, ann.id))).at(-1)).toMatchObject({
    purpose: 'campaigns',
    channel: 'email',
    wording: expect.stringMatching(/^Yes, Fair Care may ask me by email to act/),
  })
})

test('whoever gets the letter forwarded sees no name and no address, and can do nothing else', async () => {
  const { page } = await annsLetter()

  const html = await (await someone.get(page)).text()

  for (const theirs of ['Ann', 'Price', 'ann.price']) expect(html).not.toContain(theirs)
  expect((await someone.get('/my')).headers.get('location')).toBe('/sign-in')
  expect((await someone.post(`${page}/public_list`, { answer: 'yes' })).status).toBe(404)
  expect((await someone.post(`${page}/newsletter`, { answer: 'perhaps' })).status).toBe(422)
  const wrong = await someone.post(page, { newsletter: 'never' })
  expect([wrong.status, (await wrong.text()).includes('Choose how often you would like the newsletter.')]).toEqual([
    422,
    true,
  ])
})

test('after an erasure, a leaving or a restriction the page shows nothing, and nothing can be said by it', async () => {
  const { ann, page } = await annsLetter()
  await someone.post(page, { newsletter: 'monthly' })
  expect(await context.read((tx) => holds(tx, ann.id))).toContainEqual({
    what: 'How often we write to you',
    value: 'one newsletter a month at most, notices at once',
    why: 'You told us',
  })
  const nothing = async () => {
    expect(await (await someone.get(page)).text()).toContain('We send you nothing')
    expect((await someone.post(`${page}/campaigns`, { answer: 'yes' })).status).toBe(410)
  }

  await ask('update people.person set restricted_at = now() where id = $1', [ann.id])
  await nothing()
  await ask(`update people.person set restricted_at = null, status = 'left' where id = $1`, [ann.id])
  await nothing()
  await context.act((act) => erase(act, ann.id, { dryRun: false, secret: installation.services.secret }))
  await nothing()

  expect(await ask('select from mailing.preference')).toEqual([])
})

test('a link that is played with rests for a while', async () => {
  const { page } = await annsLetter()

  await someone.post(page, { newsletter: 'monthly' })
  await ask('update platform.rate set count = 60')

  expect((await someone.post(page, { newsletter: 'each' })).status).toBe(429)
})

test('who asked for one a month gets the first newsletter, waits four weeks, and then gets the next', async () => {
  const { ann } = await annsLetter()
  await aReader(context, { email: 'ben@example.org' })
  await context.act((act) => preferences.save(act, ann.id, { newsletter: 'monthly' }))

  await ask(`update mailing.delivery set handed_at = handed_at - interval '27 days'`)
  await sendLetter(context, await aDecidedLetter(context))
  expect((await waiting()).map(({ address }) => address)).toEqual(['ann.price@example.org', 'ben@example.org'])

  await ask(`update mailing.delivery set handed_at = handed_at - interval '1 day'`)
  await sendLetter(context, await aDecidedLetter(context))
  expect((await waiting()).map(({ address }) => address)).toEqual([
    'ann.price@example.org',
    'ben@example.org',
    'ann.price@example.org',
    'ben@example.org',
  ])
})

test('who asked for notices once a day or a week waits for the morning; a newsletter does not', async () => {
  const both = ['newsletter', 'notices'] as const
  const ann = await aReader(context, { email: 'ann@example.org', purposes: both })
  const cyd = await aReader(context, { email: 'cyd@example.org', purposes: both })
  await aReader(context, { email: 'ben@example.org', purposes: both })
  await context.act((act) => preferences.save(act, ann.id, { notices: 'weekly' }))
  await context.act((act) => preferences.save(act, cyd.id, { notices: 'daily' }))
  const wednesday = new Date('2030-01-02T12:00:00Z')
  const dueAt = async (kind: 'notice' | 'newsletter') => {
    const id = await aDecidedLetter(context, { kind })
    await context.act((act) => fill({ ...act, at: wednesday }, id))
    const due = await ask<{ next_at: Date }>(
      `select next_at from mailing.delivery where letter_id = $1 order by address`,
      [id],
    )
    return due.map(({ next_at }) => next_at.toISOString().slice(0, 16))
  }

  expect(await dueAt('notice')).toEqual(['2030-01-07T07:00', '2030-01-02T12:00', '2030-01-03T07:00'])
  expect(await dueAt('newsletter')).toEqual(Array.from({ length: 3 }, () => '2030-01-02T12:00'))
})

test('on their own page somebody chooses the same, and a visitor is led to sign in', async () => {
  const { ann } = await annsLetter()
  const browser = await signedInAs(installation, group, ann)

  expect(await (await browser.get('/my')).text()).toContain('href="/my/letters"')
  const saved = await browser.post('/my/letters', { newsletter: 'monthly' })
  expect(await (await browser.follow(saved)).text()).toContain('How often we write is saved.')

  expect(await context.read((tx) => preferences.of(tx, ann.id))).toEqual({ newsletter: 'monthly', notices: 'at_once' })
  for (const answer of [await someone.get('/my/letters'), await someone.post('/my/letters', {})])
    expect(answer.headers.get('location')).toBe('/sign-in')
})

test('of two records that became one, the fewer letters count', async () => {
  const [ann, twin] = [await aReader(context), await aReader(context)]
  await context.act((act) => preferences.save(act, ann.id, { notices: 'daily' }))
  await context.act((act) => preferences.save(act, twin.id, { newsletter: 'monthly' }))

  await preferences.mergePreferences.run(context, { person: ann.id, merged: twin.id })

  expect(await context.read((tx) => preferences.of(tx, ann.id))).toEqual({ newsletter: 'monthly', notices: 'daily' })
  expect(fewer({ newsletter: 'each', notices: 'weekly' }, { newsletter: 'each', notices: 'daily' }).notices).toBe(
    'weekly',
  )
})

test.each([
  ['2026-11-22T06:59:00Z', '2026-11-22T07:00:00Z', '2026-11-23T07:00:00Z'],
  ['2026-11-22T07:00:00Z', '2026-11-23T07:00:00Z', '2026-11-23T07:00:00Z'],
  ['2026-11-23T08:00:00Z', '2026-11-24T07:00:00Z', '2026-11-30T07:00:00Z'],
  ['2026-03-28T12:00:00Z', '2026-03-29T06:00:00Z', '2026-03-30T06:00:00Z'], // the clocks change in between
])('at %s the next morning is %s and the next Monday %s', (at, daily, weekly) => {
  expect(mornings(new Date(at), 'Europe/London')).toEqual({ daily: new Date(daily), weekly: new Date(weekly) })
})

test.each([
  ['ann.price@example.org', 'a…@example.org'],
  ['"a@b"@example.org', '"…@example.org'],
])('%s is shown as %s', (email, shown) => {
  expect(halfHidden(email)).toBe(shown)
})
