import { expect, test } from 'vitest'
import type { Role } from '../platform/roles.ts'
import { firstDayWithoutAppointer, overlap, standingOn } from './officeRules.ts'

const TODAY = '2026-11-22'
let ids = 0
const term = (role: Role, from: string, to: string | null = null) => ({ id: String(++ids), role, from, to })

test.each([
  ['2026-11-21', null, 'in office'],
  ['2026-11-22', null, 'in office'],
  ['2026-11-23', null, 'coming'],
  ['2026-01-01', '2026-11-22', 'ended'],
  ['2026-01-01', '2026-11-23', 'in office'],
] as const)('an office from %s until %s is %s', (from, to, standing) => {
  expect(standingOn({ from, to }, TODAY)).toBe(standing)
})

test.each([
  [{ from: '2026-01-01', to: null }, { from: '2026-06-01', to: null }, true],
  [{ from: '2026-01-01', to: '2026-06-01' }, { from: '2026-06-01', to: null }, false],
  [{ from: '2026-01-01', to: '2026-06-02' }, { from: '2026-06-01', to: null }, true],
  [{ from: '2026-07-01', to: null }, { from: '2026-06-01', to: '2026-07-01' }, false],
])('%j and %j share a day: %s', (one, other, shared) => {
  expect(overlap(one, other)).toBe(shared)
})

test('the last chair cannot end, today or later', () => {
  const chair = term('chair', '2026-01-01')

  expect(firstDayWithoutAppointer([chair], [{ ...chair, to: TODAY }], TODAY)).toBe(TODAY)
  expect(firstDayWithoutAppointer([chair], [{ ...chair, to: '2027-01-01' }], TODAY)).toBe('2027-01-01')
})

test('a chair may end on the day on which another begins', () => {
  const [old, next] = [term('chair', '2026-01-01'), term('chair', '2027-01-01')]

  expect(firstDayWithoutAppointer([old, next], [{ ...old, to: '2027-01-01' }, next], TODAY)).toBeNull()
  expect(firstDayWithoutAppointer([old, next], [{ ...old, to: '2026-12-31' }, next], TODAY)).toBe('2026-12-31')
})

test('whoever else appoints must still be there later', () => {
  const [chair, secretary] = [term('chair', '2026-01-01'), term('secretary', '2026-01-01', '2026-12-24')]

  expect(firstDayWithoutAppointer([chair, secretary], [{ ...chair, to: TODAY }, secretary], TODAY)).toBe('2026-12-24')
})

test('a group that has nobody anyway is kept from nothing', () => {
  const editor = term('editor', '2026-01-01')

  expect(firstDayWithoutAppointer([editor], [{ ...editor, to: TODAY }], TODAY)).toBeNull()
})
