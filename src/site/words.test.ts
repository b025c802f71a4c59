import { expect, test } from 'vitest'
import { sources } from '../../test/sources.ts'
import type { Entry } from '../platform/activity.ts'
import { together } from './activity.ts'
import { eventWords, unspoken } from './eventWords.ts'
import { greeting } from './greeting.ts'

test('every kind of event in the program has words, or is left out on purpose', () => {
  const declared = sources(['src/**/*.ts', '!src/**/*.test.ts']).flatMap(({ text }) =>
    [...text.matchAll(/eventType(?:<[^(]*>)?\(\s*'([\w.]+)'/g)].map(([, name]) => name!),
  )

  expect(declared.length).toBeGreaterThan(15)
  expect(new Set(declared)).toEqual(new Set([...Object.keys(eventWords), ...unspoken]))
})

const zone = 'Europe/London'

test.each([
  ['2026-11-22T06:00:00Z', 'Good morning, Ann'],
  ['2026-07-01T10:59:00Z', 'Good morning, Ann'],
  ['2026-07-01T11:00:00Z', 'Good afternoon, Ann'],
  ['2026-11-22T17:59:00Z', 'Good afternoon, Ann'],
  ['2026-11-22T18:00:00Z', 'Good evening, Ann'],
  ['2026-11-22T03:00:00Z', 'Good evening, Ann'],
])('at %s by the group’s clock the greeting is %s', (moment, words) => {
  expect(greeting({ name: 'Ann Price', at: new Date(moment), zone })).toBe(words)
})

test.each([
  ['Dr Sunita Rao', 'Sunita'],
  ['Lord Ash', 'Lord Ash'],
  ['Siân', 'Siân'],
  ['Cllr. Ben Okafor', 'Ben'],
])('%s is greeted as %s', (name, called) => {
  expect(greeting({ name, at: new Date('2026-11-22T10:00:00Z'), zone })).toBe(`Good morning, ${called}`)
})

test('nobody without a name is greeted by a comma', () => {
  expect(greeting({ name: '', at: new Date('2026-11-22T10:00:00Z'), zone })).toBe('Good morning')
})

const entry = (given: Partial<Entry>): Entry => ({
  id: 'x',
  actId: 'x',
  at: new Date('2026-11-22T10:00:00Z'),
  by: { kind: 'person', personId: 'ann' },
  event: 'publishing.entry_published',
  payload: {},
  ...given,
})

test('the same thing done by one person within an hour is one line; by another, or a day before, it is its own', () => {
  const runs = together([
    entry({}),
    entry({ at: new Date('2026-11-22T09:30:00Z') }),
    entry({ by: { kind: 'person', personId: 'ben' } }),
    entry({ at: new Date('2026-11-21T10:00:00Z'), by: { kind: 'person', personId: 'ben' } }),
  ])

  expect(runs.map((run) => run.length)).toEqual([2, 1, 1])
})

test('several of a kind are counted in words', () => {
  expect(eventWords['publishing.picture_added']!.many(3)).toBe('added 3 pictures')
  expect(eventWords['people.officer_appointed']!.one).toBe('appointed an officer')
})
