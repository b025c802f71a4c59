import { beforeEach, expect, test } from 'vitest'
import { signedInAs, visitorOf } from '../../test/browser.ts'
import { aGroup } from '../../test/groups.ts'
import { testInstallation } from '../../test/installation.ts'
import { doWaiting } from '../../test/waitingJobs.ts'
import { theHost } from '../platform/actor.ts'
import type { KnownGroup } from '../platform/groups.ts'
import { aPerson, anOfficer } from './factories.ts'
import { signInLink } from './commands.ts'
import * as sessions from './sessions.ts'
import { answerSignIn } from './signInAnswers.ts'

const installation = testInstallation()
let group: KnownGroup
const ADA = 'ada@example.org'

beforeEach(async () => {
  group = await aGroup(installation, { name: 'Fair Care' })
})
const officer = () => anOfficer(installation.context(group), { name: 'Ada', email: ADA })

/** The newest letter, as it stands before it is handed over. */
async function letter(): Promise<{ to: string; code: string; link: string }> {
  await doWaiting(installation, group, answerSignIn)
  const { rows } = await installation.owner.query<{ to_address: string; body: string }>(
    'select to_address, body from platform.letter order by id desc limit 1',
  )
  const [{ to_address, body }] = rows as [{ to_address: string; body: string }]
  return { to: to_address, code: /\b\d{6}\b/.exec(body)![0], link: new URL(/http\S+/.exec(body)![0]).pathname }
}
const letters = async () => {
  await doWaiting(installation, group, answerSignIn)
  return (await installation.owner.query('select 1 from platform.letter')).rowCount
}
const later = (minutes: number) =>
  installation.owner.query(`update people.sign_in set expires_at = expires_at - make_interval(mins => $1)`, [minutes])
const visitor = () => visitorOf(installation, group)
const asking = async (email = ADA) => {
  const browser = visitor()
  return { browser, response: await browser.post('/sign-in', { email }) }
}

test('an officer types the code from the letter and is in the office', async () => {
  await officer()
  const { browser, response } = await asking(' ADA@Example.org ')
  expect(response.headers.get('location')).toBe('/sign-in/code')
  expect((await letter()).to).toBe(ADA)

  const { code } = await letter()
  const entered = await browser.post('/sign-in/code', { code: ` ${code.slice(0, 3)} ${code.slice(3)} ` })

  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/office'])
  expect((await browser.get('/office/officers')).status).toBe(200)
})

test('the link signs in the browser that asked, once', async () => {
  await officer()
  const { browser } = await asking()
  const { link } = await letter()

  expect(await (await browser.get(link)).text()).toContain('>Sign in</button>')
  expect((await browser.post(link)).headers.get('location')).toBe('/office')

  expect((await browser.post(link)).status).toBe(410)
  expect((await browser.get(link)).status).toBe(410)
  expect((await visitor().post(link)).status).toBe(410)
})

test('a link opened a hundred times by a scanner still works, and the code too if it pressed the button', async () => {
  await officer()
  const { browser } = await asking()
  const { link, code } = await letter()
  const scanner = visitor()

  for (let i = 0; i < 100; i++) expect((await scanner.get(link)).status).toBe(200)
  expect((await scanner.post(link)).status).toBe(303)
  expect((await scanner.post(link)).status).toBe(410)

  expect((await browser.post('/sign-in/code', { code })).headers.get('location')).toBe('/office')
})

test('opened on another device, the link says so and works there once', async () => {
  await officer()
  await asking()
  const { link } = await letter()
  const phone = visitor()

  expect(await (await phone.get(link)).text()).toContain('Sign in on this device')
  expect((await phone.post(link)).status).toBe(303)
  expect((await phone.get('/office/officers')).status).toBe(200)
})

test('after fifteen minutes neither link nor code works', async () => {
  await officer()
  const { browser } = await asking()
  const { link, code } = await letter()

  await later(15)

  expect((await browser.get(link)).status).toBe(410)
  expect((await browser.post(link)).status).toBe(410)
  const refused = await browser.post('/sign-in/code', { code })
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('is too old')])
})

