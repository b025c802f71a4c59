import { beforeEach, expect, test } from 'vitest'
import { type Browser, signedInAs } from '../../test/browser.ts'
import { aGroup } from '../../test/groups.ts'
import { testInstallation } from '../../test/installation.ts'
import { waitingForLock } from '../../test/locks.ts'
import { undo } from '../platform/undo.ts'
import type { KnownGroup } from '../platform/groups.ts'
import type { Role } from '../platform/roles.ts'
import { anOfficer } from './factories.ts'
import * as offices from './offices.ts'
import * as persons from './persons.ts'

const installation = testInstallation()
let group: KnownGroup
let chair: Browser

beforeEach(async () => {
  group = await aGroup(installation)
  chair = await signedInAs(
    installation,
    group,
    await anOfficer(installation.context(group), { name: 'Ada Chair', email: 'ada@example.org' }),
  )
})
const signedIn = async (role: Role) =>
  signedInAs(installation, group, await anOfficer(installation.context(group), { role }))
const held = () => installation.context(group).read((tx) => offices.heldOn(tx, new Date().toISOString().slice(0, 10)))
const idOf = async (name: string) => (await held()).find((office) => office.name === name)!.id
const appoint = (browser: Browser, fields: Record<string, string> = {}) =>
  browser.post('/office/officers', { name: 'Ben Editor', email: 'ben@example.org', role: 'editor', ...fields })

test('the chair appoints an editor, who may then work in the office', async () => {
  const response = await appoint(chair)

  expect(response.status).toBe(303)
  expect(await (await chair.follow(response)).text()).toContain('Ben Editor is now Editor.')
  const ben = await signedInAs(installation, group, {
    id: (await held()).find(({ name }) => name === 'Ben Editor')!.personId,
  })
  expect((await ben.get('/office/officers')).status).toBe(403)
})

test.each<Role>(['treasurer', 'membership', 'editor', 'policy', 'parliament', 'coordinator'])(
  'the %s neither sees nor changes the officers',
  async (role) => {
    const browser = await signedIn(role)

    expect((await browser.get('/office/officers')).status).toBe(403)
    expect((await appoint(browser)).status).toBe(403)
    expect((await browser.post(`/office/officers/${await idOf('Ada Chair')}/end`)).status).toBe(403)
    expect(await held()).toHaveLength(2)
  },
)

test.each<Role>(['vice_chair', 'secretary'])('the %s appoints too', async (role) => {
  expect((await appoint(await signedIn(role))).status).toBe(303)
})

test('what cannot be read is refused beside each field, with everything typed', async () => {
  const response = await appoint(chair, { name: '', email: 'ben', role: 'emperor' })

  const text = await response.text()
  expect(response.status).toBe(422)
  expect(text).toContain('<title>Error: Officers')
  for (const words of [
    'Enter the officer’s name.',
    'Enter an email address in the right format',
    'Choose an office.',
    'value="ben"',
  ])
    expect(text).toContain(words)
  expect(await held()).toHaveLength(1)
})

test('a stored name is text wherever it is shown', async () => {
  const response = await appoint(chair, { name: '<script>alert(1)</script>' })

  const text = await (await chair.follow(response)).text()
  expect(text).not.toContain('<script>alert')
  expect(text).toContain('&lt;script&gt;')
})

test('somebody already on the register keeps the name they have there', async () => {
  const response = await appoint(chair, { name: 'Another Name', email: 'ADA@example.org', role: 'editor' })

  expect(await (await chair.follow(response)).text()).toContain('Ada Chair is now Editor.')
})

test('whose office ends while they are signed in is let in no more', async () => {
  const secretary = await signedIn('secretary')
  expect((await secretary.get('/office/officers')).status).toBe(200)

  await chair.post(`/office/officers/${(await held()).find(({ role }) => role === 'secretary')!.id}/end`)

  expect((await secretary.get('/office/officers')).status).toBe(403)
})

test('the last who could appoint others stays', async () => {
  const response = await chair.post(`/office/officers/${await idOf('Ada Chair')}/end`)

  expect(response.status).toBe(409)
  expect(await response.text()).toContain('A group needs a chair or a secretary')
  expect(await held()).toHaveLength(1)
})

test('of two chairs who end each other at the same moment one stays', async () => {
  const context = installation.context(group)
  await anOfficer(context, { name: 'Bea Chair', role: 'chair' })
  const [ada, bea] = [await idOf('Ada Chair'), await idOf('Bea Chair')]
  const holding = await installation.owner.connect()
  await holding.query('begin')
  await holding.query('select 1 from people.role_held for update')

  const both = Promise.allSettled([
    context.act((act) => offices.end(act, ada)),
    context.act((act) => offices.end(act, bea)),
  ])
  await waitingForLock(installation.owner, 2)
  await holding.query('commit')
  holding.release()

  expect((await both).map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await held()).toHaveLength(1)
})

