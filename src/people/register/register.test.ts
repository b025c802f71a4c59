import { beforeEach, expect, test } from 'vitest'
import { type Browser, signedInAs } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import type { Role } from '../../platform/roles.ts'
import type { GroupContext } from '../../platform/slice.ts'
import { anOfficer } from '../factories.ts'
import * as persons from '../persons.ts'
import * as topics from '../topics.ts'
import { idsOf } from './savedViews.ts'

const installation = testInstallation()
let group: KnownGroup
let context: GroupContext
let secretary: Browser

beforeEach(async () => {
  group = await aGroup(installation, { slug: 'weir' })
  context = installation.context(group)
  secretary = await officer('secretary')
})

async function officer(role: Role): Promise<Browser> {
  const person = await anOfficer(context, { role })
  return signedInAs(installation, group, { ...person, strongly: true })
}
const member = (name: string, facts: Partial<persons.Facts> = {}) =>
  context.act((act) =>
    persons.addOrFind(act, {
      email: `${name.toLowerCase().replaceAll(/[^a-z]/g, '')}@example.org`,
      kind: 'member',
      ...facts,
      name,
    }),
  )
const page = async (browser: Browser, path = ''): Promise<string> =>
  (await browser.get(`/office/register${path}`)).text()
const flash = async (browser: Browser, response: Response): Promise<string> => (await browser.follow(response)).text()
const rowOf = async (name: string) =>
  (await installation.owner.query<Record<string, unknown>>('select * from people.person where name = $1', [name]))
    .rows[0]!
const undoOf = (html: string): string => /name="act" value="([^"]+)"/.exec(html)![1]!

test.each([
  ['sian', true],
  ['SIÂN grif', true],
  ['sian@', false],
  ['siangriffiths@example', true],
  ['cf31', true],
  ['cf314wb', true],
  ['%', false],
  ['obrien', false],
])('a search for %s finds Siân Griffiths: %s', async (sought, found) => {
  await member('Siân Griffiths', { email: 'siangriffiths@example.org', postcode: 'CF31 4WB' })

  const html = await page(secretary, `?q=${encodeURIComponent(sought)}`)

  expect(html.includes('Siân Griffiths')).toBe(found)
})

test('a word in a note finds the person it is about', async () => {
  const ann = await member('Ann Price')
  await secretary.post(`/office/register/${ann.id}/notes`, { words: 'Plays the Euphonium.' })

  expect(await page(secretary, '?q=euphonium')).toContain('Ann Price')
  expect(await page(await officer('treasurer'), '?q=euphonium')).not.toContain('Ann Price')
})

test('filters narrow together, and what cannot be read is as if it were not asked', async () => {
  await member('Ann Price', { region: 'W92000004' })
  await member('Ben Orme', { region: 'S92000003' })

  expect(await page(secretary, '?region=W92000004&kind=member')).not.toContain('Ben Orme')
  expect(await page(secretary, '?region=nowhere&kind=emperor&page=-4&from=yesterday')).toContain('Ben Orme')
})

test('a view is kept with its count, without the words sought, and holds the people of a newsletter', async () => {
  const offer = await context.act((act) => topics.addOrFind(act, 'offer', 'Baking'))
  const ann = await member('Ann Price')
  await member('Ben Orme')
  await context.act((act) => topics.choose(act, ann.id, [offer]))

  const html = await flash(
    secretary,
    await secretary.post('/office/register/views', { name: 'Bakers', query: `q=Ann&offer=${offer}`, shared: 'yes' }),
  )

  expect(html).toMatch(/Bakers<span>1<\/span>/)
  const { rows } = await installation.owner.query<{ query: string }>('select query from people.saved_view')
  expect(rows).toEqual([{ query: `offer=${offer}` }])
  const ids = await context.read((tx) =>
    idsOf(rows[0]!.query, { groupId: group.id, today: '2026-11-22' })
      .execute(tx)
      .then((found) => found.rows),
  )
  expect(ids).toEqual([{ id: ann.id }])
  expect(await page(await officer('treasurer'))).toContain('Bakers')
})

