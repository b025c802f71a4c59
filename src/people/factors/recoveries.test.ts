import { beforeEach, expect, test } from 'vitest'
import { type Browser, signedInAs, visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { doWaiting } from '../../../test/waitingJobs.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import type { Role } from '../../platform/roles.ts'
import { anOfficer, aSecondFactor } from '../factories.ts'
import type { Person } from '../persons.ts'
import { answerSignIn } from '../signInAnswers.ts'

const installation = testInstallation()
let group: KnownGroup
let ada: Person
let ben: Person
let bens: Browser

beforeEach(async () => {
  group = await aGroup(installation, { name: 'Fair Care' })
  const context = installation.context(group)
  ada = await anOfficer(context, { name: 'Ada', email: 'ada@example.org', role: 'treasurer' })
  ben = await anOfficer(context, { name: 'Ben', email: 'ben@example.org', role: 'secretary' })
  await aSecondFactor(context, ada)
  bens = await signedInAs(installation, group, { ...ben, strongly: true })
})

const rows = async (query: string) => (await installation.owner.query(query)).rows
const letters = async () =>
  (
    await rows(`select to_address, subject from platform.letter where subject not like '% is your code%' order by id`)
  ).map(({ to_address, subject }) => `${to_address}: ${subject}`)
async function byLetter(email = 'ada@example.org') {
  await rows('delete from platform.rate')
  const from = visitorOf(installation, group)
  await from.post('/sign-in', { email })
  await doWaiting(installation, group, answerSignIn)
  const [{ body }] = await rows(
    `select body from platform.letter where subject like '% is your code%' order by id desc limit 1`,
  )
  await from.post('/sign-in/code', { code: /\b\d{6}\b/.exec(body)![0] })
  return from
}
const ask = async () => {
  const from = await byLetter()
  return { from, response: await from.post('/sign-in/recovery') }
}
const address = async () =>
  `/office/officers/recoveries/${(await rows('select id from people.recovery order by asked_at desc limit 1'))[0].id}`
const states = async () => (await rows('select state from people.recovery order by asked_at')).map(({ state }) => state)
const startAfresh = (from: Browser) => from.post('/sign-in/recovery/fresh-start')

test('somebody who lost everything asks, another officer confirms, and they start afresh', async () => {
  const elsewhere = await signedInAs(installation, group, { ...ada, strongly: true })
  const { response } = await ask()
  expect(response.headers.get('location')).toBe('/sign-in/second-step')
  expect(await (await bens.get('/office')).text()).toContain('Ada asks for help to sign in')
  expect(await (await bens.get(await address())).text()).toContain('Help Ada sign in again')

  const confirmed = await bens.post(await address())
  const from = await byLetter()
  expect(await (await from.get('/sign-in/second-step')).text()).toContain('Another officer has confirmed')
  const entered = await startAfresh(from)

  expect(confirmed.headers.get('location')).toBe('/office/officers')
  expect(entered.headers.get('location')).toBe('/office')
  expect((await from.get('/office')).status).toBe(200)
  expect((await elsewhere.get('/office')).headers.get('location')).toBe('/sign-in')
  for (const table of ['passkey', 'authenticator', 'recovery_code'])
    expect(await rows(`select * from people.${table} where person_id = '${ada.id}'`), table).toEqual([])
  expect(await (await from.get('/office')).text()).toContain('Add a passkey or an authenticator app')
})

test('everybody concerned gets a letter, and the journal has ids only', async () => {
  await ask()
  await bens.post(await address())
  await startAfresh(await byLetter())

  expect(await letters()).toEqual([
    'ben@example.org: Ada asks for help to sign in to Fair Care',
    'ada@example.org: You can sign in to Fair Care again',
    'ben@example.org: You helped Ada to sign in to Fair Care',
    'ada@example.org: How you sign in to Fair Care has changed',
    'ben@example.org: Ada has signed in to Fair Care again',
  ])
  const journal = await rows(
    `select event, actor_kind, actor_id, payload from platform.journal where event like 'people.recovery\\__%' escape '\\' order by id`,
  )
  const [{ id }] = await rows('select id from people.recovery')
  const payload = { person: ada.id, recovery: id }
  expect(journal.filter(({ event }) => !event.includes('codes'))).toEqual([
    { event: 'people.recovery_asked', actor_kind: 'visitor', actor_id: null, payload },
    { event: 'people.recovery_confirmed', actor_kind: 'person', actor_id: ben.id, payload },
    { event: 'people.recovery_used', actor_kind: 'visitor', actor_id: null, payload },
  ])
})

test('before anybody has confirmed it, asking opens nothing', async () => {
  const { from } = await ask()

  expect((await startAfresh(from)).status).toBe(409)
  expect(from.cookies.has('session')).toBe(false)
  expect(await rows(`select * from people.passkey`)).toHaveLength(1)
})

test('a day after it was confirmed it is too late', async () => {
  await ask()
  await bens.post(await address())
  await rows(`update people.recovery set ends_at = ends_at - interval '24 hours'`)

  expect((await startAfresh(await byLetter())).status).toBe(409)
})

test('what was used once opens nothing again', async () => {
  await ask()
  await bens.post(await address())
  await startAfresh(await byLetter())
  await aSecondFactor(installation.context(group), ada)

  expect((await startAfresh(await byLetter())).status).toBe(409)
})

test('nobody helps themselves', async () => {
  await aSecondFactor(installation.context(group), ben)
  await anOfficer(installation.context(group), { role: 'chair' })
  await (await byLetter('ben@example.org')).post('/sign-in/recovery')

  expect(await (await bens.get(await address())).text()).toContain('Only another officer can confirm it')
  expect((await bens.post(await address())).status).toBe(403)
  expect((await bens.post(`${await address()}/refusal`)).status).toBe(403)
  expect(await states()).toEqual(['asked'])
})

test.each<Role>(['treasurer', 'membership', 'editor', 'policy', 'parliament', 'coordinator'])(
  'the %s helps nobody, even with a passkey',
  async (role) => {
    await ask()
    const officer = await anOfficer(installation.context(group), { role })
    const from = await signedInAs(installation, group, { ...officer, strongly: true })

    for (const answer of [from.get(await address()), from.post(await address())])
      expect((await answer).status).toBe(403)
  },
)

test('whoever was let in by a letter alone helps nobody, and is led to set up a second factor', async () => {
  await ask()
  const weak = await signedInAs(installation, group, ben)

  const response = await weak.post(await address())

  expect(response.status).toBe(403)
  expect(await response.text()).toContain('href="/my/security"')
  expect(await states()).toEqual(['asked'])
})

test('a request of another group is not there', async () => {
  await ask()
  const other = await aGroup(installation)
  const zoe = await anOfficer(installation.context(other), { role: 'chair' })
  const theirs = await signedInAs(installation, other, { ...zoe, strongly: true })

  for (const path of [await address(), `/office/officers/recoveries/${crypto.randomUUID()}`]) {
    expect((await theirs.get(path)).status).toBe(404)
    expect((await theirs.post(path)).status).toBe(404)
  }
})

test('refused, nothing changes, and the person is told', async () => {
  await ask()

  await bens.post(`${await address()}/refusal`)

  expect(await states()).toEqual(['refused'])
  expect((await bens.post(await address())).status).toBe(404)
  expect((await letters()).at(-1)).toBe('ada@example.org: Your request for help to sign in to Fair Care')
})

test('of two officers the first to answer counts', async () => {
  await ask()
  const chair = await anOfficer(installation.context(group), { role: 'chair' })
  const chairs = await signedInAs(installation, group, { ...chair, strongly: true })

  expect([(await bens.post(await address())).status, (await chairs.post(await address())).status]).toEqual([303, 409])
})

test('asking again changes nothing, and more than three times a day is too often', async () => {
  const { from } = await ask()
  for (let i = 0; i < 5; i++) expect((await from.post('/sign-in/recovery')).status).toBe(303)
  expect(await states()).toEqual(['asked'])

  for (let i = 0; i < 2; i++) {
    await rows(`update people.recovery set state = 'refused'`)
    expect((await from.post('/sign-in/recovery')).status).toBe(303)
  }
  await rows(`update people.recovery set state = 'refused'`)
  expect((await from.post('/sign-in/recovery')).status).toBe(429)
})

test('with nobody else to help, the page names the host as the last road', async () => {
  await rows(`update people.role_held set to_on = from_on where role = 'secretary'`)
  const from = await byLetter()

  expect(await (await from.get('/sign-in/recovery')).text()).toContain('Ask whoever runs this website')
  expect((await from.post('/sign-in/recovery')).status).toBe(409)
})

test('whoever signs in with a factor after all needs no help any more', async () => {
  await ask()
  await bens.post(await address())
  const strong = await signedInAs(installation, group, { ...ada, strongly: true })
  const page = await (await strong.post('/my/security/recovery-codes')).text()
  const from = await byLetter()

  await from.post('/sign-in/second-step', { code: /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(page)![0] })

  expect(await states()).toEqual(['withdrawn'])
  expect((await startAfresh(await byLetter())).status).toBe(409)
})

test('a stranger is led to the beginning', async () => {
  const stranger = visitorOf(installation, group)

  for (const path of ['/sign-in/second-step', '/sign-in/recovery'])
    expect((await stranger.get(path)).headers.get('location')).toBe('/sign-in')
  for (const path of ['/sign-in/recovery', '/sign-in/recovery/fresh-start', '/sign-in/second-step/passkey/challenge'])
    expect((await stranger.post(path)).status).toBe(410)
})