test('five wrong codes end the request, and the right one comes too late', async () => {
  await officer()
  const { browser } = await asking()
  const { code } = await letter()
  const wrong = code === '000000' ? '000001' : '000000'

  for (let i = 0; i < 5; i++)
    expect(await (await browser.post('/sign-in/code', { code: wrong })).text()).toContain('This is not the code')

  expect(await (await browser.post('/sign-in/code', { code })).text()).toContain('tried five times')
  expect(browser.cookies.has('session')).toBe(false)
})

test('only the code of the latest letter counts, also after it was used', async () => {
  await officer()
  const { browser } = await asking()
  const first = (await letter()).code
  await browser.post('/sign-in', { email: ADA })
  const second = (await letter()).code

  if (first !== second) expect((await browser.post('/sign-in/code', { code: first })).status).toBe(422)
  expect((await browser.post('/sign-in/code', { code: second })).status).toBe(303)

  expect((await browser.post('/sign-in/code', { code: first })).status).toBe(422)
  expect((await browser.post('/sign-in/code', { code: second })).status).toBe(422)
})

test('a code typed in another browser than asked is no code', async () => {
  await officer()
  await asking()
  const { code } = await letter()
  const other = visitor()

  expect((await other.post('/sign-in/code', { code })).headers.get('location')).toBe('/sign-in')
  other.cookies.set('sign-in', 'x'.repeat(43))
  expect((await other.post('/sign-in/code', { code })).status).toBe(422)
})

test('the page does not tell whether an address is on the register', async () => {
  await officer()
  const known = await asking()
  const written = (await installation.owner.query('select 1 from platform.letter')).rowCount
  const unknown = await asking('nobody@example.org')

  const shape = async ({ response, browser }: typeof known) => ({
    status: response.status,
    body: await response.text(),
    headers: [...response.headers].map(([name, value]) => [name, value.replace(/sign-in=[\w-]{43}/, 'sign-in=…')]),
    code: await (await browser.get('/sign-in/code')).text(),
    wrong: await (await browser.post('/sign-in/code', { code: '12 34 5x' })).text(),
  })
  expect(written).toBe(0) // nobody is looked up before the page is answered
  expect(await shape(unknown)).toEqual(await shape(known))
  expect(await letters()).toBe(1)
  expect(await shape(unknown)).toEqual(await shape(known))
  const { rows } = await installation.owner.query('select email from people.sign_in where email is not null')
  expect(rows).toEqual([])
})

test('nobody has more than five letters sent in a quarter of an hour, known or not', async () => {
  await officer()
  for (const email of [ADA, 'nobody@example.org']) {
    const browser = visitor()
    for (let i = 0; i < 5; i++) expect((await browser.post('/sign-in', { email })).status).toBe(303)
    expect((await browser.post('/sign-in', { email: email.toUpperCase() })).status).toBe(429)
  }
  expect(await letters()).toBe(5)
})

test('one network asks for at most twenty addresses in a quarter of an hour', async () => {
  const browser = visitor()
  for (let i = 0; i < 20; i++) expect((await browser.post('/sign-in', { email: `a${i}@example.org` })).status).toBe(303)

  expect((await browser.post('/sign-in', { email: 'b@example.org' })).status).toBe(429)
})

test.each([
  '',
  'ada',
  'ada@',
  '@example.org',
  'a b@example.org',
  'ada@example',
  'a@b.org, c@d.org',
  '<a@b.org>',
  `${'x'.repeat(300)}@example.org`,
  'a@b.org\nBcc: c@d.org',
])('the address “%.30s” is refused beside its field', async (email) => {
  const { response } = await asking(email)

  expect(response.status).toBe(422)
  expect(await response.text()).toContain('aria-invalid="true"')
})

test('a forged or foreign session is nobody’s', async () => {
  const other = await aGroup(installation)
  const foreign = await installation.context(other).act((act) => aPersonSession(act))
  async function aPersonSession(act: Parameters<typeof sessions.start>[0]) {
    const { id } = await act.tx
      .insertInto('people.person')
      .values({ group_id: other.id, name: 'X', created_at: act.at })
      .returning('id')
      .executeTakeFirstOrThrow()
    return sessions.start(act, { personId: id })
  }
  for (const token of ['x', '', 'x'.repeat(43), foreign, `${foreign}x`, '../../x']) {
    const browser = visitor()
    browser.cookies.set('session', token)
    expect((await browser.get('/office/officers')).headers.get('location'), token).toBe('/sign-in')
  }
})