test('what is done with ticked people is undone together', async () => {
  const [ann, ben] = [await member('Ann Price'), await member('Ben Orme')]

  const html = await flash(
    secretary,
    await secretary.post('/office/register/changes', { id: [ann.id, ben.id], want: 'lapse', back: 'kind=member' }),
  )
  const lapsed = [(await rowOf('Ann Price'))['status'], (await rowOf('Ben Orme'))['status']]
  await secretary.post('/office/undo', { act: undoOf(html) })

  expect(html).toContain('2 people are now lapsed.')
  expect(lapsed).toEqual(['lapsed', 'lapsed'])
  expect([(await rowOf('Ann Price'))['status'], (await rowOf('Ben Orme'))['status']]).toEqual(['current', 'current'])
})

test('who lapsed is current again when they renew, for a year from today', async () => {
  const ann = await member('Ann Price', { renewsOn: '2020-01-01' })
  await secretary.post(`/office/register/${ann.id}/status`, { status: 'lapsed' })

  await secretary.post(`/office/register/${ann.id}/renewal`)

  const row = await rowOf('Ann Price')
  expect(row['status']).toBe('current')
  expect(Number(String(row['renews_on']).slice(0, 4))).toBe(new Date().getFullYear() + 1)
})

test('a fact is changed where it stands; a wrong one comes back as it was typed', async () => {
  const ann = await member('Ann Price')
  await member('Ben Orme', { email: 'ben@example.org' })
  const change = (fact: string, value: string) =>
    secretary.post(`/office/register/${ann.id}/facts/${fact}`, { [fact]: value })

  await change('postcode', 'sy11lh')
  const wrong = await change('email', 'ann at home')
  const taken = await change('email', 'BEN@example.org')

  expect(await rowOf('Ann Price')).toMatchObject({ postcode: 'SY1 1LH', council: 'E06000051' })
  expect([wrong.status, taken.status]).toEqual([422, 422])
  expect(await wrong.text()).toContain('value="ann at home"')
  expect(await taken.text()).toContain('Somebody else on the register has this email address.')
})

test('a record that is held and not used is changed by nobody, until that is lifted', async () => {
  const ann = await member('Ann Price')
  await installation.owner.query(`update people.person set restricted_at = now() where id = $1`, [ann.id])

  const note = await secretary.post(`/office/register/${ann.id}/notes`, { words: 'Something' })
  const bulk = await flash(
    secretary,
    await secretary.post('/office/register/changes', { id: ann.id, want: 'lapse', back: '' }),
  )
  const shown = await page(secretary, `/${ann.id}`)
  await secretary.post(`/office/register/${ann.id}/restriction/lifting`)

  expect(note.status).toBe(409)
  expect(bulk).toContain('1 person was left out')
  expect(shown).toContain('Held and not used')
  expect(shown).not.toContain(`/office/register/${ann.id}/facts/`)
  expect((await secretary.post(`/office/register/${ann.id}/notes`, { words: 'Something' })).status).toBe(303)
})

test('opening a record is noted once, and a merged one leads to the record it became part of', async () => {
  const [ann, old] = [await member('Ann Price'), await member('A Price')]
  await installation.owner.query('update people.person set merged_into = $1, email = null where id = $2', [
    ann.id,
    old.id,
  ])

  await page(secretary, `/${ann.id}`)
  await page(secretary, `/${ann.id}/notes`)
  const moved = await secretary.get(`/office/register/${old.id}/notes`)

  expect([moved.status, moved.headers.get('location')]).toEqual([301, `/office/register/${ann.id}/notes`])
  const { rowCount } = await installation.owner.query(`select 1 from people.reading where how = 'page'`)
  expect(rowCount).toBe(1)
})

test('a yes on paper needs what shows it, and a no stands against an officer', async () => {
  const ann = await member('Ann Price')
  const say = (what: 'yes' | 'no', more: Record<string, string>) =>
    secretary.post(`/office/register/${ann.id}/agreed/${what}`, { purpose: 'newsletter', channel: 'paper', ...more })

  const bare = await say('yes', { evidence: '' })
  await say('yes', { evidence: 'Signed form' })
  const yes = await page(secretary, `?consent=yes`)
  await say('no', {})

  expect(bare.status).toBe(422)
  expect(yes).toContain('Ann Price')
  await page(secretary) // the sentence that names her is said once
  expect(await page(secretary, `?consent=yes`)).not.toContain('Ann Price')
  expect(await page(secretary, `?consent=no`)).toContain('Ann Price')
})

