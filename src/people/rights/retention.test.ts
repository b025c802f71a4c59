import { beforeEach, expect, test } from 'vitest'
import { type Browser, signedInAs } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import type { Act } from '../../platform/act.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import { work } from '../../serve.ts'
import * as bases from '../bases.ts'
import { anOfficer } from '../factories.ts'
import type { Kind } from '../kinds.ts'
import * as memberships from '../memberships.ts'
import * as persons from '../persons.ts'
import { cutoffs, keptUntil, retentionSetting, ruleWords } from './retentionRules.ts'
import * as requests from './requests.ts'

const installation = testInstallation()
let group: KnownGroup
let office: Browser

beforeEach(async () => {
  group = await aGroup(installation, { slug: 'weir' })
  const mary = await anOfficer(installation.context(group), { name: 'Mary Secretary', role: 'membership' })
  office = await signedInAs(installation, group, { ...mary, strongly: true })
})

const HOME = '/office/requests/retention'
const yearsAgo = (years: number, days = 0) => new Date(Date.now() - years * 365.25 * 86_400_000 - days * 86_400_000)
const actAt = <T>(at: Date, job: (act: Act) => Promise<T>) => installation.context(group).act((a) => job({ ...a, at }))

/** Somebody who came then, with a right to be held from that day. */
const someone = (name: string, { kind = 'contact', came }: { kind?: Kind; came: Date }) =>
  actAt(came, async (act) => {
    const { id: personId } = await persons.addOrFind(act, { name, email: null, kind })
    await bases.give(act, { personId, purpose: 'register', basis: 'regular_contact', channel: 'officer' })
    return personId
  })
const look = () =>
  work.timetable.find(({ job }) => job.name === 'people.propose_retention')!.job.run(installation.context(group), {})
const proposed = async () => {
  const { rows } = await installation.owner.query<{ found: string }>(
    `select rule || ': ' || p.name as found from people.retention_proposal r join people.person p on p.id = r.person_id where kept_until is null order by 1`,
  )
  return rows.map(({ found }) => found)
}
const decide = (fields: Record<string, string | readonly string[]>) => office.post(`${HOME}/decisions`, fields)

test('the years are counted back in calendar years, over a leap day too', () => {
  const years = { ...retentionSetting.standard, left: 4 }

  expect(cutoffs(years, '2028-02-29').left).toBe('2024-02-29')
  expect(cutoffs(years, '2028-02-29').lapsed).toBe('2025-02-28')
  expect(keptUntil('2028-02-29')).toBe('2029-02-28')
  expect(ruleWords('no_right', years)).toContain('more than 1 year there')
})

test('each rule speaks of those it means, and of nobody else', async () => {
  const gone = await someone('Left Long', { kind: 'member', came: yearsAgo(5) })
  const justGone = await someone('Left Lately', { kind: 'member', came: yearsAgo(5) })
  const lapsed = await someone('Lapsed Long', { kind: 'member', came: yearsAgo(6) })
  const justLapsed = await someone('Lapsed Lately', { kind: 'member', came: yearsAgo(6) })
  await someone('Quiet Contact', { came: yearsAgo(3, 5) })
  await someone('Young Contact', { came: yearsAgo(1) })
  const spokenTo = await someone('Spoken To', { came: yearsAgo(4) })
  const noRight = await someone('No Right', { kind: 'member', came: yearsAgo(4) })
  await someone('Member Still', { kind: 'member', came: yearsAgo(9) })
  await actAt(yearsAgo(2, 5), (a) => memberships.end(a, { personId: gone, because: 'left' }))
  await actAt(yearsAgo(1), (a) => memberships.end(a, { personId: justGone, because: 'left' }))
  await actAt(yearsAgo(3, 5), (a) => memberships.end(a, { personId: lapsed, because: 'lapsed' }))
  await actAt(yearsAgo(2, 5), (a) => memberships.end(a, { personId: justLapsed, because: 'lapsed' }))
  await actAt(yearsAgo(1, 5), (a) => bases.end(a, { personId: noRight, purpose: 'register', because: 'withdrawn' }))
  await note(spokenTo, yearsAgo(1))

  await look()

  expect(await proposed()).toEqual([
    'contact: Quiet Contact',
    'lapsed: Lapsed Long',
    'left: Left Long',
    'no_right: No Right',
  ])
})

