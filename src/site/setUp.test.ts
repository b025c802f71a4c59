import { expect, test } from 'vitest'
import { browserAt } from '../../test/browser.ts'
import { aGroup } from '../../test/groups.ts'
import { testInstallation } from '../../test/installation.ts'
import { persons } from '../people/index.ts'
import { presets } from '../ui/theme.ts'
import { presetNames } from './forms.ts'
import { makeSetUp } from './setUp.ts'

const installation = testInstallation()

const fields = {
  name: 'Fair Care Forum',
  colour: 'plum',
  slug: '',
  officer_name: 'Margaret Ellison',
  officer_email: 'margaret@example.org',
}

/** A host before an empty installation, with the one-time address from the terminal. */
function aHost(host = 'care.example') {
  const setUp = makeSetUp(installation.services)
  return {
    host: browserAt(installation, host, setUp),
    path: setUp.path,
    anotherBrowser: () => browserAt(installation, host, setUp),
  }
}

test('while there is no group every address says so and names nobody', async () => {
  const { host } = aHost()

  for (const path of ['/', '/office', '/2026/11/a-post', '/set-up/wrong', '/my']) {
    const response = await host.get(path)

    expect(response.status).toBe(503)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.text()).toContain('This website is being set up')
  }
})

test('only the whole one-time address shows the form', async () => {
  const { host, path } = aHost()

  expect((await host.get(path)).status).toBe(200)
  expect((await host.get(path.slice(0, -1))).status).toBe(503)
  expect((await host.post('/set-up/guessed', fields)).status).toBe(503)
  expect(installation.services.groups.all).toHaveLength(0)
})

test('the first officer sets the group up, is signed in at once and lands on Today', async () => {
  const { host, path } = aHost()

  const response = await host.post(path, fields)
  const today = await (await host.follow(response)).text()

  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe('/office')
  expect(today).toMatch(/Good (morning|afternoon|evening), Margaret/)
  expect(today).toContain('Finish setting up')
  const [group] = installation.services.groups.all
  expect(group).toMatchObject({ name: 'Fair Care Forum', slug: 'fair-care-forum', hosts: ['care.example'], hue: 310 })
})

test.each(presetNames)('a group may choose %s', async (colour) => {
  const { host, path } = aHost()

  expect((await host.post(path, { ...fields, colour })).status).toBe(303)
  expect(installation.services.groups.all[0]!.hue).toBe(presets[colour].hue)
})

test('a name that only this machine knows is not registered as the group’s host', async () => {
  const { host, path } = aHost('localhost:3000')

  await host.post(path, fields)

  expect(installation.services.groups.all[0]!.hosts).toEqual([])
  expect((await host.get('/')).status).toBe(200)
})

test('the one-time address is over once there is a group, in any browser', async () => {
  const { host, path, anotherBrowser } = aHost()
  await host.post(path, fields)
  const stranger = anotherBrowser()

  const answers = [await stranger.get(path), await stranger.post(path, fields), await stranger.post(`${path}/sample`)]

  expect(answers.map(({ status }) => status)).toEqual([410, 410, 410])
  expect(stranger.cookies.size).toBe(0)
  expect(installation.services.groups.all).toHaveLength(1)
})

test('it is over too when the host made a group at the command line meanwhile', async () => {
  const { host, path } = aHost()
  await host.get(path)
  await aGroup(installation, { slug: 'quick' })

  expect((await host.post(path, fields)).status).toBe(410)
  expect(installation.services.groups.all).toHaveLength(1)
})

test('a form sent twice at once makes one group, and both answers sign in', async () => {
  const { host, path, anotherBrowser } = aHost()
  const second = anotherBrowser()

  const [one, two] = await Promise.all([host.post(path, fields), second.post(path, fields)])

  expect([one.status, two.status]).toEqual([303, 303])
  expect(installation.services.groups.all).toHaveLength(1)
  expect((await second.get('/office')).status).toBe(200)
})

test('a refused form says what to do beside each field and keeps what was typed', async () => {
  const { host, path } = aHost()

  const response = await host.post(path, { ...fields, name: ' ', officer_email: 'margaret at home', slug: 'Ünfit/..' })
  const page = await response.text()

  expect(response.status).toBe(422)
  expect(page).toContain('<title>Error: ')
  expect(page).toContain('Enter the name of the group.')
  expect(page).toContain('Enter an email address in the right format')
  expect(page).toContain('Use small letters, digits and hyphens')
  expect(page).toContain('value="margaret at home"')
  expect(page).toContain('value="plum" checked')
  expect(installation.services.groups.all).toHaveLength(0)
})

test('a refused form suggests the short name the group would get', async () => {
  const { host, path } = aHost()

  const page = await (await host.post(path, { ...fields, officer_email: '' })).text()

  expect(page).toContain('value="fair-care-forum"')
})

test('what people type is shown as words, never as markup', async () => {
  const { host, path } = aHost()

  const page = await (await host.post(path, { ...fields, name: '<script>alert(1)</script>', officer_email: '' })).text()

  expect(page).not.toContain('<script>alert')
  expect(page).toContain('&lt;script&gt;')
})

test('a form from another website is refused', async () => {
  const { host, path } = aHost()

  const response = await host.post(path, fields, { 'sec-fetch-site': 'cross-site' })

  expect(response.status).toBe(403)
  expect(installation.services.groups.all).toHaveLength(0)
})

test('when the first officer cannot be added there is no group either', async () => {
  const { groups } = installation.services

  const founding = groups.create({ name: 'Half', slug: 'half', hosts: [] }, async (act) => {
    await persons.addOrFind(act, { name: '', email: 'nobody@example.org' }) // the database wants a name
  })

  await expect(founding).rejects.toThrow()
  expect((await installation.owner.query(`select from platform.group`)).rowCount).toBe(0)
})

test('two groups on one installation may not share a short name', async () => {
  await aGroup(installation, { slug: 'care' })

  await expect(aGroup(installation, { slug: 'care' })).rejects.toThrow('already a group with the short name “care”')
})

test('one press makes the sample group instead and signs in as its chair', async () => {
  const { host, path } = aHost()

  const response = await host.post(`${path}/sample`)

  expect(response.headers.get('location')).toBe('/office')
  expect(await (await host.follow(response)).text()).toContain('Nora Whitlock')
  expect(await (await host.get('/')).text()).toContain('Tamsel Rivers Forum')
})
