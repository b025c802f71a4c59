import { expect, test } from 'vitest'
import {
  ago,
  civilDayWords,
  day,
  dayAndTime,
  fileSize,
  list,
  longDay,
  longDayAndTime,
  monthAndYear,
  monthName,
  number,
  percent,
  plural,
  pounds,
  time,
} from './words.ts'

const london = 'Europe/London'
const at = (iso: string) => new Date(iso)

test('days are written in full, with the month in letters', () => {
  expect(longDay(at('2026-12-03T19:00:00Z'), london)).toBe('Thursday 3 December 2026')
  expect(day(at('2026-09-03T19:00:00Z'), london)).toBe('3 September 2026')
  expect(monthAndYear(at('2026-09-03T19:00:00Z'), london)).toBe('September 2026')
  expect(civilDayWords('2027-01-15')).toBe('Friday 15 January 2027')
  expect(Array.from({ length: 12 }, (_, index) => monthName(index + 1)).join(' ')).toBe(
    'January February March April May June July August September October November December',
  )
})

test('a summer evening late in UTC is the next day in London', () => {
  expect(longDay(at('2026-06-30T23:30:00Z'), london)).toBe('Wednesday 1 July 2026')
  expect(time(at('2026-06-30T23:30:00Z'), london)).toBe('12.30am')
  expect(longDay(at('2026-06-30T23:30:00Z'), 'UTC')).toBe('Tuesday 30 June 2026')
})

test('times are written as people say them', () => {
  const said = ['00:00', '00:05', '09:00', '11:59', '12:00', '12:30', '19:00', '19:30', '23:59'].map((clock) =>
    time(at(`2026-12-03T${clock}:00Z`), london),
  )

  expect(said).toEqual(['midnight', '12.05am', '9am', '11.59am', 'midday', '12.30pm', '7pm', '7.30pm', '11.59pm'])
  expect(longDayAndTime(at('2026-12-03T19:00:00Z'), london)).toBe('Thursday 3 December 2026, 7pm')
  expect(dayAndTime(at('2026-06-03T18:30:00Z'), london)).toBe('3 June 2026, 7.30pm')
})

test('what happened lately is told by its distance', () => {
  const now = at('2026-11-21T18:00:00Z')
  const told = (iso: string) => ago(at(iso), now, london)

  expect(told('2026-11-21T17:59:30Z')).toBe('just now')
  expect(told('2026-11-21T17:59:00Z')).toBe('1 minute ago')
  expect(told('2026-11-21T17:18:00Z')).toBe('42 minutes ago')
  expect(told('2026-11-21T15:00:00Z')).toBe('3 hours ago')
  expect(told('2026-11-20T19:00:00Z')).toBe('yesterday')
  expect(told('2026-11-16T19:00:00Z')).toBe('5 days ago')
  expect(told('2026-11-14T12:00:00Z')).toBe('14 November 2026')
  expect(told('2026-11-21T19:00:00Z')).toBe('21 November 2026, 7pm')
  expect(ago(at('2026-11-20T23:30:00Z'), at('2026-11-21T00:30:00Z'), london)).toBe('1 hour ago')
})

test('numbers carry commas and money is whole pence', () => {
  expect([
    number(1842),
    percent(0.404),
    plural(1, 'post'),
    plural(3000, 'post'),
    plural(2, 'person', 'people'),
  ]).toEqual(['1,842', '40%', '1 post', '3,000 posts', '2 people'])
  expect([1500, 624_018, -350, 5, 0].map(pounds)).toEqual(['£15', '£6,240.18', '−£3.50', '£0.05', '£0'])
})

test('names are joined by commas and "and", files are measured in round numbers', () => {
  expect([list([]), list(['Ann']), list(['Ann', 'Ben']), list(['Ann', 'Ben', 'Carys'])]).toEqual([
    '',
    'Ann',
    'Ann and Ben',
    'Ann, Ben and Carys',
  ])
  expect([1, 820, 12_400, 999_900, 3_400_000, 2_100_000_000].map(fileSize)).toEqual([
    '1 byte',
    '820 bytes',
    '12 KB',
    '1 MB',
    '3.4 MB',
    '2.1 GB',
  ])
})
