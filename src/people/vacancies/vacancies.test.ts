import { beforeEach, expect, test } from 'vitest'
import { type Browser, signedInAs } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import type { Role } from '../../platform/roles.ts'
import * as bases from '../bases.ts'
import { anOfficer, aPerson } from '../factories.ts'
import { erase } from '../holdings.ts'
import type { Kind } from '../kinds.ts'
import * as memberships from '../memberships.ts'
import * as offices from '../offices.ts'
import type { Person } from '../persons.ts'
import * as interests from './interests.ts'
import { tellMembers } from './letters.ts'

const installation = testInstallation()
const HOME = '/office/officers/vacancies'
const NOTICE = 'Four hours a month and a steady hand.'
let group: KnownGroup
let chair: Browser
let treasurer: Person

const context = () => installation.context(group)
const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const strongly = (person: { readonly id: string }) => signedInAs(installation, group, { id: person.id, strongly: true })
const officer = async (role: Role) => strongly(await anOfficer(context(), { role }))
const rowsOf = async (query: string, values: unknown[] = []) =>
  (await installation.owner.query<Record<string, string | null>>(query, values)).rows
const textOf = async (browser: Browser, path: string) => (await browser.get(path)).text()
const heldOn = async (days: number, role: Role) =>
  (await context().read((tx) => offices.heldOn(tx, dayFromNow(days))))
    .filter((one) => one.role === role)
    .map(({ name }) => name)

beforeEach(async () => {
  group = await aGroup(installation)
  chair = await strongly(await anOfficer(context(), { name: 'Ada Chair' }))
  treasurer = await anOfficer(context(), { role: 'treasurer', name: 'Tom Treasurer' })
})

async function aMember(name: string, kind: Kind = 'member'): Promise<Person> {
  const person = await aPerson(context(), { name })
  await context().act((a) => memberships.begin(a, { personId: person.id, kind }))
  return person
}
async function aVacancy(role: Role = 'treasurer'): Promise<string> {
  const response = await chair.post(HOME, { role, notice: NOTICE, sayBy: dayFromNow(20) })
  return response.headers.get('location')!.split('/').at(-1)!
}
async function says(person: Person, vacancy: string, fields: Record<string, string> = {}): Promise<Response> {
  return (await signedInAs(installation, group, person)).post(`/my/vacancies/${vacancy}/interest`, fields)
}
const choose = async (vacancy: string, person: Person, on: string) => {
  const [ends] = await rowsOf('select id from people.role_held where person_id = $1', [treasurer.id])
  return chair.post(`${HOME}/${vacancy}/appointment`, {
    person: person.id,
    on,
    ends: ends!['id']!,
    minute: 'AGM, item 6',
  })
}

test('a vacancy is opened, members read the notice, and opening it writes to nobody', async () => {
  const ben = await aMember('Ben Orme')

  await aVacancy()

  expect(await textOf(await signedInAs(installation, group, ben), '/my/vacancies')).toContain(NOTICE)
  expect(await rowsOf('select 1 from platform.letter')).toEqual([])
})

test('who is no member reads that offices are for members, and cannot put themselves forward', async () => {
  const vacancy = await aVacancy()
  const sue = await aMember('Sue Porter', 'supporter')

  const text = await textOf(await signedInAs(installation, group, sue), '/my/vacancies')

  expect(text).not.toContain(NOTICE)
  expect(text).toContain('Offices of the group are for its members.')
  expect((await says(sue, vacancy)).status).toBe(403)
})

test('what a member says is read by the chair and the secretary, by no other officer, and stands in no journal', async () => {
  const vacancy = await aVacancy()
  const ben = await aMember('Ben Orme')
  await says(ben, vacancy, { words: 'I kept books for thirty years.' })

  expect(await textOf(chair, `${HOME}/${vacancy}`)).toContain('I kept books for thirty years.')
  expect(await textOf(await officer('secretary'), `${HOME}/${vacancy}`)).toContain('Ben Orme')
  expect(await textOf(await officer('vice_chair'), `${HOME}/${vacancy}`)).not.toContain('Ben Orme')
  expect((await (await officer('treasurer')).get(`${HOME}/${vacancy}`)).status).toBe(403)
  expect(await rowsOf('select 1 from platform.journal where actor_id = $1', [ben.id])).toEqual([])
})

