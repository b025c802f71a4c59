import { beforeAll, expect, test } from 'vitest'
import { type Browser, signedInAs, visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { loadSample } from '../../site/sample/index.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import type { Role } from '../../platform/roles.ts'
import { anOfficer, aPerson, aSecondFactor } from '../factories.ts'
import * as offices from '../offices.ts'
import { registerRoutes } from './routes.ts'
import { registerSamples } from './samples.ts'

const installation = testInstallation({ emptied: 'once' })
let group: KnownGroup
let addresses: readonly string[]
let names: readonly string[]

beforeAll(async () => {
  group = (await loadSample(installation.services)).group
  const context = installation.context(group)
  addresses = (await context.read((tx) => registerSamples(tx))).map(({ address }) => address)
  names = await context.read(async (tx) =>
    (await tx.selectFrom('people.person').select(['name', 'email']).where('kind', '<>', 'contact').execute()).flatMap(
      ({ name, email }) => [name, email ?? name],
    ),
  )
})

/** Every address of the slice: the samples of its pages, and every route that changes something, with ids of this group. */
async function everyAddress(): Promise<readonly { readonly method: string; readonly path: string }[]> {
  const { rows } = await installation.owner.query<{ id: string }>(
    `select id from people.person where group_id = $1 and kind = 'member' order by sort_key limit 1`,
    [group.id],
  )
  const posts = registerRoutes.routes
    .filter(({ method }) => method === 'POST')
    .map(({ path }) =>
      path.replaceAll(/:fact\{[^}]*\}+/g, 'name').replaceAll(/:\w+\{(?:[^{}]|\{[^{}]*\})*\}/g, rows[0]!.id),
    )
  return [
    ...addresses.map((path) => ({ method: 'GET', path })),
    ...[...new Set(posts)].map((path) => ({ method: 'POST', path })),
  ]
}

async function tryAll(browser: Browser): Promise<readonly string[]> {
  const leaks: string[] = []
  for (const { method, path } of await everyAddress()) {
    const answer = await (method === 'GET' ? browser.get(path) : browser.post(path, { q: 'x' }))
    const text = await answer.text()
    const told = names.filter((name) => text.includes(name))
    if (told.length || answer.status < 300 || answer.status >= 500)
      leaks.push(`${method} ${path}: ${answer.status} ${told.join()}`)
    if (answer.status >= 300 && answer.status < 400 && !(answer.headers.get('location') ?? '').includes('/sign-in'))
      leaks.push(`${method} ${path} leads to ${answer.headers.get('location')}`)
  }
  return leaks
}

const rowsNow = async (): Promise<string> => {
  const { rows } = await installation.owner.query<{ all: string }>(
    `select md5(string_agg(t::text, '' order by id)) as all from people.person t where group_id = $1`,
    [group.id],
  )
  return rows[0]!.all
}

const strongly = async (where: KnownGroup, role: Role): Promise<Browser> => {
  const context = installation.context(where)
  const person = await anOfficer(context, { role })
  await aSecondFactor(context, person)
  return signedInAs(installation, where, { ...person, strongly: true })
}

test('there are addresses to try, and the secretary is answered by every page', async () => {
  const secretary = await strongly(group, 'secretary')

  expect((await everyAddress()).length).toBeGreaterThan(35)
  for (const path of addresses) expect((await secretary.get(path)).status, path).toBe(200)
})

test('a visitor gets nothing of anybody', async () => {
  const before = await rowsNow()

  expect(await tryAll(visitorOf(installation, group))).toEqual([])
  expect(await rowsNow()).toBe(before)
})

test('a supporter who is signed in gets nothing of anybody', async () => {
  const supporter = await aPerson(installation.context(group), { name: 'Sue Porter', email: 'sue@example.com' })

  expect(await tryAll(await signedInAs(installation, group, { ...supporter, strongly: true }))).toEqual([])
})