test('somebody is added with the right by which they are held, and who is there already is pointed to', async () => {
  const fields = { name: 'Ann Price', kind: 'member', email: 'ann@example.org', postcode: 'SY1 1LH', channel: 'paper' }
  const add = (more: Record<string, string> = {}) =>
    secretary.post('/office/register', { evidence: 'Form', ...fields, ...more })

  const made = await add()
  const sameAddress = await add({ name: 'Anne Price' })
  const sameName = await add({ email: 'other@example.org' })
  const another = await add({ email: 'other@example.org', another: 'yes' })
  const supporter = await add({ name: 'Sue Porter', email: '', kind: 'supporter', evidence: '' })

  expect([made, sameAddress, sameName, another, supporter].map(({ status }) => status)).toEqual([
    303, 422, 422, 303, 422,
  ])
  expect(await sameAddress.text()).toContain('Ann Price has this address already.')
  const { rows } = await installation.owner.query(`select basis, evidence from people.basis where purpose = 'register'`)
  expect(rows).toEqual([
    { basis: 'membership', evidence: 'Form' },
    { basis: 'membership', evidence: 'Form' },
  ])
})

test('who sits at a desk follows who sat there before', async () => {
  await member('Ann Price')
  await member('Ann Orme')
  const made = await secretary.post('/office/register/bodies', { name: 'Anglers', website: '', about: '' })
  const body = made.headers.get('location')!
  const sit = (fields: Record<string, string>) =>
    secretary.post(`${body}/desks`, { title: 'Secretary', from: '2026-01-01', ...fields })

  const several = await sit({ who: 'Ann' })
  await sit({ who: 'Ann Price' })
  const { rows } = await installation.owner.query<{ id: string }>('select id from people.desk')
  await sit({ who: 'Ann Orme', from: '2026-06-01', succeeds: rows[0]!.id })

  expect(several.status).toBe(422)
  expect(await several.text()).toContain('More than one person fits')
  expect(await (await secretary.get(body)).text()).toContain('1 January 2026 to 1 June 2026')
})

test('half the register with addresses leaves only with a second officer’s word, once', async () => {
  await member('=cmd', { email: 'formula@example.org' })
  const chair = await officer('chair')
  const take = (browser: Browser, contact = 'yes') =>
    browser.post('/office/register/export', { query: '', reason: 'Change of address', contact })

  const bare = await take(secretary, '')
  const asked = await take(secretary)
  const { rows } = await installation.owner.query<{ id: string }>('select id from people.approval')
  const path = `/office/register/export/approvals/${rows[0]!.id}`
  const own = await secretary.post(path, { answer: 'yes' })
  const today = await (await chair.get('/office')).text()
  const given = await chair.post(path, { answer: 'yes' })
  const taken = await take(secretary)
  const again = await take(secretary)

  expect([bare, asked, own, given, taken, again].map(({ status }) => status)).toEqual([200, 303, 403, 303, 200, 303])
  expect(await bare.text()).not.toContain('@example.org')
  expect(today).toContain('asks to take out the whole register')
  const csv = await taken.text()
  expect(csv).toContain('formula@example.org')
  expect(csv).toContain("'=cmd")
})

test('two lists that are half the register together need a second officer’s word as one would', async () => {
  const [wales, london] = ['W92000004', 'E12000007']
  for (const [name, region] of [
    ['Ann', wales],
    ['Ben', wales],
    ['Cy', london],
    ['Di', london],
  ] as const)
    await member(name, { region })
  const take = (region: string, contact = 'yes') =>
    secretary.post('/office/register/export', { query: `region=${region}`, reason: 'Labels', contact })

  const bare = await take(wales, '')
  const first = await take(wales)
  const html = await (await secretary.get(`/office/register/export?region=${london}`)).text()
  const second = await take(london)

  expect([bare, first, second].map(({ status }) => status)).toEqual([200, 200, 303])
  expect(html).toContain('2 addresses, counted together')
})

test('everybody on a list that was taken out finds that on their record', async () => {
  const ann = await member('Ann Price', { region: 'W92000004' })
  await member('Ben Orme')

  const { status } = await secretary.post('/office/register/export', { query: 'region=W92000004', reason: 'Labels' })
  const none = await secretary.post('/office/register/export', { query: '', reason: '' })

  expect([status, none.status]).toEqual([200, 422])
  const { rows } = await installation.owner.query(`select person_id from people.reading where how = 'export'`)
  expect(rows).toEqual([{ person_id: ann.id }])
  const journal = await installation.owner.query(
    `select payload from platform.journal where event = 'people.list_taken_out'`,
  )
  expect(JSON.stringify(journal.rows)).not.toContain('Labels')
})
