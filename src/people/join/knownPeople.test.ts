import { expect, test } from 'vitest'
import { signedInAs, visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { slices } from '../../slices.ts'
import * as bases from '../bases.ts'
import { aPerson, anOfficer, aSecondFactor } from '../factories.ts'
import type { Kind } from '../kinds.ts'
import * as memberships from '../memberships.ts'
import * as persons from '../persons.ts'
import { noteSeen } from './newcomers.ts'
import { fillIn, join, lettersAfterJobs, linkIn } from './factories.ts'

const installation = testInstallation()

async function withRuth(kind: Kind | null) {
  const group = await aGroup(installation, { name: 'Fair Care', slug: 'care' })
  const context = installation.context(group)
  const ruth = kind && (await aPerson(context, { name: 'R. Amory', email: 'Ruth@Example.org' }))
  if (ruth) await context.act((a) => memberships.begin(a, { personId: ruth.id, kind }))
  const row = async () =>
    (await installation.owner.query('select * from people.person where lower(email) = $1', ['ruth@example.org']))
      .rows[0] as Record<string, unknown> | undefined
  return { ...context, group, ruth, row }
}

const shown = async (response: Response) => ({
  status: response.status,
  body: await response.text(),
  headers: [...response.headers].filter(([name]) => name !== 'set-cookie'),
})
const counts = async () => {
  const { rows } = await installation.services.pool.query<{ task: string; n: number }>(
    `select t.identifier as task, count(*)::int as n from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id group by 1 order by 1`,
  )
  const { rowCount } = await installation.owner.query('select from platform.letter')
  return { jobs: rows, letters: rowCount }
}

test('the form answers a member, a supporter, somebody who left and a stranger alike, and asks nobody who they are', async () => {
  const seen = []
  for (const kind of ['member', 'supporter', 'contact', null] as const) {
    await installation.owner.query('truncate platform.group restart identity cascade')
    await installation.services.groups.load()
    await installation.services.pool.query('delete from graphile_worker._private_jobs')
    const { group, act, ruth } = await withRuth(kind)
    if (ruth && kind === 'contact') await act((a) => memberships.end(a, { personId: ruth.id, because: 'left' }))
    await installation.services.pool.query('delete from graphile_worker._private_jobs')
    const { browser, sent } = await fillIn(installation, group)
    seen.push({ ...(await shown(sent)), page: await shown(await browser.follow(sent)), ...(await counts()) })
  }

  const [first, ...others] = seen
  expect(first!.letters).toBe(0)
  expect(first!.jobs).toEqual([{ task: 'people.answer_application', n: 1 }])
  for (const other of others) expect(other).toEqual(first)
})

test.each([
  ['member', 'member', 'already'],
  ['member', 'supporter', 'already'],
  ['supporter', 'supporter', 'already'],
  ['parliamentarian', 'member', 'already'],
  ['supporter', 'member', 'confirm'],
  ['contact', 'member', 'confirm'],
  ['press', 'supporter', 'confirm'],
] as const)('a %s who asks to be a %s gets the letter: %s', async (kind, wanted, letter) => {
  const { group, row } = await withRuth(kind)

  await fillIn(installation, group, { kind: { kind: wanted } })
  const [one, ...more] = await lettersAfterJobs(installation, group)
  const before = await row()
  const [again] = await lettersAfterJobs(installation, group)

  expect(more).toEqual([])
  expect(again).toEqual(one)
  expect(one!.subject).toBe(
    letter === 'already' ? 'You are on the register of Fair Care already' : 'Please confirm that you join Fair Care',
  )
  if (letter === 'already') return
  await visitorOf(installation, group).post(linkIn(one!))
  expect([before!['kind'], (await row())!['kind']]).toEqual([kind, wanted])
})

test('what officers noted of a contact stays when they become a member; what was not known is added', async () => {
  const { group, act, read, ruth, row } = await withRuth('contact')
  await act((a) => persons.change(a, ruth!.id, { postcode: 'LL20 7SG', council: 'W06000006', phone: '07700 900123' }))

  await join(installation, group, { occupation: { occupation: 'manager' }, hats: { employer: 'The mill' } })

  expect(await row()).toMatchObject({
    id: ruth!.id,
    name: 'R. Amory',
    email: 'Ruth@Example.org',
    email_state: 'confirmed',
    kind: 'member',
    postcode: 'LL20 7SG',
    council: 'W06000006',
    constituency: null,
    phone: '07700 900123',
    occupation: 'manager',
  })
  const history = await read((tx) => memberships.history(tx, ruth!.id))
  expect(history.map(({ kind }) => kind).at(-1)).toBe('member')
})

test('somebody who once said no to notices joins, and still gets none', async () => {
  const { group, act, read, ruth } = await withRuth('contact')
  await act((a) => bases.object(a, { personId: ruth!.id, purpose: 'notices', channel: 'email' }))

  await join(installation, group)

  expect((await read((tx) => bases.ledger(tx, ruth!.id))).map(({ purpose }) => purpose)).toEqual(['register'])
})

test('somebody who left joins again, from today', async () => {
  const { group, act, read, ruth, row } = await withRuth('member')
  await act((a) => memberships.end(a, { personId: ruth!.id, because: 'left' }))

  await join(installation, group)

  expect((await row())!['status']).toBe('current')
  expect((await read((tx) => memberships.history(tx, ruth!.id))).filter(({ to }) => to === null)).toHaveLength(1)
})

test('addresses that only look alike, and those with a plus, are different people', async () => {
  const { group } = await withRuth('member')

  for (const email of ['ruth+care@example.org', 'rυth@example.org'])
    await join(installation, group, { email: { email } })

  const { rows } = await installation.owner.query('select from people.person')
  expect(rows).toHaveLength(3)
})

test('the website, its feeds and its sitemap hold no trace of a supporter', { timeout: 120_000 }, async () => {
  const { group, read } = await withRuth(null)
  await join(installation, group, {
    kind: { kind: 'supporter' },
    name: { name: 'Zebedee Quaintly' },
    email: { email: 'zebedee@quaintly.example' },
    hats: { employer: 'Quaintly Mills' },
    choices: { yes: ['newsletter', 'campaigns', 'introductions', 'public_list'] },
  })
  const visitor = visitorOf(installation, group)
  const samples = await read(async (tx) => {
    const found = []
    for (const slice of slices) found.push(...((await slice.samples?.(tx, installation.services.secret)) ?? []))
    return found.filter(({ as }) => as === 'visitor').map(({ address }) => address)
  })
  const addresses = new Set([...samples, '/search?q=Zebedee', '/search?q=quaintly', '/officers', '/robots.txt'])

  expect(addresses.size).toBeGreaterThan(20)
  for (const address of addresses) {
    const response = await visitor.get(address)
    const text = `${JSON.stringify([...response.headers])} ${await response.text()}`
    expect(text.replaceAll(/q=\w+|value="(?:Zebedee|quaintly)"|“(?:Zebedee|quaintly)”/gi, ''), address).not.toMatch(
      /zebedee|quaintly/i,
    )
  }
})

test('officers who see the register read on Today how many joined, until they have looked', async () => {
  const { group, act, read } = await withRuth(null)
  const context = installation.context(group)
  const chair = await anOfficer(context, { name: 'Nora', role: 'chair' })
  const editor = await anOfficer(context, { name: 'Grace', role: 'editor' })
  await aSecondFactor(context, chair)
  for (const n of [1, 2, 3]) await join(installation, group, { email: { email: `new${n}@example.org` } })
  await join(installation, group, { kind: { kind: 'supporter' }, email: { email: 'quiet@example.org' } })
  const today = async (person: { id: string }) =>
    (await (await signedInAs(installation, group, { ...person, strongly: true })).get('/office')).text()

  const chairs = await today(chair)
  const editors = await today(editor)
  await act((a) => noteSeen(a, chair.id))

  expect(chairs).toContain('3 new members and 1 new supporter')
  expect(chairs).toMatch(/href="\/office\/register\?from=\d{4}-\d{2}-\d{2}&(amp;)?sort=joined"/)
  expect(editors).not.toContain('new member')
  expect(await today(chair)).not.toContain('new member')
  expect(await read((tx) => tx.selectFrom('people.newcomers_seen').select('officer_id').execute())).toHaveLength(1)
})
