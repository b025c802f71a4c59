import { TOTP } from 'otpauth'
import { beforeEach, expect, test } from 'vitest'
import { type Browser, signedInAs, visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { doWaiting } from '../../../test/waitingJobs.ts'
import { waitingForLock } from '../../../test/locks.ts'
import { SoftPasskey } from '../../../test/softPasskey.ts'
import { theHost } from '../../platform/actor.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import { anOfficer } from '../factories.ts'
import type { Person } from '../persons.ts'
import { hostLink } from '../signIns.ts'
import { stepOf } from './totp.ts'
import { answerSignIn } from '../signInAnswers.ts'

const installation = testInstallation()
let group: KnownGroup
let ada: Person
let browser: Browser

beforeEach(async () => {
  group = await aGroup(installation, { name: 'Fair Care' })
  ada = await anOfficer(installation.context(group), { name: 'Ada', email: 'ada@example.org' })
  browser = await signedInAs(installation, group, ada)
})

const rows = async (query: string) => (await installation.owner.query(query)).rows
/** The code an app shows, so many half minutes from now. */
const codeOf = (key: string, steps = 0) =>
  new TOTP({ secret: key }).generate({ timestamp: Date.now() + steps * 30_000 })
/** Sets up an app and gives its key. The code it was confirmed with may be used again: no test waits half a minute. */
async function addApp(): Promise<string> {
  const page = await (await browser.follow(await browser.post('/my/security/authenticator'))).text()
  const key = /key-in-fours">([A-Z2-7 ]+)</.exec(page)![1]!.replaceAll(' ', '')
  const response = await browser.post('/my/security/authenticator/confirmation', { code: codeOf(key) })
  expect(response.status).toBe(303)
  await rows('update people.authenticator set last_step = 0')
  return key
}
const makeCodes = async () =>
  [
    ...(await (await browser.post('/my/security/recovery-codes')).text()).matchAll(
      /<li>([0-9A-Z]{5}-[0-9A-Z]{5})<\/li>/g,
    ),
  ].map(([, code]) => code!)
/** Signs in by letter, in a browser of its own. */
async function byLetter(from = visitorOf(installation, group)) {
  await rows('delete from platform.rate')
  await from.post('/sign-in', { email: 'ada@example.org' })
  await doWaiting(installation, group, answerSignIn)
  const [{ body }] = await rows(
    `select body from platform.letter where subject like '% is your code%' order by id desc limit 1`,
  )
  return { from, response: await from.post('/sign-in/code', { code: /\b\d{6}\b/.exec(body)![0] }) }
}
const atSecondStep = async () => (await byLetter()).from
const type = (from: Browser, code: string) => from.post('/sign-in/second-step', { code })
const wrong = (code: string) => (code === '000000' ? '000001' : '000000')

test('a code of the app follows the letter, and only then somebody is in', async () => {
  const key = await addApp()

  const { from, response } = await byLetter()

  expect(response.headers.get('location')).toBe('/sign-in/second-step')
  expect((await from.get('/office')).headers.get('location')).toBe('/sign-in')
  expect(await (await from.get('/sign-in/second-step')).text()).toContain('Code from your authenticator app')
  const entered = await type(from, ` ${codeOf(key).slice(0, 3)} ${codeOf(key).slice(3)}`)
  expect(entered.headers.get('location')).toBe('/office')
  expect((await from.get('/office')).status).toBe(200)
  expect(from.cookies.has('second-step')).toBe(false)
})

test('without a factor the letter is enough, as before', async () => {
  expect((await byLetter()).response.headers.get('location')).toBe('/office')
})

test('a code, and any of an earlier half minute, is taken once', async () => {
  const key = await addApp()
  const [next, present] = [codeOf(key, 1), codeOf(key)]
  expect((await type(await atSecondStep(), next)).status).toBe(303)

  for (const again of [next, present]) {
    const response = await type(await atSecondStep(), again)
    expect([response.status, await response.text()]).toEqual([422, expect.stringContaining('used a moment ago')])
  }
})

test('the code that confirmed an app does not sign in as well', async () => {
  const page = await (await browser.follow(await browser.post('/my/security/authenticator'))).text()
  const key = /key-in-fours">([A-Z2-7 ]+)</.exec(page)![1]!.replaceAll(' ', '')
  const code = codeOf(key)
  await browser.post('/my/security/authenticator/confirmation', { code })

  expect(await (await type(await atSecondStep(), code)).text()).toContain('used a moment ago')
})

test('of one code sent twice at the same moment one is taken', async () => {
  const key = await addApp()
  const [one, two] = [await atSecondStep(), await atSecondStep()]
  const code = codeOf(key)

  const holding = await installation.owner.connect()
  await holding.query('begin')
  await holding.query('select 1 from people.authenticator for update')

  const both = Promise.all([type(one, code), type(two, code)])
  await waitingForLock(installation.owner, 2)
  await holding.query('commit')
  holding.release()

  expect((await both).map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 422])
})

