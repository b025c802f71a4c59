import { expect, test } from 'vitest'
import { blockersOf } from './blockers.ts'
import { endsAbout, leftSentence, paceSentence } from './pace.ts'
import { becomings, becomingTitle, becomingWords } from './reasons.ts'
import { readWhen, whenWords } from './when.ts'

const none = { per_second: null, per_hour: null, per_day: null }
const from = new Date('2026-11-23T09:00:00Z')
const zone = 'Europe/London'
const days = (count: number) => count * 24 * 3_600_000

test.each([
  [400, { ...none, per_day: 200 }, 0, 1],
  [401, { ...none, per_day: 200 }, 0, 2],
  [200, { ...none, per_day: 200 }, 0, 0],
  [200, { ...none, per_day: 200 }, 150, 1], // other letters of today count too
  [200, { ...none, per_day: 200 }, 900, 1],
  [0, { ...none, per_day: 200 }, 0, 0],
  [240, { ...none, per_hour: 10 }, 0, 0],
  [250, { ...none, per_hour: 10 }, 0, 1],
])('%i letters at %o with %i of today’s used up end %i days later', (...[readers, caps, already, later]) => {
  const ends = endsAbout(readers, { caps, from, already })

  expect(Math.floor((ends.getTime() - from.getTime()) / days(1))).toBe(later)
})

test('how long it takes is said in days, hours or minutes, and promises no seconds', () => {
  expect(paceSentence(400, { caps: { ...none, per_day: 200 }, from, zone })).toBe(
    '400 letters at 200 a day: it ends on Tuesday 24 November 2026.',
  )
  expect(paceSentence(30, { caps: { ...none, per_hour: 10 }, from, zone })).toBe(
    '30 letters at 10 an hour: it ends at about 11am.',
  )
  expect(paceSentence(1, { caps: none, from, zone })).toBe('1 letter: it takes about a minute.')
  expect(paceSentence(3000, { caps: none, from, zone })).toBe('3,000 letters: it takes about 10 minutes.')
  expect(leftSentence(0, { caps: none, at: from, zone })).toBe('The last ones are on their way.')
  expect(leftSentence(15, { caps: { ...none, per_day: 20 }, at: from, zone, already: 20 })).toContain('24 November')
  expect(leftSentence(400, { caps: { ...none, per_day: 200 }, at: from, zone })).toContain('Tuesday 24 November')
})

test('a time is the group’s own, also on the nights when the clocks change', () => {
  const now = new Date('2026-10-20T12:00:00Z')
  const read = (typed: string) => readWhen(typed, { now, zone })

  expect(read('')).toEqual({ ok: true, wished: undefined, at: new Date('2026-10-20T12:05:00Z'), clock: '' })
  expect(read('2026-10-20T13:02')).toMatchObject({ at: new Date('2026-10-20T12:05:00Z') }) // sooner than it may
  expect(read('2026-10-25T01:30')).toMatchObject({
    at: new Date('2026-10-25T00:30:00Z'),
    clock: expect.stringContaining('comes twice'),
  })
  expect(read('2027-03-28T01:30')).toMatchObject({
    at: new Date('2027-03-28T01:30:00Z'),
    clock: expect.stringContaining('there is no 1.30am'),
  })
  for (const wrong of ['tomorrow', '2026-02-30T09:00', '2026-10-19T09:00', '2036-01-01T09:00'])
    expect(read(wrong)).toMatchObject({ ok: false })
  expect(whenWords(new Date('2026-10-20T18:05:00Z'), { now, zone })).toBe('at 7.05pm')
  expect(whenWords(new Date('2026-10-25T18:05:00Z'), { now, zone })).toBe('on Sunday 25 October 2026 at 6.05pm')
})

test('whatever stands in the way is said at once, each with where it is mended', () => {
  const letter = { id: 'x', subject: 'News', hasWords: true }
  const imprint = { name: 'Nora', address: 'Mill Row' }

  expect(blockersOf({ letter, imprint, readers: 3 })).toEqual([])
  expect(
    blockersOf({
      letter: { id: 'x', subject: ' ', hasWords: false },
      imprint: { name: 'Nora', address: '' },
      readers: 0,
    }).map(({ mend }) => mend.href),
  ).toEqual(['/office/letters/x', '/office/letters/x', '/office/settings#about', '/office/letters/x/audience'])
})

test('each thing that can become of somebody has words, for one and for many', () => {
  for (const what of becomings)
    for (const kind of ['newsletter', 'notice'] as const) {
      expect(becomingWords(what, 1, kind)).toMatch(/^1 \w/)
      expect(becomingTitle(what, kind)).toMatch(/^[A-Z]/)
    }
  expect(becomingWords('no_yes', 12, 'newsletter')).toBe('12 have not said yes to newsletters')
})