test('ending an office twice, one that never was, and another group’s', async () => {
  await appoint(chair)
  const id = await idOf('Ben Editor')
  const other = await aGroup(installation)
  await anOfficer(installation.context(other))
  const { rows } = await installation.owner.query<{ id: string }>(
    'select id from people.role_held where group_id = $1',
    [other.id],
  )

  expect((await chair.post(`/office/officers/${id}/end`)).status).toBe(303)
  for (const wrong of [id, crypto.randomUUID(), rows[0]!.id, 'x', `${id}'--`]) {
    expect((await chair.post(`/office/officers/${wrong}/end`)).status, wrong).toBe(404)
  }
})

test('an appointment undone leaves neither office nor person, and an ended office undone is held again', async () => {
  const context = installation.context(group)
  await appoint(chair)
  const ben = await idOf('Ben Editor')
  const ended = await context.act(async (act) => (await offices.end(act, ben), act.id))
  await context.act((act) => undo(act, ended))
  expect((await held()).map(({ name }) => name)).toContain('Ben Editor')

  const appointed = await installation.owner.query<{
    act_id: string
  }>(`select distinct act_id from platform.undo where table_name = 'people.person' and key->>'id' =
    (select id::text from people.person where name = 'Ben Editor')`)
  await expect(context.act((act) => undo(act, appointed.rows[0]!.act_id))).resolves.toBeUndefined()
  expect((await installation.owner.query(`select 1 from people.person where name = 'Ben Editor'`)).rowCount).toBe(0)
})

const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test('an appointment for a coming day stands apart, gives nothing yet, and says where it was decided', async () => {
  const response = await appoint(chair, { from: dayFromNow(9), minute: 'AGM 14 March 2026, item 6' })

  const text = await (await chair.follow(response)).text()
  expect(text).toContain('Ben Editor will be Editor from')
  expect(text).toContain('AGM 14 March 2026, item 6')
  expect(await held()).toHaveLength(1)
  const ben = await installation.context(group).read((tx) => offices.heldOn(tx, dayFromNow(9)))
  expect(ben.map(({ name }) => name)).toEqual(['Ada Chair', 'Ben Editor'])
})

test('an office acts from its first day until the one on which it ends, by itself', async () => {
  const context = installation.context(group)
  const person = await anOfficer(context, { role: 'treasurer', name: 'Tom Treasurer' })
  const ben = await signedInAs(installation, group, person)
  const opens = async (from: number, to: number | null) => {
    await installation.owner.query('update people.role_held set from_on = $1, to_on = $2 where role = $3', [
      dayFromNow(from),
      to === null ? null : dayFromNow(to),
      'treasurer',
    ])
    return (await ben.get('/office')).status
  }

  expect([await opens(1, null), await opens(0, null), await opens(-9, 1), await opens(-9, 0)]).toEqual([
    403, 200, 200, 403,
  ])
})

test('an office may be given an end in the coming days, and holds until then', async () => {
  await appoint(chair)

  const response = await chair.post(`/office/officers/${await idOf('Ben Editor')}/end`, { on: dayFromNow(5) })

  expect(await (await chair.follow(response)).text()).toContain('The office ends on')
  expect(await held()).toHaveLength(2)
})

test('a coming appointment can be taken back', async () => {
  const response = await appoint(chair, { from: dayFromNow(5) })
  const id = /officers\/([0-9a-f-]{36})\/end[^<]*<button[^>]*>Take back/s.exec(
    await (await chair.follow(response)).text(),
  )![1]!

  await chair.post(`/office/officers/${id}/end`, {})

  expect(await (await chair.get('/office/officers/history')).text()).not.toContain('Ben Editor')
})

test('the only chair cannot set a day on which nobody would be left', async () => {
  const response = await chair.post(`/office/officers/${await idOf('Ada Chair')}/end`, { on: dayFromNow(30) })

  expect(response.status).toBe(409)
})

test.each([
  [{ from: '2020-01-01' }, 'Choose today or a coming day.'],
  [{ from: '31 March' }, 'Enter the first day as a real day.'],
  [{ from: '2027-02-30' }, 'Enter the first day as a real day.'],
  [{ to: '2020-01-01' }, 'Choose a day after the first day.'],
])('days that cannot be are refused beside their field: %j', async (fields, words) => {
  const response = await appoint(chair, fields)

  expect(response.status).toBe(422)
  expect(await response.text()).toContain(words)
  expect(await held()).toHaveLength(1)
})

test('who held what is kept when an office has ended, with its minute', async () => {
  await appoint(chair)
  const id = await idOf('Ben Editor')
  await chair.post(`/office/officers/${id}/minute`, { minute: 'Committee 1 May, item 2' })
  await chair.post(`/office/officers/${id}/end`)

  const text = await (await chair.get('/office/officers/history')).text()

  expect(text).toContain('Ben Editor')
  expect(text).toContain('Committee 1 May, item 2')
  expect(text).toContain('Ended')
})

test('patrons stand beside the officers and open nothing', async () => {
  const patron = await installation
    .context(group)
    .act((a) => persons.addOrFind(a, { name: 'Lady Ash', email: 'ash@example.org', kind: 'patron' }))

  expect(await (await chair.get('/office/officers')).text()).toContain('Lady Ash')
  expect((await (await signedInAs(installation, group, patron)).get('/office')).status).toBe(403)
})
