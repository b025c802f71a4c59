import { expect, test } from 'vitest'
import { type Compared, keysOf, scoreOf } from './scores.ts'

const record = (name: string, email: string | null = null, postcode: string | null = null): Compared => ({
  name,
  emails: email === null ? [] : [email],
  postcode,
})
const score = (one: Compared, other: Compared) => scoreOf(one, other)?.score ?? 0

test.each([
  ['one mailbox with a plus', record('Ann Price', 'ann+news@gmail.com'), record('A. P.', 'a.nn@googlemail.com')],
  ['the same name at one postcode', record('Ann Price', null, 'SY1 1AA'), record('ann  PRICE', null, 'SY1 1AA')],
  ['nearly the same name at one postcode', record('Ann Price', null, 'SY1 1AA'), record('Ann Pryce', null, 'SY1 1AA')],
  ['the same name next door', record('Ann Price', null, 'SY1 1AA'), record('Ann Price', null, 'SY1 1ZZ')],
  ['the same name, once without a postcode', record('Ann Price', null, 'SY1 1AA'), record('Ann Price')],
])('%s is looked at, and found', (_, one, other) => {
  expect(score(one, other)).toBeGreaterThanOrEqual(50)
  const keys = new Set(keysOf(other))
  expect(keysOf(one).some((key) => keys.has(key))).toBe(true)
})

test.each([
  ['the same name in another town', record('John Smith', null, 'SY1 1AA'), record('John Smith', null, 'LS1 2BB')],
  ['two names at one address', record('Ann Price', null, 'SY1 1AA'), record('Ben Price', null, 'SY1 1AA')],
  ['nearly the same name, with no postcode to go by', record('Ann Price'), record('Ann Pryce')],
  ['a plus of a host that may mean two people', record('A', 'a+b@example.org'), record('Bee', 'a@example.org')],
])('%s is nobody’s business', (_, one, other) => {
  expect(scoreOf(one, other)).toBeNull()
})

test('more alike counts more, and why is said', () => {
  const ann = record('Ann Price', 'ann@example.org', 'SY1 1AA')

  expect(score(ann, { ...ann })).toBeGreaterThan(score(ann, record('Ann Price', null, 'SY1 1AA')))
  expect(score(ann, record('Ann Price', null, 'SY1 1AA'))).toBeGreaterThan(
    score(ann, record('Ann Price', null, 'SY1 1ZZ')),
  )
  expect(scoreOf(ann, { ...ann })!.reasons).toEqual(['email', 'same_name', 'postcode'])
})
