import { beforeEach, expect, test } from 'vitest'
import { type Browser, signedInAs, visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import type { KnownGroup } from '../../platform/groups.ts'
import type { Role } from '../../platform/roles.ts'
import { anOfficer } from '../factories.ts'
import type { Kind } from '../kinds.ts'
import * as memberships from '../memberships.ts'
import * as persons from '../persons.ts'
import type { Change } from './counts.ts'
import { dayAsked } from './dayAsked.ts'
import { seriesUpTo, yearsOf } from './series.ts'

const installation = testInstallation()
const HOME = '/office/register/numbers'
const LONDON = 'E12000007'
let group: KnownGroup
let chair: Browser

const officer = async (role: Role) => {
  const person = await anOfficer(installation.context(group), { role })
  return signedInAs(installation, group, { ...person, strongly: true })
}

/** Somebody who was of a kind from one day to another. */
const was = (kind: Kind, [from, to]: readonly [string, string?], region: string | null = null) =>
  installation.context(group).act(async (act) => {
    const begun = { ...act, at: new Date(`${from}T12:00:00Z`) }
    const { id } = await persons.addOrFind(begun, { name: 'Somebody', email: null, kind, region })
    if (to) await memberships.end({ ...act, at: new Date(`${to}T12:00:00Z`) }, { personId: id, because: 'left' })
    return id
  })

beforeEach(async () => {
  group = await aGroup(installation)
  chair = await officer('chair')
})

test('a past day is counted as it was', async () => {
  await was('member', ['2023-02-01', '2024-05-10'], LONDON)
  await was('member', ['2024-01-15'])
  await was('supporter', ['2024-03-01'])

  const figures = async (day: string) => (await (await chair.get(`${HOME}/${day}.csv`)).text()).split(/\r?\n/).slice(1)

  expect(await figures('2023-12-31')).toEqual(['Members,London,1', ''])
  expect(await figures('2024-05-09')).toEqual(['Members,London,1', 'Members,Not known,1', 'Supporters,Not known,1', ''])
  expect(await figures('2024-05-10')).toEqual(['Members,Not known,1', 'Supporters,Not known,1', ''])
})

test('the page says the numbers in figures, words and a table', async () => {
  await was('member', ['2024-01-15'], LONDON)

  const page = await (await chair.get(`${HOME}?on-day=1&on-month=6&on-year=2024`)).text()

  expect(page).toContain('1 June 2024')
  expect(page).toContain('1 person of 1, in 1 region.')
  expect(page).toContain('<th scope="row">London</th>')
})

test('with nobody on the register the page says so', async () => {
  const page = await (await chair.get(`${HOME}?on=2001-01-01`)).text()

  expect(page).toContain('The group had no members or supporters on 1 January 2001.')
})

test.each([
  [{ 'on-day': '31', 'on-month': '2', 'on-year': '2024' }, 'Enter a real day, like 31 12 2025.'],
  [{ 'on-day': 'x', 'on-month': '', 'on-year': '' }, 'Enter a real day, like 31 12 2025.'],
  [{ on: '2999-01-01' }, 'Choose today or a day before it.'],
])('what is no day that was, %j, comes back with a sentence', async (query, error) => {
  const response = await chair.get(`${HOME}?${new URLSearchParams(query).toString()}`)

  expect([response.status, (await response.text()).includes(error)]).toEqual([422, true])
})

test('an editor, somebody without a second factor and a visitor see no numbers', async () => {
  const editor = await officer('editor')
  const weak = await signedInAs(
    installation,
    group,
    await anOfficer(installation.context(group), { role: 'membership' }),
  )
  const visitor = visitorOf(installation, group)

  const asked = await Promise.all([editor, weak, visitor].map((browser) => browser.get(HOME)))

  expect(asked.map(({ status }) => status)).toEqual([403, 403, 303])
})

const change = (kind: Kind, month: string, [began, ended = 0]: readonly [number, number?]): Change => ({
  kind,
  month,
  began,
  ended,
})

test('a month’s number is what began less what ended up to its end', () => {
  const changes = [
    change('member', '2025-11', [5]),
    change('member', '2026-01', [2, 1]),
    change('supporter', '2026-01', [1]),
  ]

  const { months, points } = seriesUpTo('2026-02-10', changes)

  expect(months).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
  expect(points.member).toEqual([5, 5, 6, 6])
  expect(points.supporter).toEqual([0, 0, 1, 1])
})

test('years are told the newest first', () => {
  const changes = [
    change('member', '2024-02', [3]),
    change('member', '2024-12', [1, 2]),
    change('member', '2025-01', [0, 1]),
  ]

  expect(yearsOf('member', changes)).toEqual([
    { year: '2025', began: 0, ended: 1 },
    { year: '2024', began: 4, ended: 2 },
  ])
})

test('without a day typed it is today', () => {
  expect(dayAsked({}, '2026-11-02')).toEqual({ day: '2026-11-02', typed: { year: '2026', month: '11', day: '2' } })
})
