import { beforeEach, expect, test } from 'vitest'
import { type Browser, signedInAs, visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { SoftPasskey, type Wish } from '../../../test/softPasskey.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import { anOfficer } from '../factories.ts'
import type { Person } from '../persons.ts'

const installation = testInstallation()
let group: KnownGroup
let ada: Person
let passkey: SoftPasskey
let browser: Browser

const originOf = ({ slug }: { slug: string }) => `http://${slug}.localhost`
beforeEach(async () => {
  group = await aGroup(installation, { name: 'Fair Care' })
  ada = await anOfficer(installation.context(group), { name: 'Ada', email: 'ada@example.org' })
  browser = await signedInAs(installation, group, ada)
  passkey = new SoftPasskey(originOf(group))
})

const challenge = async (from: Browser, path: string) => (await from.post(`${path}/challenge`)).json()
const add = async (given: { from?: Browser; key?: SoftPasskey; name?: string; wish?: Wish } = {}) => {
  const { from = browser, key = passkey, name = 'My phone', wish } = given
  return from.post('/my/security/passkeys', {
    name,
    answer: key.made(await challenge(from, '/my/security/passkeys'), wish),
  })
}
const signIn = async (wish?: Wish, from = visitorOf(installation, group)) => ({
  from,
  response: await from.post('/sign-in/passkey', {
    answer: passkey.signed(await challenge(from, '/sign-in/passkey'), wish),
  }),
})
const rows = async (query: string) => (await installation.owner.query(query)).rows
const kept = () => rows('select name, counter, last_used_at from people.passkey order by made_at')
const letters = async () =>
  (await rows('select to_address, body from platform.letter order by id')).map(
    ({ to_address, body }) => `${to_address}: ${body}`,
  )

test('a passkey is added with a name, and a letter says so', async () => {
  const response = await add()

  expect([response.status, response.headers.get('location')]).toEqual([303, '/my/security'])
  const page = await (await browser.follow(response)).text()
  expect(page).toContain('The passkey “My phone” is added.')
  expect(page).toContain('<b>My phone</b>')
  expect(await letters()).toEqual([expect.stringMatching(/^ada@example.org: A passkey was added\./)])
})

test('with a passkey alone somebody signs in, and the session is a strong one', async () => {
  await add()

  const { from, response } = await signIn()

  expect([response.status, response.headers.get('location')]).toEqual([303, '/office'])
  expect((await from.get('/office')).status).toBe(200)
  expect(await rows(`select second_factor from people.session order by started_at desc limit 1`)).toEqual([
    { second_factor: 'passkey' },
  ])
  expect((await kept())[0]).toMatchObject({ counter: 1, last_used_at: expect.any(Date) })
})

test.each<[string, (own: string) => Wish]>([
  ['signed for another website', () => ({ origin: 'http://fair-care.example' })],
  ['signed for a neighbour on the same machine', () => ({ origin: 'http://localhost' })],
  ['signed for the same host on another port', (own) => ({ origin: `${own}:81` })],
  ['bound to another host name', () => ({ rpId: 'localhost' })],
  ['with a challenge of its own', () => ({ challenge: 'x'.repeat(43) })],
])('a passkey %s is neither added nor let in', async (_, wishFor) => {
  const wish = wishFor(originOf(group))
  expect((await add({ wish })).status).toBe(422)
  expect(await kept()).toEqual([])
  await add()

  const { from, response } = await signIn(wish)

  expect(response.status).toBe(422)
  expect(from.cookies.has('session')).toBe(false)
})

test('an answer sent again is late, and so is one after five minutes', async () => {
  await add()
  const from = visitorOf(installation, group)
  const answer = passkey.signed(await challenge(from, '/sign-in/passkey'))

  expect((await from.post('/sign-in/passkey', { answer })).status).toBe(303)
  const again = await visitorOf(installation, group).post('/sign-in/passkey', { answer })
  const late = passkey.signed(await challenge(visitorOf(installation, group), '/sign-in/passkey'))
  await rows(`update people.challenge set expires_at = expires_at - interval '5 minutes'`)

  expect(again.status).toBe(422)
  expect(await again.text()).toContain('was sent twice')
  expect((await visitorOf(installation, group).post('/sign-in/passkey', { answer: late })).status).toBe(422)
})

test('an answer that was refused cannot be mended and sent again', async () => {
  await add()
  const options = await challenge(visitorOf(installation, group), '/sign-in/passkey')

  const wrong = await visitorOf(installation, group).post('/sign-in/passkey', {
    answer: passkey.signed(options, { origin: 'http://evil.example' }),
  })
  const right = await visitorOf(installation, group).post('/sign-in/passkey', { answer: passkey.signed(options) })

  expect([wrong.status, right.status]).toEqual([422, 422])
})

test('a challenge for adding a passkey signs nobody in, and none is kept as it is', async () => {
  await add()
  const options = await challenge(browser, '/my/security/passkeys')

  const response = await visitorOf(installation, group).post('/sign-in/passkey', { answer: passkey.signed(options) })

  expect(response.status).toBe(422)
  expect(JSON.stringify(await rows('select * from people.challenge'))).not.toContain(options.challenge)
})

test('a counter that goes back or stands still is a copy, and is not let in', async () => {
  await add()
  expect((await signIn({ counter: 7 })).response.status).toBe(303)

  for (const counter of [7, 6, 0]) expect((await signIn({ counter })).response.status, `${counter}`).toBe(422)

  expect((await signIn({ counter: 8 })).response.status).toBe(303)
})

test('a key that asked for no PIN, finger or face does not sign in alone', async () => {
  await add({ wish: { verified: false } })

  const { response } = await signIn({ verified: false })

  expect(response.status).toBe(422)
  expect(await response.text()).toContain('did not ask for a PIN')
})

test('a passkey of another group is unknown here', async () => {
  const other = await aGroup(installation)
  const zoe = await anOfficer(installation.context(other))
  const theirs = new SoftPasskey(originOf(other))
  await add({ from: await signedInAs(installation, other, zoe), key: theirs })
  const visitor = visitorOf(installation, group)
  const options = await challenge(visitor, '/sign-in/passkey')

  const response = await visitor.post('/sign-in/passkey', {
    answer: theirs.signed(options, { origin: originOf(group), rpId: `${group.slug}.localhost` }),
  })

  expect(response.status).toBe(422)
  expect(await response.text()).toContain('not known here')
})

test('one passkey is kept once, whoever adds it again', async () => {
  await add()
  const ben = await anOfficer(installation.context(group), { name: 'Ben' })

  const response = await add({ from: await signedInAs(installation, group, ben) })

  expect(response.status).toBe(422)
  expect(await kept()).toHaveLength(1)
})

test.each(['', '{}', 'x', '[]', 'null', JSON.stringify({ id: 'x', response: {} })])(
  'without script, and with the answer “%s”, the page says what to do instead',
  async (answer) => {
    for (const [from, path, fields] of [
      [visitorOf(installation, group), '/sign-in/passkey', {}],
      [browser, '/my/security/passkeys', { name: 'Kept name' }],
    ] as const) {
      const response = await from.post(path, { ...fields, answer })
      const page = await response.text()

      expect(response.status).toBe(422)
      expect(page).toContain('Passkeys need JavaScript')
      if ('name' in fields) expect(page).toContain('value="Kept name"')
    }
  },
)

test('a name is asked for, and is text wherever it is shown', async () => {
  expect(await (await add({ name: ' ' })).text()).toContain('Give the passkey a name')

  const page = await (await browser.follow(await add({ name: '<b onclick=x>' }))).text()

  expect(page).not.toContain('<b onclick')
})

test('an officer who must have one may remove the last one, and is told what that means', async () => {
  await add()
  const [{ id }] = await rows('select id from people.passkey')
  expect(await (await browser.get('/my/security')).text()).toContain('It is your only one')

  const response = await browser.post(`/my/security/passkeys/${id}/removal`)

  const page = await (await browser.follow(response)).text()
  expect(page).toContain('pages with people’s details or money are closed to you')
  expect(page).toContain('Your office needs a second way')
  expect(await rows('select second_factor from people.session')).toEqual([{ second_factor: null }])
  expect((await letters()).at(-1)).toContain('A passkey was removed.')
  expect((await browser.post(`/my/security/passkeys/${id}/removal`)).status).toBe(404)
})

test('nobody removes another person’s passkey, nor one of another group', async () => {
  await add()
  const [{ id }] = await rows('select id from people.passkey')
  const ben = await signedInAs(installation, group, await anOfficer(installation.context(group)))
  const other = await aGroup(installation)
  const zoe = await signedInAs(installation, other, await anOfficer(installation.context(other)))

  for (const somebody of [ben, zoe])
    expect((await somebody.post(`/my/security/passkeys/${id}/removal`)).status).toBe(404)

  expect(
    (await visitorOf(installation, group).post(`/my/security/passkeys/${id}/removal`)).headers.get('location'),
  ).toBe('/sign-in')
  expect(await kept()).toHaveLength(1)
})

test('with the first passkey, browsers let in by a letter alone are signed out', async () => {
  const old = await signedInAs(installation, group, ada)

  await add()

  expect((await old.get('/office')).headers.get('location')).toBe('/sign-in')
  expect((await browser.get('/office')).status).toBe(200)
})

test('whoever was let in by a letter alone changes nothing for somebody who has a passkey', async () => {
  await add()
  const [{ id }] = await rows('select id from people.passkey')
  const weak = await signedInAs(installation, group, ada)

  for (const path of [`passkeys/${id}/removal`, 'authenticator', 'recovery-codes', 'passkeys/challenge'])
    expect((await weak.post(`/my/security/${path}`)).status, path).toBe(403)

  expect(await kept()).toHaveLength(1)
})

test('one network asks for at most sixty challenges in a quarter of an hour', async () => {
  const visitor = visitorOf(installation, group)
  for (let i = 0; i < 60; i++) expect((await visitor.post('/sign-in/passkey/challenge')).status).toBe(200)

  expect((await visitor.post('/sign-in/passkey/challenge')).status).toBe(429)
})
