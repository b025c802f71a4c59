import { beforeEach, expect, test } from 'vitest'
import { type Browser, signedInAs, visitorOf } from '../../test/browser.ts'
import { aGroup } from '../../test/groups.ts'
import { testInstallation } from '../../test/installation.ts'
import { doWaiting } from '../../test/waitingJobs.ts'
import type { KnownGroup } from '../platform/groups.ts'
import { anOfficer, aSecondFactor } from './factories.ts'
import { erase, holds } from './holdings.ts'
import { endOldSessions } from './jobs.ts'
import type { Person } from './persons.ts'
import { answerSignIn } from './signInAnswers.ts'

const installation = testInstallation()
let group: KnownGroup
let ada: Person
let browser: Browser

beforeEach(async () => {
  group = await aGroup(installation)
  ada = await anOfficer(installation.context(group), { name: 'Ada', email: 'ada@example.org', role: 'editor' })
  browser = await signedInAs(installation, group, ada)
})

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0'
const rows = async (query: string) => (await installation.owner.query(query)).rows
const page = async (from = browser) => (await from.get('/my/security')).text()
const ids = async () => (await rows('select id from people.session order by started_at')).map(({ id }) => String(id))
const withFirefox = async () => {
  const from = visitorOf(installation, group)
  await from.post('/sign-in', { email: 'ada@example.org' })
  await doWaiting(installation, group, answerSignIn)
  const [{ body }] = await rows('select body from platform.letter order by id desc limit 1')
  await from.post('/sign-in/code', { code: /\b\d{6}\b/.exec(body)![0] }, { 'user-agent': FIREFOX })
  return from
}

test('somebody sees where they are signed in, roughly, and which one this is', async () => {
  await withFirefox()

  const text = await page()

  expect(text).toContain('<b>Firefox on Windows</b>')
  expect(text.match(/This browser/g)).toHaveLength(1)
  expect(JSON.stringify(await rows('select * from people.session'))).not.toContain('Gecko')
})

test('a browser that is signed out is out at its next request', async () => {
  const other = await withFirefox()
  const [, second] = await ids()

  const response = await browser.post(`/my/security/sessions/${second}/end`)

  expect(await (await browser.follow(response)).text()).toContain('That browser is signed out.')
  expect((await other.get('/office')).headers.get('location')).toBe('/sign-in')
  expect((await browser.post(`/my/security/sessions/${second}/end`)).status).toBe(404)
})

test('all others are signed out at once, and this one stays', async () => {
  const others = [await withFirefox(), await signedInAs(installation, group, ada)]

  await browser.post('/my/security/sessions/others/end')

  for (const other of others) expect((await other.get('/office')).status).toBe(303)
  expect((await browser.get('/office')).status).toBe(200)
  expect(await page()).not.toContain('Sign out all others')
})

test('nobody signs out somebody else, here or in another group', async () => {
  const [adas] = await ids()
  const other = await aGroup(installation)
  const others = [
    await signedInAs(installation, group, await anOfficer(installation.context(group))),
    await signedInAs(installation, other, await anOfficer(installation.context(other))),
  ]

  for (const from of others) {
    expect((await from.post(`/my/security/sessions/${adas}/end`)).status).toBe(404)
    await from.post('/my/security/sessions/others/end')
  }

  expect((await browser.get('/office')).status).toBe(200)
})

test('the day of last use is noted once a day', async () => {
  await rows(`update people.session set last_seen_at = now() - interval '3 days'`)
  const seen = async () => (await rows('select last_seen_at from people.session'))[0].last_seen_at

  await browser.get('/my/security')
  const first = await seen()
  await browser.get('/my/security')

  expect(Date.now() - first.getTime()).toBeLessThan(60_000)
  expect(await seen()).toEqual(first)
})

test('a visitor is led to sign in', async () => {
  for (const path of ['/my/security', '/my/security/authenticator'])
    expect((await visitorOf(installation, group).get(path)).headers.get('location')).toBe('/sign-in')
})

test('a passkey is offered until somebody says “not now”, and then no more', async () => {
  expect(await (await browser.get('/office')).text()).toContain('Sign in without waiting for a letter')

  const response = await browser.post('/my/security/offer')

  expect(response.headers.get('location')).toBe('/office')
  expect(await (await browser.get('/office')).text()).not.toContain('Sign in without waiting for a letter')
  expect(await page()).not.toContain('Not now')
})

test('an officer who must have a second factor is asked for one until it is there', async () => {
  const chair = await anOfficer(installation.context(group), { role: 'chair' })
  const from = await signedInAs(installation, group, chair)
  await from.post('/my/security/offer')
  expect(await (await from.get('/office')).text()).toContain('Add a passkey or an authenticator app')
  expect(await page(from)).toContain('Your office needs a second way')

  await aSecondFactor(installation.context(group), chair)

  expect(await (await from.get('/office')).text()).toContain('Nothing needs you today')
})

test('what is held about somebody names their passkeys, and erasing takes them and every way in', async () => {
  const context = installation.context(group)
  await aSecondFactor(context, ada)
  await browser.post('/my/security/sessions/others/end')
  const held = await context.read((tx) => holds(tx, ada.id))
  expect(held.map(({ what }) => what)).toEqual(expect.arrayContaining(['Passkey', 'Recovery codes']))

  const erased = await context.act((act) => erase(act, ada.id, { dryRun: false, secret: installation.services.secret }))

  expect(erased).toContainEqual({ what: 'Passkeys', count: 1 })
  for (const table of ['passkey', 'authenticator', 'recovery_code', 'recovery', 'second_step', 'challenge', 'session'])
    expect(await rows(`select * from people.${table}`), table).toEqual([])
})

test('every night goes what has run out', async () => {
  await browser.post('/my/security/authenticator')
  await browser.post('/my/security/passkeys/challenge')
  await rows(`update people.challenge set expires_at = now() - interval '1 minute'`)
  await rows(`update people.authenticator set made_at = now() - interval '2 days'`)

  await endOldSessions.run(installation.context(group), {})

  expect([await rows('select * from people.challenge'), await rows('select * from people.authenticator')]).toEqual([
    [],
    [],
  ])
  expect((await browser.get('/office')).status).toBe(200)
})