test('a code is good for its half minute and those beside it', () => {
  const at = new Date('2026-11-22T10:00:10Z')
  const key = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
  const present = Math.floor(at.getTime() / 30_000)
  const shown = (steps: number) => new TOTP({ secret: key }).generate({ timestamp: at.getTime() + steps * 30_000 })

  expect([-2, -1, 0, 1, 2].map((steps) => stepOf(key, { code: shown(steps), at }))).toEqual([
    null,
    present - 1,
    present,
    present + 1,
    null,
  ])
})

test('the codes are those of RFC 6238, appendix B, cut to six digits', () => {
  const key = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' // '12345678901234567890'

  for (const [second, code] of [
    [59, '287082'],
    [1111111109, '081804'],
    [1234567890, '005924'],
    [20000000000, '353130'],
  ] as const)
    expect(stepOf(key, { code, at: new Date(second * 1000) })).toBe(Math.floor(second / 30))
})

test('five wrong codes end the step, and ten in a quarter of an hour end trying', async () => {
  const key = await addApp()
  const bad = wrong(codeOf(key))
  const first = await atSecondStep()
  for (let i = 0; i < 5; i++) expect(await (await type(first, bad)).text()).toContain('This is not the code')
  expect(await (await type(first, codeOf(key))).text()).toContain('tried five times')

  await rows(`delete from platform.rate`)
  const second = await atSecondStep()
  const third = await atSecondStep()
  const fourth = await atSecondStep()
  for (let i = 0; i < 5; i++) await type(second, bad)
  for (let i = 0; i < 5; i++) await type(third, bad)
  expect((await type(fourth, codeOf(key))).status).toBe(429)
  expect(fourth.cookies.has('session')).toBe(false)
})

test('the second step is this browser’s, and over after a quarter of an hour', async () => {
  const key = await addApp()
  const from = await atSecondStep()
  const other = visitorOf(installation, group)

  expect((await type(other, codeOf(key))).headers.get('location')).toBe('/sign-in')
  other.cookies.set('second-step', 'x'.repeat(43))
  expect((await type(other, codeOf(key))).headers.get('location')).toBe('/sign-in')
  await rows(`update people.second_step set expires_at = expires_at - interval '15 minutes'`)
  expect((await type(from, codeOf(key))).headers.get('location')).toBe('/sign-in')
})

test('one group’s second step is worth nothing at another', async () => {
  const key = await addApp()
  const from = await atSecondStep()
  const elsewhere = visitorOf(installation, await aGroup(installation))
  for (const [name, value] of from.cookies) elsewhere.cookies.set(name, value)

  expect((await type(elsewhere, codeOf(key))).headers.get('location')).toBe('/sign-in')
})

test('the key is kept sealed, and recovery codes as hashes', async () => {
  const key = await addApp()
  const codes = await makeCodes()

  const all = JSON.stringify([
    await rows('select * from people.authenticator'),
    await rows('select * from people.recovery_code'),
    await rows('select * from platform.journal'),
    await rows('select * from platform.letter'),
  ])
  for (const secret of [key, ...codes, ...codes.map((code) => code.replace('-', ''))]) expect(all).not.toContain(secret)
})