test('a former officer gets nothing of anybody', async () => {
  const context = installation.context(group)
  const former = await anOfficer(context, { role: 'secretary', name: 'Former Officer', email: 'former@example.com' })
  const browser = await signedInAs(installation, group, { ...former, strongly: true })
  const held = await context.read((tx) => offices.heldOn(tx, new Date().toISOString().slice(0, 10)))
  await context.act((act) => offices.end(act, held.find(({ personId }) => personId === former.id)!.id))

  expect(await tryAll(browser)).toEqual([])
})

test('an officer whose work does not need the register gets nothing of anybody', async () => {
  expect(await tryAll(await strongly(group, 'editor'))).toEqual([])
})

test('the secretary gets nothing of anybody without a second factor', async () => {
  const secretary = await anOfficer(installation.context(group), { role: 'secretary' })

  expect(await tryAll(await signedInAs(installation, group, secretary))).toEqual([])
})

test('another group’s secretary gets nothing of anybody', async () => {
  const other = await aGroup(installation, { slug: 'weir' })
  const secretary = await strongly(other, 'secretary')
  const before = await rowsNow()

  for (const { method, path } of await everyAddress()) {
    const answer = await (method === 'GET' ? secretary.get(path) : secretary.post(path, { q: 'x' }))
    const text = await answer.text()
    expect(
      names.filter((name) => text.includes(name)),
      `${method} ${path}`,
    ).toEqual([])
    if (/[0-9a-f]{8}-/.test(path)) expect([303, 404, 422], `${method} ${path}`).toContain(answer.status)
  }
  expect(await rowsNow()).toBe(before)
})

test('a coordinator sees only people of the group they coordinate, and of those no notes', async () => {
  const context = installation.context(group)
  const coordinator = await anOfficer(context, { role: 'coordinator' })
  await context.act(async (act) => {
    const part = await act.tx
      .selectFrom('people.part')
      .select('id')
      .where('kind', '=', 'local')
      .orderBy('name')
      .executeTakeFirstOrThrow()
    await act.tx
      .insertInto('people.part_member')
      .values({
        group_id: group.id,
        part_id: part.id,
        person_id: coordinator.id,
        coordinates: true,
        from_on: '2026-01-01',
      })
      .execute()
  })
  const browser = await signedInAs(installation, group, { ...coordinator, strongly: true })

  const list = await (await browser.get('/office/register')).text()
  expect(list).toContain('Gwen Parry')
  expect(list).not.toContain('Marion Feld')
  const { rows } = await installation.owner.query<{ id: string; name: string }>(
    `select id, name from people.person where name in ('Gwen Parry', 'Marion Feld') order by name`,
  )
  const seen = async (path: string) => (await browser.get(`/office/register/${path}`)).status
  expect([await seen(rows[0]!.id), await seen(`${rows[0]!.id}/notes`), await seen(rows[1]!.id)]).toEqual([
    200, 404, 404,
  ])
})

test('who may not see addresses cannot find anybody by one', async () => {
  const policy = await strongly(group, 'policy')

  const byEmail = await (await policy.get('/office/register?q=ann.ahmed%40example')).text()
  const byName = await (await policy.get('/office/register?q=ann+ahmed')).text()

  expect(byEmail).not.toContain('Ann Ahmed')
  expect(byName).toContain('Ann Ahmed')
  expect(byName).not.toContain('@example.org')
})

test('a search of the office finds people only in a session with a second factor', async () => {
  const context = installation.context(group)
  const secretary = await anOfficer(context, { role: 'secretary' })
  const weak = await signedInAs(installation, group, secretary)
  const strong = await signedInAs(installation, group, { ...secretary, strongly: true })

  expect(await (await weak.get('/office/search?q=theo+maddern')).text()).not.toContain('theo.maddern@')
  expect(await (await strong.get('/office/search?q=theo+maddern')).text()).toContain('theo.maddern@')
})