test('one group’s link and code are worth nothing at another', async () => {
  await officer()
  const other = await aGroup(installation)
  const { browser } = await asking()
  const { link, code } = await letter()
  const elsewhere = visitorOf(installation, other)
  for (const [name, value] of browser.cookies) elsewhere.cookies.set(name, value)

  expect((await elsewhere.get(link)).status).toBe(410)
  expect((await elsewhere.post(link)).status).toBe(410)
  expect((await elsewhere.post('/sign-in/code', { code })).status).toBe(422)
})

test('signing out ends the session itself, not only the cookie', async () => {
  const browser = await signedInAs(installation, group, await officer())
  const token = browser.cookies.get('session')!

  await browser.post('/sign-out')

  expect(browser.cookies.has('session')).toBe(false)
  browser.cookies.set('session', token)
  expect((await browser.get('/office/officers')).status).toBe(303)
})

test('signing in again ends the session the browser had before', async () => {
  await officer()
  const { browser } = await asking()
  await browser.post((await letter()).link)
  const before = browser.cookies.get('session')!

  await browser.post('/sign-in', { email: ADA })
  await browser.post((await letter()).link)

  expect((await browser.get('/office/officers')).status).toBe(200)
  browser.cookies.set('session', before)
  expect((await browser.get('/office/officers')).status).toBe(303)
})

test('a session ends after thirty days', async () => {
  const browser = await signedInAs(installation, group, await officer())
  await installation.owner.query(`update people.session set expires_at = now()`)

  expect((await browser.get('/office/officers')).status).toBe(303)
})

test('somebody who holds no office signs in and is not let into the office', async () => {
  const browser = await signedInAs(installation, group, await aPerson(installation.context(group)))

  expect((await browser.get('/office/officers')).status).toBe(403)
})

test('the host’s link works in any browser, after one press, once, and stands in the journal', async () => {
  await officer()
  const said: string[] = []
  const context = {
    services: installation.services,
    owner: installation.connection,
    operands: [ADA],
    options: {},
    say: (line: string) => void said.push(line),
    progress: () => {},
  }
  await signInLink.run({
    ...context,
    groupContext: () => Promise.resolve(installation.context(group, theHost(group.id))),
  })
  const link = new URL(said[0]!).pathname
  const browser = visitor()

  expect(await (await browser.get(link)).text()).toContain('>Sign in</button>')
  expect((await browser.post(link)).headers.get('location')).toBe('/office')
  expect((await visitor().post(link)).status).toBe(410)

  const { rows } = await installation.owner.query(
    `select actor_kind from platform.journal where event = 'people.host_link_made'`,
  )
  expect(rows).toEqual([{ actor_kind: 'host' }])
  expect((await installation.owner.query('select by_host from people.session')).rows).toEqual([{ by_host: true }])
})

test('the cookie of a session is for our own pages only', async () => {
  await officer()
  const { browser } = await asking()
  const response = await browser.post((await letter()).link)

  const [cookie] = response.headers.getSetCookie().filter((line) => line.startsWith('session='))
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Lax/)
  expect(cookie).toMatch(/Path=\//)
})

test('neither token nor code is kept where it could be read', async () => {
  await officer()
  const { browser } = await asking()
  const { link, code } = await letter()
  await browser.post(link)
  const { rows } = await installation.owner.query(
    `select (select json_agg(s) from people.sign_in s)::text || (select json_agg(s) from people.session s)::text || (select json_agg(j) from platform.journal j)::text as all`,
  )

  for (const secret of [
    link.split('/').at(-1)!,
    browser.cookies.get('session')!,
    browser.cookies.get('sign-in')!,
    `"${code}"`,
    ADA,
  ]) {
    expect(rows[0].all).not.toContain(secret)
  }
})
