import { expect, test } from 'vitest'
import { type Browser, signedInAs } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import type { Role } from '../../platform/roles.ts'
import { anOfficer } from '../factories.ts'
import { jobs } from '../jobs.ts'

const installation = testInstallation()

async function anOffice({ role = 'membership', strongly = true }: { role?: Role; strongly?: boolean } = {}) {
  const group = await aGroup(installation)
  const context = installation.context(group)
  const officer = await anOfficer(context, { role, name: 'Olu Officer', email: 'olu@example.org' })
  return { context, group, browser: await signedInAs(installation, group, { id: officer.id, strongly }) }
}
const HOME = '/office/register/import'
const LIST = 'Full name,E-mail,Joined\nAnn Price,ann@example.org,3/4/2019\nBob Lee,bob at example.org,\n'
const sent = (browser: Browser, text: string | Uint8Array<ArrayBuffer>, name = 'members.csv') =>
  browser.post(HOME, { list: new File([text], name) })
const people = async () =>
  (
    await installation.owner.query<{ name: string }>(
      `select name from people.person where email is distinct from 'olu@example.org' order by name`,
    )
  ).rows.map(({ name }) => name)

/** Sends a list, takes the columns as they are guessed, and gives the address of its page. */
async function checked(browser: Browser, text = LIST): Promise<string> {
  const place = (await sent(browser, text)).headers.get('location')!
  const page = await (await browser.get(place)).text()
  const columns = Object.fromEntries(
    [...page.matchAll(/<select[^>]*name="(column-\d+)"[^>]*>(.*?)<\/select>/gs)].map(([, name, options]) => [
      name!,
      /<option value="([^"]*)" selected/.exec(options!)?.[1] ?? '',
    ]),
  )
  const matched = await browser.post(`${place}/columns`, { ...columns, kind: 'member', evidence: '', prefer: 'list' })
  expect(matched.status).toBe(303)
  return place
}

test('a list is sent, matched, checked, mended, brought in and undone', async () => {
  const { browser } = await anOffice()
  const place = (await sent(browser, LIST)).headers.get('location')!
  const matching = await (await browser.get(place)).text()
  expect(matching).toContain('“Ann Price”')

  const matched = await browser.post(`${place}/columns`, {
    'column-0': 'name',
    'column-1': 'email',
    'column-2': 'joined_on',
    kind: 'member',
    evidence: '',
    prefer: 'list',
  })
  const check = await (await browser.follow(matched)).text()
  expect(check).toContain('2 rows: 1 new, 0 changed, 0 as before, 1 with a problem.')
  expect(check).toContain('Row\u00a03')
  expect(check).toContain('has no @. Is it bob@example.org?')

  await browser.post(`${place}/rows/2?state=problem`, { decision: 'save', 'cell-2-1': 'bob@example.org' })
  expect(await (await browser.get(place)).text()).toContain('Bring in 2 people')
  const arrived = await browser.follow(await browser.post(`${place}/arrival`))
  expect(await arrived.text()).toContain('2 new')
  expect(await people()).toEqual(['Ann Price', 'Bob Lee'])

  await browser.post(`${place}/reversal`)
  expect(await people()).toEqual([])
  expect(await (await browser.get(place)).text()).toContain('Undone')
})

test('a row may be left out and taken in again, and a whole list given up', async () => {
  const { browser } = await anOffice()
  const place = await checked(browser)

  await browser.post(`${place}/rows/1?state=new`, { decision: 'left_out' })
  expect(await (await browser.get(`${place}?state=left_out`)).text()).toContain('Ann Price')
  await browser.post(`${place}/rows/1?state=left_out`, { decision: 'taken_back' })
  expect(await (await browser.get(`${place}?state=new`)).text()).toContain('Ann Price')

  await browser.post(`${place}/removal`)
  expect((await browser.get(place)).status).toBe(404)
  expect((await installation.owner.query('select 1 from people.import')).rows).toEqual([])
})

test('who may be the same person is asked, and the answer stands', async () => {
  const { browser } = await anOffice()
  const place = await checked(browser, 'Name,Email,Postcode\nAnn Price,ann@example.org,SY1 1AA\n')
  await browser.post(`${place}/arrival`)
  const again = await checked(browser, 'Name,Email,Postcode\nAnn Price,price@example.org,SY1 1AA\n')
  expect(await (await browser.get(again)).text()).toContain('with another email address. Is it the same person?')

  await browser.post(`${again}/rows/1`, { decision: 'another' })
  expect(await (await browser.get(again)).text()).toContain('1 new')
  await browser.post(`${again}/rows/1`, { decision: 'taken_back' })
  await browser.post(`${again}/rows/1`, { decision: 'same' })

  expect(await (await browser.get(again)).text()).toContain('1 as before')
})

test('pasted names are shown as they were understood before they come in', async () => {
  const { browser } = await anOffice()

  const place = await browser.post(`${HOME}/names`, {
    names: 'Ann Price, ann@example.org, met in Leek\n- Bob Lee <bob@example.org>',
  })
  const page = await (await browser.follow(place)).text()

  expect(page).toContain('2 rows: 2 new')
  expect(page).toContain('value="met in Leek"')
  await browser.post(`${place.headers.get('location')}/arrival`)
  expect(await people()).toEqual(['Ann Price', 'Bob Lee'])
})

test('what is no list is refused in a sentence, and nothing of it is kept', async () => {
  const { browser } = await anOffice()

  const refused = await sent(browser, '%PDF-1.7', 'members.pdf')
  const none = await browser.post(`${HOME}/names`, { names: ' ' })

  expect([refused.status, none.status]).toEqual([415, 422])
  expect(await refused.text()).toContain('This is a PDF.')
  expect(await none.text()).toContain('Paste the names')
})

test('two columns cannot be one thing, and somebody must have a name or an address', async () => {
  const { browser } = await anOffice()
  const place = (await sent(browser, LIST)).headers.get('location')!
  const rest = { kind: 'member', evidence: '', prefer: 'list' }

  const twice = await browser.post(`${place}/columns`, { 'column-0': 'email', 'column-1': 'email', ...rest })
  const nobody = await browser.post(`${place}/columns`, { 'column-2': 'joined_on', ...rest })

  expect([twice.status, nobody.status]).toEqual([422, 422])
  expect(await twice.text()).toContain('Another column is “Email address” already.')
  expect(await nobody.text()).toContain('Say which column has the names')
})

test('a long list is read and brought in by the worker', async () => {
  const { browser } = await anOffice()
  const rows = Array.from(
    { length: 12_000 },
    (_, i) => `Person ${i},person${i}@example.org,Notes that make a list long enough for the worker\n`,
  )
  const place = await checked(browser, `Name,Email,Notes\n${rows.join('')}`)
  expect(await (await browser.get(place)).text()).toContain('Reading the list')

  const work = { jobs, timetable: [], listeners: [] }
  await installation.runJobs(work)
  expect(await (await browser.get(place)).text()).toContain('Bring in 12,000 people')
  await browser.post(`${place}/arrival`)
  expect(await (await browser.get(place)).text()).toContain('Bringing the list in')
  await installation.runJobs(work)

  expect((await people()).length).toBe(12_000)
})

test('only those who keep the register bring people in, with a second factor', async () => {
  const editor = await anOffice({ role: 'editor' })
  const weak = await anOffice({ strongly: false })

  expect((await editor.browser.get(HOME)).status).toBe(403)
  expect((await sent(editor.browser, LIST)).status).toBe(403)
  expect(await (await weak.browser.get(HOME)).text()).toContain('second way to show that it is you')
})