test('an app counts once a first code has proved it, and its key is shown no more', async () => {
  await browser.post('/my/security/authenticator')
  expect((await byLetter()).response.headers.get('location')).toBe('/office')
  const page = await (await browser.get('/my/security/authenticator')).text()
  const key = /key-in-fours">([A-Z2-7 ]+)</.exec(page)![1]!.replaceAll(' ', '')
  expect(page).toContain('<svg class="qr"')

  const refused = await browser.post('/my/security/authenticator/confirmation', { code: wrong(codeOf(key)) })
  expect([refused.status, await refused.text()]).toEqual([
    422,
    expect.stringContaining('not the code that the app shows'),
  ])
  await browser.post('/my/security/authenticator/confirmation', { code: codeOf(key) })

  expect((await browser.get('/my/security/authenticator')).headers.get('location')).toBe('/my/security')
  expect((await browser.post('/my/security/authenticator')).status).toBe(409)
  expect((await byLetter()).response.headers.get('location')).toBe('/sign-in/second-step')
})

test('ten recovery codes are shown once, and each lets its owner in once', async () => {
  await addApp()
  const codes = await makeCodes()
  expect(new Set(codes).size).toBe(10)
  expect(await (await browser.get('/my/security')).text()).not.toContain(codes[0])

  const first = await type(await atSecondStep(), codes[0]!.toLowerCase().replace('-', ' '))
  const again = await type(await atSecondStep(), codes[0]!)

  expect([first.status, again.status]).toEqual([303, 422])
  expect(await (await browser.get('/my/security')).text()).toContain('9 of 10 left')
  expect(JSON.stringify(await rows('select body from platform.letter'))).toContain(
    'A recovery code was used to sign in.',
  )
})

test('new recovery codes end the old ones, and one person’s are nobody else’s', async () => {
  await addApp()
  const [old] = await makeCodes()
  const [fresh] = await makeCodes()
  const ben = await anOfficer(installation.context(group), { name: 'Ben' })
  const bens = await signedInAs(installation, group, { ...ben, strongly: true })
  const theirs = /<li>([0-9A-Z]{5}-[0-9A-Z]{5})<\/li>/.exec(
    await (await bens.post('/my/security/recovery-codes')).text(),
  )![1]!

  for (const code of [old!, theirs]) expect((await type(await atSecondStep(), code)).status).toBe(422)
  expect((await type(await atSecondStep(), fresh!)).status).toBe(303)
})

test('a passkey is a second step too, a plain key among them, but only one’s own', async () => {
  const add = async (from: Browser, key: SoftPasskey) => {
    const options = await (await from.post('/my/security/passkeys/challenge')).json()
    return from.post('/my/security/passkeys', { name: 'Key', answer: key.made(options, { verified: false }) })
  }
  const [mine, bens] = [
    new SoftPasskey(`http://${group.slug}.localhost`),
    new SoftPasskey(`http://${group.slug}.localhost`),
  ]
  await add(browser, mine)
  await add(await signedInAs(installation, group, await anOfficer(installation.context(group))), bens)
  const from = await atSecondStep()
  const answer = async (key: SoftPasskey) =>
    from.post('/sign-in/second-step/passkey', {
      answer: key.signed(await (await from.post('/sign-in/second-step/passkey/challenge')).json(), { verified: false }),
    })

  expect((await answer(bens)).status).toBe(422)
  expect((await answer(mine)).headers.get('location')).toBe('/office')
})

test('a host’s link counts as the second factor', async () => {
  await addApp()
  const link = await installation
    .context(group, theHost(group.id))
    .act((act) => hostLink(act, { person: ada, origin: 'http://x' }))
  const from = visitorOf(installation, group)

  expect((await from.post(new URL(link).pathname)).headers.get('location')).toBe('/office')
  expect((await from.post('/my/security/recovery-codes')).status).toBe(200)
})

test('under another secret the app’s codes cannot be checked, and the page says so', async () => {
  const key = await addApp()
  await rows(`update people.authenticator set sealed_secret = 'v1.' || repeat('A', 60)`)

  expect(await (await type(await atSecondStep(), codeOf(key))).text()).toContain('cannot be checked here any more')
})

test('with the app removed the letter is enough again, and recovery codes go too', async () => {
  await addApp()
  await makeCodes()

  const page = await (await browser.follow(await browser.post('/my/security/authenticator/removal'))).text()

  expect(page).toContain('The authenticator app is removed.')
  expect(await rows('select * from people.recovery_code')).toEqual([])
  expect((await byLetter()).response.headers.get('location')).toBe('/office')
})
