import { expect, test } from 'vitest'
import { pastedMapping, pastedRows } from './pastedNames.ts'
import { understand } from './understanding/understanding.ts'

const people = (text: string) =>
  pastedRows(text).map(
    (row) =>
      understand(row, {
        mapping: pastedMapping,
        orders: [],
        today: '2026-11-22',
        postcode: (typed) => typed.toUpperCase(),
      }).person,
  )

test.each([
  ['Ann Price, ann@example.org, met in Leek'],
  ['ann@example.org, Ann Price, met in Leek'],
  ['met in Leek, Ann Price, ann@example.org'],
  ['Ann Price <ann@example.org> met in Leek'],
  ['Ann Price\tann@example.org\tmet in Leek'],
  ['- Ann Price, ann@example.org, met in Leek'],
  ['• Price, Ann; ann@example.org; met in Leek'],
  ['12. Ann Price, ann@example.org, met in Leek'],
  ['3) Ann Price – ann@example.org – met in Leek'],
  ['Ann Price (ann@example.org): met in Leek'],
])('“%s” is Ann', (line) => {
  expect(people(line)).toMatchObject([{ name: 'Ann Price', email: 'ann@example.org', notes: 'met in Leek' }])
})

test('a name alone, an address alone, every script, and a phone and postcode among them', () => {
  expect(people('Cher\n\nann@example.org\n李小龙, li@example.org\nBob Lee 07700 900463 sy1 1aa')).toEqual([
    { name: 'Cher' },
    { email: 'ann@example.org' },
    { name: '李小龙', email: 'li@example.org' },
    { name: 'Bob Lee', phone: '+447700900463', postcode: 'SY1 1AA' },
  ])
})

test('a line copied from a mail program is several people', () => {
  expect(people('Ann Price <ann@example.org>; "Lee, Bob" <bob@example.org>, Cy <cy@example.org>')).toMatchObject([
    { name: 'Ann Price', email: 'ann@example.org' },
    { name: 'Bob Lee', email: 'bob@example.org' },
    { name: 'Cy', email: 'cy@example.org' },
  ])
})

test('rows are numbered as lines, and blank ones are nobody', () => {
  expect(pastedRows('Ann\n\n  \nBob\n').map(({ number }) => number)).toEqual([1, 4])
})
