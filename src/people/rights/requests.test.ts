import { beforeEach, expect, test } from 'vitest'
import { type Browser, signedInAs, visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import type { Role } from '../../platform/roles.ts'
import * as bases from '../bases.ts'
import { anOfficer, aPerson } from '../factories.ts'
import type { Person } from '../persons.ts'
import type { RequestKind } from './requestKinds.ts'
import * as requests from './requests.ts'

const installation = testInstallation()
let group: KnownGroup
let ann: Person
let mary: Person
let [hers, office]: Browser[] = []

beforeEach(async () => {
  group = await aGroup(installation, { slug: 'weir' })
  const context = installation.context(group)
  ann = await aPerson(context, { name: 'Ann Price', email: 'ann@example.org' })
  mary = await anOfficer(context, { name: 'Mary Secretary', role: 'membership' })
  hers = await signedInAs(installation, group, ann)
  office = await signedInAs(installation, group, { ...mary, strongly: true })
})

const act = <T>(work: Parameters<ReturnType<typeof installation.context>['act']>[0]) =>
  installation.context(group).act(work) as Promise<T>
const find = (id: string) => installation.context(group).read((tx) => requests.find(tx, id))
const list = (ended = false) => installation.context(group).read((tx) => requests.list(tx, { ended }))
const received = (kind: RequestKind, receivedOn?: string) =>
  act<string>((a) =>
    requests.receive(a, { personId: ann.id, kind, channel: 'email', ...(receivedOn && { receivedOn }) }),
  )
const letters = async () => {
  const { rows } = await installation.owner.query<{ to_address: string; subject: string; body: string }>(
    'select to_address, subject, body from platform.letter order by id',
  )
  return rows
}
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

test('a person asks for a copy, hears by letter until when it comes, and finds it once it is answered', async () => {
  const response = await hers!.post('/my/requests/new/access', { words: 'All of it' })
  const page = await (await hers!.follow(response)).text()
  const [request] = await list()
  const early = await hers!.get(`/my/requests/${request!.id}/copy`)
  await office!.post(`/office/requests/${request!.id}/answer`, { outcome: 'done', answer: 'Here it is.' })
  const copy = await hers!.get(`/my/requests/${request!.id}/copy`)

  expect(response.status).toBe(303)
  expect(page).toContain('We have your request. You get an answer by')
  expect([request!.kind, request!.acknowledged, request!.words]).toEqual(['access', true, 'All of it'])
  expect(early.status).toBe(404)
  expect(await copy.text()).toContain('ann@example.org')
  const sent = await letters()
  expect(sent.map(({ to_address, subject }) => [to_address, subject])).toEqual([
    ['ann@example.org', 'We have your request: access request'],
    ['ann@example.org', 'Our answer to your access request'],
  ])
  expect(sent[1]!.body).toContain(`/my/requests/${request!.id}`)
  const file = (await (await hers!.get(`/my/requests/${request!.id}/copy.json`)).json()) as { held: object[] }
  expect(JSON.stringify(file.held)).toContain('Ann Price')
})

test('what is ticked in an objection stops at once, before any officer reads it', async () => {
  await act((a) =>
    bases.give(a, { personId: ann.id, purpose: 'newsletter', basis: 'consent', channel: 'join', words: 'Yes.' }),
  )

  await hers!.post('/my/requests/new/objection', { purposes: ['newsletter', 'campaigns'], words: '' })

  const { rows } = await installation.owner.query('select purpose from people.objection order by purpose')
  expect(rows).toEqual([{ purpose: 'campaigns' }, { purpose: 'newsletter' }])
  expect((await installation.owner.query('select from people.basis where until_at is null')).rowCount).toBe(0)
})

test.each([
  ['complaint', { words: ' ' }, 'Tell us what happened.'],
  ['correction', {}, 'Tell us what is wrong, and what it should say.'],
  ['objection', {}, 'Tick what should stop, or write what it is.'],
  ['access', { words: 'x'.repeat(5001) }, 'Keep it under 5,000 characters.'],
] as const)('a %s that says nothing, or too much, comes back with what was typed', async (kind, fields, error) => {
  const response = await hers!.post(`/my/requests/new/${kind}`, fields)

  expect(response.status).toBe(422)
  const page = await response.text()
  expect(page).toContain(error)
  expect(page).toContain('There is a problem')
  expect(await list()).toEqual([])
})

test('somebody else’s request is not there, not even to be taken back', async () => {
  const id = await received('access')
  const ben = await signedInAs(installation, group, await aPerson(installation.context(group)))

  for (const path of ['', '/copy', '/copy.json'])
    expect((await ben.get(`/my/requests/${id}${path}`)).status, path).toBe(404)
  expect((await ben.post(`/my/requests/${id}/withdrawal`)).status).toBe(404)
  expect((await find(id)).state).toBe('open')
})

test('a person takes their request back, once', async () => {
  const id = await received('erasure')

  const first = await hers!.post(`/my/requests/${id}/withdrawal`)
  const second = await hers!.post(`/my/requests/${id}/withdrawal`)

  expect([first.status, second.status]).toEqual([303, 409])
  expect((await find(id)).state).toBe('withdrawn')
})

test('nobody reads these pages without signing in, and nobody but who keeps the register sees the office’s', async () => {
  const id = await received('access')
  const paths = [
    '',
    '/new',
    `/${id}`,
    `/${id}/copy`,
    `/${id}/copy.json`,
    '/erasures',
    `/erasures/${ann.id}`,
    '/retention',
    '/suppressed',
  ]
  const treasurer = await anOfficer(installation.context(group), { role: 'treasurer' })

  expect((await visitorOf(installation, group).get('/my/requests')).headers.get('location')).toBe('/sign-in')
  for (const [who, browser] of [
    ['a member', hers!],
    ['the treasurer', await signedInAs(installation, group, { ...treasurer, strongly: true })],
    ['without a second factor', await signedInAs(installation, group, mary)],
  ] as const)
    for (const path of paths) {
      const response = await browser.get(`/office/requests${path}`)
      expect([403, 404], `${who} ${path}`).toContain(response.status)
      expect(await response.text(), `${who} ${path}`).not.toContain('Ann Price')
    }
})

test.each<Role>(['treasurer', 'editor', 'policy', 'parliament', 'coordinator'])(
  'the %s changes nothing',
  async (role) => {
    const id = await received('restriction')
    const officer = await anOfficer(installation.context(group), { role })
    const browser = await signedInAs(installation, group, { ...officer, strongly: true })

    for (const verb of [
      'acknowledgement',
      'question',
      'question/answered',
      'more-time',
      'answer',
      'restriction',
      'objections',
    ])
      expect(
        (await browser.post(`/office/requests/${id}/${verb}`, { answer: 'x', outcome: 'done' })).status,
        verb,
      ).toBe(403)
    expect(await find(id)).toMatchObject({ state: 'open', restrictedAt: null, acknowledged: false })
  },
)

test('what came on paper is entered with its own day; who is not known yet is a contact from now on', async () => {
  const response = await office!.post('/office/requests/new', {
    kind: 'access',
    channel: 'paper',
    name: 'Zed Unknown',
    email: 'zed@example.org',
    received: daysAgo(9),
    words: 'What do you have?',
    letter: 'yes',
  })

  expect(response.status).toBe(303)
  const [request] = await list()
  expect(request).toMatchObject({ name: 'Zed Unknown', receivedOn: daysAgo(9), channel: 'paper', acknowledged: true })
  expect((await letters()).map(({ to_address }) => to_address)).toEqual(['zed@example.org'])
  const { rows } = await installation.owner.query('select basis from people.basis where person_id = $1', [
    request!.personId,
  ])
  expect(rows).toEqual([{ basis: 'legal_duty' }])
})

test('an address that is known finds its record, under the name the register has', async () => {
  await office!.post('/office/requests/new', {
    kind: 'complaint',
    channel: 'email',
    name: 'A. Price',
    email: 'ANN@example.org',
    received: daysAgo(0),
    words: '',
  })

  expect(await list()).toMatchObject([{ personId: ann.id, name: 'Ann Price', acknowledged: false }])
})

test('an entry that cannot be read comes back with everything typed', async () => {
  const response = await office!.post('/office/requests/new', {
    kind: 'wish',
    channel: 'my_page',
    name: '',
    email: 'zed',
    received: '2999-01-01',
    words: 'Kept words',
  })

  expect(response.status).toBe(422)
  const page = await response.text()
  for (const words of [
    'Choose what they ask for.',
    'Choose how it came.',
    'Enter an email address',
    'Kept words',
    'It cannot have come after today.',
  ])
    expect(page).toContain(words)
})

test('a question stops the clock and goes to the person; their answer lets it run again', async () => {
  const id = await received('access', daysAgo(3))

  await office!.post(`/office/requests/${id}/question`, { question: 'Which years do you mean?' })
  const asked = await find(id)
  const page = await (await hers!.get(`/my/requests/${id}`)).text()
  await installation.owner.query(`update people.data_request set stopped_on = stopped_on - 4`)
  await office!.post(`/office/requests/${id}/question/answered`)

  expect(asked.stoppedOn).not.toBeNull()
  expect(page).toContain('Which years do you mean?')
  expect((await letters())[0]!.body).toContain('Which years do you mean?')
  expect(await find(id)).toMatchObject({ stoppedOn: null, stoppedDays: 4 })
})

test('two months more are told with the reason, once and in time', async () => {
  const [id, late] = [await received('access', daysAgo(3)), await received('access', daysAgo(60))]

  const first = await office!.post(`/office/requests/${id}/more-time`, { why: 'There are forty years of letters.' })
  const again = await office!.post(`/office/requests/${id}/more-time`, { why: 'And more.' })
  const tooLate = await office!.post(`/office/requests/${late}/more-time`, { why: 'Sorry.' })

  expect([first.status, again.status, tooLate.status]).toEqual([303, 409, 409])
  expect((await letters()).map(({ body }) => body.includes('forty years of letters'))).toEqual([true])
})

test('a request is answered once, and its words are kept with it', async () => {
  const id = await received('correction')
  const empty = await office!.post(`/office/requests/${id}/answer`, { outcome: '', answer: '' })
  const first = await office!.post(`/office/requests/${id}/answer`, { outcome: 'refused', answer: 'It is right.' })
  const second = await office!.post(`/office/requests/${id}/answer`, { outcome: 'done', answer: 'Changed.' })

  expect([empty.status, first.status, second.status]).toEqual([422, 303, 409])
  expect(await find(id)).toMatchObject({ state: 'refused', answer: 'It is right.', answeredBy: 'Mary Secretary' })
  expect((await letters())[0]!.body).toContain('ico.org.uk')
  expect(await (await hers!.get(`/my/requests/${id}`)).text()).toContain('It is right.')
})

test('a restricted person is reached by nothing until it is lifted, and the change can be undone', async () => {
  const id = await received('restriction')
  await act((a) => bases.give(a, { personId: ann.id, purpose: 'notices', basis: 'membership', channel: 'join' }))
  const reached = async () => (await installation.owner.query('select from people.reachable')).rowCount

  const before = await reached()
  const done = await office!.post(`/office/requests/${id}/restriction`)
  const during = await reached()
  const page = await (await office!.follow(done)).text()
  await office!.post('/office/undo', { act: /name="act" value="([^"]+)"/.exec(page)![1]! })
  const undone = await reached()
  await office!.post(`/office/requests/${id}/restriction`)
  await office!.post(`/office/requests/${id}/restriction/end`)

  expect([before, during, undone, await reached()]).toEqual([1, 0, 1, 1])
})

test('an officer stops what a letter asks to stop', async () => {
  const id = await received('objection')

  const nothing = await office!.post(`/office/requests/${id}/objections`)
  await office!.post(`/office/requests/${id}/objections`, { purposes: ['newsletter', 'notices'] })

  expect(nothing.status).toBe(422)
  const { rows } = await installation.owner.query('select purpose, channel from people.objection order by purpose')
  expect(rows).toEqual([
    { purpose: 'newsletter', channel: 'email' },
    { purpose: 'notices', channel: 'email' },
  ])
})

test('whoever opens a request or its copy is noted, and the person can see it', async () => {
  const id = await received('access')

  await office!.get(`/office/requests/${id}/copy`)

  const { rows } = await installation.owner.query('select person_id, officer_id from people.reading')
  expect(rows).toEqual([{ person_id: ann.id, officer_id: mary.id }])
})

test('Today speaks of each request and its day, in red once it has passed, and names nobody', async () => {
  await received('access', daysAgo(1))
  await received('correction', daysAgo(45))
  await received('complaint', daysAgo(2))

  const page = await (await office!.get('/office')).text()

  expect(page).toMatch(/An access request is due on/)
  expect(page).toMatch(/A request to correct was due on/)
  expect(page).toMatch(/A complaint must be acknowledged by/)
  expect(page).not.toContain('Ann Price')
  expect(page.indexOf('was due on')).toBeLessThan(page.indexOf('is due on'))
})

test('an address that must never be written to is kept so that nobody can read it, and stops all letters', async () => {
  await act((a) => bases.give(a, { personId: ann.id, purpose: 'notices', basis: 'membership', channel: 'join' }))

  const wrong = await office!.post('/office/requests/suppressed', { email: 'ann' })
  const done = await office!.post('/office/requests/suppressed', { email: 'ann@example.org' })

  expect(wrong.status).toBe(422)
  expect(await (await office!.follow(done)).text()).toContain('1 address is on the list')
  const { rows } = await installation.owner.query<{ email_hash: string }>('select email_hash from people.suppression')
  expect(rows).toHaveLength(1)
  expect(rows[0]!.email_hash).not.toContain('ann')
  expect((await installation.owner.query('select from people.reachable')).rowCount).toBe(0)
})