test('whoever holds the office does not see it when the member asked for that, nor that there is anything to see', async () => {
  const vacancy = await aVacancy('chair')
  await says(await aMember('Ben Orme'), vacancy, { words: 'A change would help.', hide: 'yes' })

  const [page, list, today] = [
    await textOf(chair, `${HOME}/${vacancy}`),
    await textOf(chair, HOME),
    await textOf(chair, '/office'),
  ]

  expect(page).not.toContain('Ben Orme')
  expect(list).toContain('Nobody yet')
  expect(today).toContain('Nobody yet: Chair')
  expect(await textOf(await officer('secretary'), `${HOME}/${vacancy}`)).toContain('A change would help.')
})

test('it can be taken back at any time, and nothing of it stays', async () => {
  const vacancy = await aVacancy()
  const ben = await aMember('Ben Orme')
  await says(ben, vacancy, { words: 'I would.' })

  await (await signedInAs(installation, group, ben)).post(`/my/vacancies/${vacancy}/withdrawal`)

  expect(await rowsOf('select 1 from people.vacancy_interest')).toEqual([])
  expect(await textOf(chair, `${HOME}/${vacancy}`)).not.toContain('Ben Orme')
})

test('on the day of the handover permissions move, with nothing that runs by a clock, and both lines have their day', async () => {
  const vacancy = await aVacancy()
  const ben = await aMember('Ben Orme')

  const response = await choose(vacancy, ben, dayFromNow(10))

  expect(response.status).toBe(303)
  expect([await heldOn(9, 'treasurer'), await heldOn(10, 'treasurer')]).toEqual([['Tom Treasurer'], ['Ben Orme']])
  const lines = await rowsOf('select from_on, to_on, minute from people.role_held where role = $1 order by from_on', [
    'treasurer',
  ])
  expect(lines.map(({ to_on, minute }) => [to_on !== null, minute])).toEqual([
    [true, null],
    [false, 'AGM, item 6'],
  ])
  const browsers = [await strongly(treasurer), await strongly(ben)]
  const statuses = async () => Promise.all(browsers.map(async (one) => (await one.get('/office')).status))
  const before = await statuses()
  await installation.owner.query('update people.role_held set from_on = current_date where from_on > current_date')
  await installation.owner.query('update people.role_held set to_on = current_date where to_on > current_date')
  expect([before, await statuses()]).toEqual([
    [200, 403],
    [403, 200],
  ])
})

test('a handover undone gives the office back, and what members said can be read again', async () => {
  const vacancy = await aVacancy()
  const ben = await aMember('Ben Orme')
  await says(ben, vacancy, { words: 'I would.' })
  const text = await (await chair.follow(await choose(vacancy, ben, dayFromNow(10)))).text()
  expect(text).not.toContain('I would.')

  await chair.post('/office/undo', { act: /name="act" value="([^"]+)"/.exec(text)![1]! })

  expect([await heldOn(10, 'treasurer'), await heldOn(400, 'treasurer')]).toEqual([
    ['Tom Treasurer'],
    ['Tom Treasurer'],
  ])
  expect(await textOf(chair, `${HOME}/${vacancy}`)).toContain('I would.')
})

test('the only chair hands over to the next without a day on which nobody could appoint', async () => {
  const vacancy = await aVacancy('chair')
  const ben = await aMember('Ben Orme')
  const [ends] = await rowsOf("select id from people.role_held where role = 'chair'")

  const response = await chair.post(`${HOME}/${vacancy}/appointment`, {
    person: ben.id,
    on: dayFromNow(5),
    ends: ends!['id']!,
    minute: '',
  })

  expect([response.status, await heldOn(5, 'chair')]).toEqual([303, ['Ben Orme']])
})

test('two officers choose one successor: the second is told', async () => {
  const vacancy = await aVacancy()
  await choose(vacancy, await aMember('Ben Orme'), dayFromNow(10))

  const response = await choose(vacancy, await aMember('Cy Dale'), dayFromNow(10))

  expect([response.status, await heldOn(10, 'treasurer')]).toEqual([409, ['Ben Orme']])
})

test('what was said in confidence is erased a week after the appointment, and not before', async () => {
  const vacancy = await aVacancy()
  const ben = await aMember('Ben Orme')
  await says(ben, vacancy, { words: 'I would.' })
  await choose(vacancy, ben, dayFromNow(10))
  const left = async (days: number) => {
    await context().act((a) => interests.sweep({ ...a, at: new Date(Date.now() + days * 86_400_000) }))
    return (await rowsOf('select 1 from people.vacancy_interest')).length
  }

  expect([await left(6), await left(8)]).toEqual([1, 0])
})