test('somebody who came back is proposed no longer, and an officer never', async () => {
  const back = await someone('Came Back', { kind: 'member', came: yearsAgo(5) })
  const officer = await someone('Old Officer', { came: yearsAgo(8) })
  await actAt(yearsAgo(3), (a) => memberships.end(a, { personId: back, because: 'left' }))
  await actAt(yearsAgo(0), (a) =>
    a.tx
      .insertInto('people.role_held')
      .values({ group_id: group.id, person_id: officer, role: 'editor', from_on: '2020-01-01' })
      .execute(),
  )
  await look()
  const before = await proposed()
  await actAt(new Date(), (a) => memberships.begin(a, { personId: back, kind: 'member' }))
  const asked = await decide({ rule: 'left', id: back, to: 'go' })

  await look()

  expect([before, await proposed()]).toEqual([['left: Came Back'], []])
  expect(await (await office.follow(asked)).text()).toContain('The erasure of 0 people waits')
})

test('looking deletes nothing; asking goes the way of two officers, for all that are ticked', async () => {
  const ids = [await someone('Quiet One', { came: yearsAgo(4) }), await someone('Quiet Two', { came: yearsAgo(5) })]
  await look()
  const page = await (await office.get(`${HOME}?rule=contact`)).text()
  const today = await (await office.get('/office')).text()

  const response = await decide({ rule: 'contact', id: ids, to: 'go' })

  expect(page.indexOf('Quiet Two')).toBeLessThan(page.indexOf('Quiet One'))
  expect(today).toContain('2 entries have been kept long enough')
  expect(await (await office.follow(response)).text()).toContain('The erasure of 2 people waits for another officer.')
  const { rows } = await installation.owner.query('select state, reason from people.approval')
  expect(rows).toMatchObject([{ state: 'asked' }, { state: 'asked' }])
  expect((await installation.owner.query(`select from people.person where name like 'Quiet%'`)).rowCount).toBe(2)
})

test('what is kept for another year needs a reason, rests for a year and comes again', async () => {
  const id = await someone('Quiet One', { came: yearsAgo(4) })
  await look()
  const bare = await decide({ rule: 'contact', id, to: 'keep', why: '' })
  const kept = await decide({ rule: 'contact', id, to: 'keep', why: 'She will be asked to speak.' })
  await look()
  const resting = await proposed()
  await installation.owner.query('update people.retention_proposal set kept_until = current_date')

  await look()

  expect([bare.status, kept.status]).toEqual([422, 303])
  expect(await bare.text()).toContain('Write why it should be kept.')
  expect([resting, await proposed()]).toEqual([[], ['contact: Quiet One']])
})

test('old notes and answered requests are deleted at once, the young ones stay, and it can be undone', async () => {
  const id = await someone('Much Noted', { kind: 'member', came: yearsAgo(9) })
  await note(id, yearsAgo(6))
  await note(id, yearsAgo(4))
  const old = await actAt(yearsAgo(3), (a) =>
    requests.receive(a, { personId: id, kind: 'complaint', channel: 'email' }),
  )
  await actAt(yearsAgo(2, 9), (a) => requests.answer(a, { id: old, outcome: 'done', words: 'Sorry.' }))
  await look()
  const before = await proposed()
  const count = async () =>
    (await installation.owner.query('select from people.note union all select from people.data_request')).rowCount

  const notes = await decide({ rule: 'notes', id, to: 'go' })
  const without = await count()
  const page = await (await office.follow(notes)).text()
  await decide({ rule: 'requests', id, to: 'go' })

  expect(before).toEqual(['notes: Much Noted', 'requests: Much Noted'])
  expect([without, await count()]).toEqual([2, 1])
  expect(page).toContain('1 entry is deleted.')
  expect(await proposed()).toEqual([])
  await office.post('/office/undo', { act: /name="act" value="([^"]+)"/.exec(page)![1]! })
  expect([await count(), await proposed()]).toEqual([2, ['notes: Much Noted']])
})

test('the group sets its own years, and the list follows', async () => {
  await someone('Quiet One', { came: yearsAgo(4) })
  const years = { left: '2', lapsed: '3', contact: '5', no_right: '1', requests: '2', notes: '5' }
  await look()

  const wrong = await office.post(`${HOME}/years`, { ...years, contact: 'five' })
  await office.post(`${HOME}/years`, years)
  const longer = await proposed()
  await office.post(`${HOME}/years`, { ...years, contact: '3' })

  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('Enter a whole number of years from 1 to 20.')
  expect([longer, await proposed()]).toEqual([[], ['contact: Quiet One']])
})

test('somebody erased is never proposed: of them there is no name to propose', async () => {
  const id = await someone('Quiet One', { came: yearsAgo(4) })
  await installation.owner.query(
    'insert into platform.erasure (group_id, person_id, erased_at) values ($1, $2, now())',
    [group.id, id],
  )

  await look()

  expect(await proposed()).toEqual([])
})

const note = (person_id: string, at: Date) =>
  actAt(at, (a) =>
    a.tx
      .insertInto('people.note')
      .values({ group_id: group.id, person_id, words: 'Spoke to them', written_at: at })
      .execute(),
  )
