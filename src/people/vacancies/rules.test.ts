import { expect, test } from 'vitest'
import type { Role } from '../../platform/roles.ts'
import { comingDays } from './days.ts'
import { acceptsInterest, looksLikeSecret, mayTakeOn, readsInterest } from './rules.ts'

test.each<[string, Role[], Role, boolean, boolean]>([
  ['the chair reads it', ['chair'], 'treasurer', false, true],
  ['the secretary reads it', ['secretary'], 'treasurer', false, true],
  ['the vice-chair does not', ['vice_chair'], 'treasurer', false, false],
  ['the treasurer does not', ['treasurer'], 'treasurer', false, false],
  ['the chair reads who would be chair', ['chair'], 'chair', false, true],
  ['but not of whoever asked that the holder shall not', ['chair'], 'chair', true, false],
  ['the secretary still does', ['secretary'], 'chair', true, true],
  ['who holds both offices is a holder', ['chair', 'secretary'], 'chair', true, false],
])('%s', (...[, roles, role, hideFromHolder, reads]) => {
  expect(readsInterest(new Set(roles), { role, hideFromHolder })).toBe(reads)
})

test.each([
  ['password: hunter2', true],
  ['The passphrase is four words', true],
  ['PIN 4711', true],
  ['code = 991122', true],
  ['In the password manager, under Bank', false],
  ['Passwords: which password manager they are in', false],
  ['Postcode SY1 1AA, second drawer', false],
  ['Key no. 12 at the library', false],
])('“%s” looks like a secret: %s', (words, looks) => {
  expect(looksLikeSecret(words)).toBe(looks)
})

test.each([
  ['member', 'current', false, false, true],
  ['patron', 'current', false, false, true],
  ['supporter', 'current', false, false, false],
  ['contact', 'current', false, true, true],
  ['member', 'lapsed', false, false, false],
  ['member', 'current', true, true, false],
] as const)(
  'a %s, %s, restricted %s, officer %s, may take an office on: %s',
  (...[kind, status, restricted, officer, may]) => {
    expect(mayTakeOn({ kind, status, restricted }, officer)).toBe(may)
  },
)

test('members say so until the end of the day, and only of an open vacancy', () => {
  const sayBy = '2026-12-03'

  expect(acceptsInterest({ state: 'open', sayBy }, '2026-12-03')).toBe(true)
  expect(acceptsInterest({ state: 'open', sayBy }, '2026-12-04')).toBe(false)
  expect(acceptsInterest({ state: 'filled', sayBy }, '2026-12-01')).toBe(false)
})

test('the days to come stand in order: promises, the handover, and who else comes and goes', () => {
  const item = { id: '', kind: 'promise' as const, place: '' }
  const days = comingDays({
    vacancy: { role: 'treasurer', state: 'filled', sayBy: '2026-11-30', handsOverOn: '2026-12-01' },
    items: [
      { ...item, what: 'Send the accounts', dueOn: '2026-12-24', doneAt: null },
      { ...item, what: 'Done already', dueOn: '2026-12-20', doneAt: new Date() },
    ],
    terms: [
      { name: 'Ada', role: 'chair', from: '2024-01-01', to: '2026-12-10' },
      { name: 'Tom', role: 'treasurer', from: '2024-01-01', to: '2026-12-01' },
    ],
    today: '2026-11-22',
  })

  expect(days.map(({ what }) => what)).toEqual(['The handover', 'Ada ends as Chair', 'Send the accounts'])
})