test('each member who may be sent notices gets one letter, whatever is pressed and however often the job runs', async () => {
  const vacancy = await aVacancy()
  const notices = { purpose: 'notices', basis: 'membership', channel: 'join' } as const
  const [ben, cy, sue] = [await aMember('Ben Orme'), await aMember('Cy Dale'), await aMember('Sue Porter', 'supporter')]
  for (const { id } of [ben, cy, sue]) await context().act((a) => bases.give(a, { personId: id, ...notices }))
  await context().act((a) => bases.object(a, { personId: cy.id, purpose: 'notices', channel: 'email' }))
  const send = () => chair.post(`${HOME}/${vacancy}/letters`)
  const work = () => installation.runJobs({ jobs: [tellMembers], timetable: [], listeners: [] })

  const first = await (await chair.follow(await send())).text()
  await work()
  const again = await send()
  await tellMembers.run(context(), { vacancy })
  await work()

  expect(first).toContain('1 letter on the way.')
  expect(again.status).toBe(409)
  expect((await rowsOf('select subject from platform.letter')).map(({ subject }) => subject)).toEqual([
    expect.stringContaining('looks for somebody: Treasurer'),
  ])
  expect(await rowsOf('select person_id from people.vacancy_letter')).toEqual([{ person_id: ben.id }])
})

test('the pack has its usual lines, takes more, is ticked off, and both sides sign', async () => {
  const vacancy = await aVacancy()
  const ben = await aMember('Ben Orme')
  await choose(vacancy, ben, dayFromNow(0))
  const pack = `${HOME}/${vacancy}/pack`
  await chair.post(`${pack}/items`, {
    kind: 'promise',
    what: 'Pay the hall by May',
    place: 'Letter of 3 March',
    dueOn: '',
  })
  const [item] = await rowsOf("select id from people.handover_item where what like 'Bank mandate%'")
  await chair.post(`${pack}/items/${item!['id']}/done`, { done: 'yes' })
  const signs = async (person: Person) =>
    (await (await signedInAs(installation, group, person)).post(`/my/vacancies/${vacancy}/signature`)).status

  const [tom, benSigns, stranger] = [await signs(treasurer), await signs(ben), await signs(await aMember('Cy Dale'))]

  const text = await textOf(chair, pack)
  expect([tom, benSigns, stranger]).toEqual([303, 303, 403])
  for (const words of ['From Tom Treasurer to Ben Orme', 'Pay the hall by May', 'Letter of 3 March', 'Done'])
    expect(text).toContain(words)
  expect(text.match(/Signed off<\/span>/g)).toHaveLength(2)
})

test('a password is kept out of the pack, with everything typed', async () => {
  const pack = `${HOME}/${await aVacancy()}/pack`

  const response = await chair.post(`${pack}/items`, {
    kind: 'thing',
    what: 'Bank',
    place: 'password: hunter2',
    dueOn: '',
  })

  const text = await response.text()
  expect([response.status, text.includes('Say where it is kept, never what it is.')]).toEqual([422, true])
  expect(text).toContain('value="Bank"')
})

test.each<[Role, number]>([
  ['secretary', 200],
  ['treasurer', 200],
  ['editor', 403],
  ['membership', 403],
])('the pack of the treasurer opened by the %s answers %s', async (role, status) => {
  const vacancy = await aVacancy()

  expect((await (await officer(role)).get(`${HOME}/${vacancy}/pack`)).status).toBe(status)
})

test('a successor who is erased before the day leaves the office with whoever has it, and the vacancy open', async () => {
  const vacancy = await aVacancy()
  const ben = await aMember('Ben Orme')
  await choose(vacancy, ben, dayFromNow(10))
  const { secret } = installation.services

  await context().act((a) => erase(a, ben.id, { dryRun: false, secret }))

  expect(await heldOn(20, 'treasurer')).toContain('Tom Treasurer')
  expect(await rowsOf('select state from people.vacancy')).toEqual([{ state: 'open' }])
})

test('a chosen appointment is taken back where it was chosen, not behind its back', async () => {
  const vacancy = await aVacancy()
  await choose(vacancy, await aMember('Ben Orme'), dayFromNow(10))
  const [line] = await rowsOf('select begins_id as id from people.vacancy')

  const response = await chair.post(`/office/officers/${line!['id']}/end`)

  expect(response.status).toBe(409)
  expect(await response.text()).toContain('This appointment belongs to a handover.')
})

test('what is missing is said beside each field', async () => {
  const response = await chair.post(HOME, { role: 'emperor', notice: ' ', sayBy: 'soon' })

  const text = await response.text()
  expect(response.status).toBe(422)
  for (const words of [
    'Choose an office.',
    'Say what the office takes.',
    'Enter the day until which members can say so.',
  ])
    expect(text).toContain(words)
})
