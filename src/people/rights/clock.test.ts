import { expect, test } from 'vitest'
import { acknowledgeBy, type Clocked, daysUntil, dueOn, mayExtend, mayStop, nextDay, pressing } from './clock.ts'

const request = (given: Partial<Clocked> = {}): Clocked => ({
  kind: 'access',
  receivedOn: '2026-03-10',
  acknowledged: false,
  extended: false,
  stoppedOn: null,
  stoppedDays: 0,
  ...given,
})

test.each([
  ['2026-03-10', '2026-04-10', 'the same day of the next month'],
  ['2026-01-31', '2026-02-28', 'the last day of a shorter month'],
  ['2026-01-29', '2026-02-28', 'the last day, for the 29th too'],
  ['2028-01-31', '2028-02-29', 'the last day of February in a leap year'],
  ['2028-01-29', '2028-02-29', 'the 29th itself in a leap year'],
  ['2026-03-31', '2026-04-30', 'thirty days after the 31st'],
  ['2026-02-28', '2026-03-28', 'not the end of March: a month is not the rest of a month'],
  ['2026-12-31', '2027-01-31', 'over the end of a year'],
  ['2026-10-24', '2026-11-24', 'over the night when clocks go back'],
  ['2026-03-07', '2026-04-07', 'also when it came on a Saturday'],
  ['2026-11-25', '2026-12-25', 'also when the day is a holiday'],
])('what came on %s is due on %s: %s', (receivedOn, due) => {
  expect(dueOn(request({ receivedOn }), receivedOn)).toBe(due)
})

test.each(['erasure', 'restriction', 'objection', 'correction'] as const)('a %s runs by the same month', (kind) => {
  expect(dueOn(request({ kind }), '2026-03-10')).toBe('2026-04-10')
})

test.each([
  ['2026-03-10', '2026-06-10'],
  ['2026-11-30', '2027-02-28'],
  ['2027-11-30', '2028-02-29'],
])('with two months more, %s becomes %s: three months counted from the first day, not one and two', (on, due) => {
  expect(dueOn(request({ receivedOn: on, extended: true }), on)).toBe(due)
})

test('while the person is asked what they mean, the day moves on with each day', () => {
  const stopped = request({ stoppedOn: '2026-03-20' })

  expect(['2026-03-20', '2026-03-21', '2026-04-20'].map((today) => dueOn(stopped, today))).toEqual([
    '2026-04-10',
    '2026-04-11',
    '2026-05-11',
  ])
})

test('days the clock stood still before are put on top, over a month’s end and together with a second time', () => {
  expect(dueOn(request({ receivedOn: '2028-01-31', stoppedDays: 1 }), '2028-02-10')).toBe('2028-03-01')
  expect(dueOn(request({ stoppedDays: 5, stoppedOn: '2026-03-20' }), '2026-03-23')).toBe('2026-04-18')
})

test('a clock that was stopped tomorrow, by the calendar of another zone, does not run backwards', () => {
  expect(dueOn(request({ stoppedOn: '2026-03-21' }), '2026-03-20')).toBe('2026-04-10')
})

test.each([
  ['2026-03-10', '2026-04-08'],
  ['2026-02-01', '2026-03-02'],
  ['2028-02-01', '2028-03-01'],
  ['2026-12-15', '2027-01-13'],
])('a complaint of %s is acknowledged by %s: the day it came is the first of thirty', (receivedOn, by) => {
  expect(acknowledgeBy(request({ kind: 'complaint', receivedOn }))).toBe(by)
})

test('only a complaint must be acknowledged, and once', () => {
  expect(acknowledgeBy(request())).toBeNull()
  expect(acknowledgeBy(request({ kind: 'complaint', acknowledged: true }))).toBeNull()
})

test('a complaint is first acknowledged, then answered by our own two months', () => {
  const complaint = request({ kind: 'complaint' })

  expect(nextDay(complaint, '2026-03-10')).toBe('2026-04-08')
  expect(nextDay({ ...complaint, acknowledged: true }, '2026-03-10')).toBe('2026-05-10')
})

test.each([
  ['2026-03-30', 'running'],
  ['2026-03-31', 'soon'],
  ['2026-04-10', 'soon'],
  ['2026-04-11', 'overdue'],
] as const)('on %s a request due on 10 April is %s', (today, expected) => {
  expect(pressing(request(), today)).toBe(expected)
})

test('a stopped clock presses nobody, however long', () => {
  expect(pressing(request({ stoppedOn: '2026-03-11' }), '2026-08-01')).toBe('stopped')
})

test('two months more can be told once, until the day itself, and never for a complaint', () => {
  expect(mayExtend(request(), '2026-04-10')).toBe(true)
  expect(mayExtend(request(), '2026-04-11')).toBe(false)
  expect(mayExtend(request({ extended: true }), '2026-04-01')).toBe(false)
  expect(mayExtend(request({ kind: 'complaint' }), '2026-03-11')).toBe(false)
})

test('the clock is stopped once at a time, and never for a complaint', () => {
  expect(mayStop(request())).toBe(true)
  expect(mayStop(request({ stoppedOn: '2026-03-11' }))).toBe(false)
  expect(mayStop(request({ kind: 'complaint' }))).toBe(false)
})

test('days are civil days: the hour lost in spring is no day', () => {
  expect(daysUntil('2026-03-30', '2026-03-28')).toBe(2)
  expect(daysUntil('2026-03-28', '2026-03-30')).toBe(-2)
})
