import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { type Browser, signedInAs } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import type { Actor } from '../../platform/actor.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import type { Role } from '../../platform/roles.ts'
import { anOfficer, aPerson } from '../factories.ts'
import type { Person } from '../persons.ts'
import { inOwnParts } from './ownParts.ts'

const installation = testInstallation()
const HOME = '/office/register/groups'
let group: KnownGroup
let chair: Browser

const strongly = (person: { readonly id: string }) => signedInAs(installation, group, { id: person.id, strongly: true })
const context = () => installation.context(group)

beforeEach(async () => {
  group = await aGroup(installation)
  chair = await strongly(await anOfficer(context(), { name: 'Ada Chair' }))
})

/** Adds a group through the form and gives its address. */
async function aPart(name: string, browser = chair): Promise<string> {
  const response = await browser.post(HOME, { kind: 'local', name, about: '' })
  return response.headers.get('location')!
}
const put = (at: string, person: Person, browser = chair) => browser.post(`${at}/people`, { person: person.id })
const lineOf = async (person: Person): Promise<string> =>
  (
    await installation.owner.query<{ id: string }>('select id from people.part_member where person_id = $1', [
      person.id,
    ])
  ).rows[0]!.id
const coordinate = async (at: string, person: Person, { coordinates = 'yes', browser = chair } = {}) =>
  browser.post(`${at}/people/${await lineOf(person)}/coordination`, { coordinates })
const textOf = async (browser: Browser, path: string) => (await browser.get(path)).text()

test('a group is added, people are found on the register and put in, and each step can be undone', async () => {
  const ben = await aPerson(context(), { name: 'Ben Orme', email: 'ben@example.org' })
  const at = await aPart('Shrewsbury')

  expect(await textOf(chair, `${at}?q=ben%40exa`)).toContain('Ben Orme')
  const response = await put(at, ben)

  const text = await (await chair.follow(response)).text()
  expect(text).toContain('Ben Orme is in the group.')
  const act = /name="act" value="([^"]+)"/.exec(text)![1]!
  await chair.post('/office/undo', { act })
  expect(await textOf(chair, at)).toContain('Nobody is in it yet')
})

test('a coordinator sees the people of their own group, and not a name of another', async () => {
  const [cora, ben, dan] = [
    await aPerson(context(), { name: 'Cora Coordinator' }),
    await aPerson(context(), { name: 'Ben Orme', email: 'ben@example.org' }),
    await aPerson(context(), { name: 'Dan Faraway', email: 'dan@example.org' }),
  ]
  const [own, other] = [await aPart('Shrewsbury'), await aPart('Leeds')]
  for (const person of [cora, ben]) await put(own, person)
  await put(other, dan)
  await coordinate(own, cora)
  const browser = await strongly(cora)

  const [list, page, elsewhere] = [await textOf(browser, HOME), await textOf(browser, own), await browser.get(other)]

  expect(list).toContain('Shrewsbury')
  expect(list).not.toContain('Leeds')
  expect(page).toContain('ben@example.org')
  expect(page).not.toContain('Take out')
  expect([elsewhere.status, (await elsewhere.text()).includes('Dan')]).toEqual([404, false])
  expect((await put(own, dan, browser)).status).toBe(403)
})

test('the register asks one question about own groups: in it today, coordinated today, and open', async () => {
  const [cora, ben] = [await aPerson(context(), {}), await aPerson(context(), {})]
  const at = await aPart('Shrewsbury')
  for (const person of [cora, ben]) await put(at, person)
  const actor: Actor = { kind: 'person', groupId: group.id, personId: cora.id, roles: new Set<Role>(['coordinator']) }
  const seen = () =>
    context().read(async (tx) => {
      const { rows } = await sql`select 1 from people.person p where ${inOwnParts(sql.ref('p.id'), actor)}`.execute(tx)
      return rows.length
    })
  const counts = [await seen()]

  await coordinate(at, cora)
  counts.push(await seen())
  await chair.post(`${at}/closure`)
  counts.push(await seen())
  await chair.post(`${at}/reopening`)
  counts.push(await seen())
  await chair.post(`${at}/people/${await lineOf(ben)}/end`)
  counts.push(await seen())

  expect(counts).toEqual([0, 2, 0, 2, 1])
})

