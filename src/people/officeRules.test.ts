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
  ['2026-01-01', null, '2026-06-01', null, true],
  ['2026-01-01', '2026-06-01', '2026-06-01', null, false],
  ['2026-01-01', '2026-06-02', '2026-06-01', null, true],
  ['2026-07-01', null, '2026-06-01', '2026-07-01', false],
] as const)('%s to %s and %s to %s share a day: %s', (from, to, from2, to2, shared) => {
  expect(overlap({ from, to }, { from: from2, to: to2 })).toBe(shared)
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