test('whose coordinating ends while they are signed in sees nothing from the next request on', async () => {
  const cora = await aPerson(context(), {})
  const at = await aPart('Shrewsbury')
  await put(at, cora)
  await coordinate(at, cora)
  const browser = await strongly(cora)
  expect((await browser.get(at)).status).toBe(200)

  await coordinate(at, cora, { coordinates: 'no' })

  expect((await browser.get(at)).status).toBe(403)
})

test('a coordinator who is taken out of the group on their own record coordinates no more, as from the group’s page', async () => {
  const cora = await aPerson(context(), {})
  const at = await aPart('Shrewsbury')
  await put(at, cora)
  await coordinate(at, cora)
  const browser = await strongly(cora)
  expect((await browser.get(at)).status).toBe(200)

  await chair.post(`/office/register/${cora.id}/parts/${at.split('/').at(-1)}/end`)

  expect((await browser.get('/office')).status).toBe(403)
})

test('nobody is put into a closed group, neither on its page nor on their record', async () => {
  const ben = await aPerson(context(), {})
  const at = await aPart('Shrewsbury')
  await chair.post(`${at}/closure`)

  const answers = [
    await put(at, ben),
    await chair.post(`/office/register/${ben.id}/parts`, { part: at.split('/').at(-1)! }),
  ]

  expect(answers.map(({ status }) => status)).toEqual([409, 409])
})

test.each<[Role, number]>([
  ['membership', 200],
  ['treasurer', 200],
  ['policy', 200],
  ['coordinator', 200],
  ['parliament', 403],
  ['editor', 403],
])('the %s who opens the groups gets %s', async (role, status) => {
  const browser = await strongly(await anOfficer(context(), { role }))

  expect((await browser.get(HOME)).status).toBe(status)
})

test('an officer sees of the people in a group what their office sees of anybody', async () => {
  const at = await aPart('Shrewsbury')
  await put(at, await aPerson(context(), { name: 'Ben Orme', email: 'ben@example.org' }))
  const policy = await strongly(await anOfficer(context(), { role: 'policy' }))

  const text = await textOf(policy, at)

  expect(text).toContain('Ben Orme')
  expect(text).not.toContain('ben@example.org')
})

test('without a second factor nobody opens them, and only the chair and the secretary make coordinators', async () => {
  const cora = await aPerson(context(), {})
  const at = await aPart('Shrewsbury')
  await put(at, cora)
  const keeper = await anOfficer(context(), { role: 'membership' })

  expect((await (await signedInAs(installation, group, keeper)).get(at)).status).toBe(403)
  expect((await coordinate(at, cora, { browser: await strongly(keeper) })).status).toBe(403)
})

test('what is missing, and a name taken already, is said beside the field with everything typed', async () => {
  await aPart('Shrewsbury')

  const empty = await chair.post(HOME, { kind: 'local', name: ' ', about: 'Meets on Mondays' })
  const taken = await chair.post(HOME, { kind: 'policy', name: 'SHREWSBURY', about: '' })

  expect([empty.status, taken.status]).toEqual([422, 422])
  const text = await empty.text()
  expect(text).toContain('Enter the group’s name.')
  expect(text).toContain('Meets on Mondays')
  expect(await taken.text()).toContain('Another group has this name.')
})

test('nobody is put into a closed group, or into one twice', async () => {
  const ben = await aPerson(context(), {})
  const at = await aPart('Shrewsbury')
  await put(at, ben)
  await put(at, ben)
  const { rows } = await installation.owner.query('select 1 from people.part_member')
  await chair.post(`${at}/closure`)

  const response = await put(at, await aPerson(context(), {}))

  expect([rows.length, response.status]).toEqual([1, 409])
})

test('another group’s officer is told that there is no such group', async () => {
  const at = await aPart('Shrewsbury')
  group = await aGroup(installation)
  const stranger = await strongly(await anOfficer(context()))

  expect((await stranger.get(at)).status).toBe(404)
})
