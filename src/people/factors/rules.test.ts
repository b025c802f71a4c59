import { expect, test } from 'vitest'
import { type Role, roles } from '../../platform/roles.ts'
import { browserName } from '../browserName.ts'
import { placeOf } from './place.ts'
import { asRecoveryCode } from './recoveryCodes.ts'
import { isStrong, mustHaveSecondFactor } from './rules.ts'
import { inFours, newKey, uriOf } from './totp.ts'

test('officers who see the register or money need a second factor, the others do not', () => {
  const need = (...held: Role[]) => mustHaveSecondFactor({ roles: new Set(held) })

  expect(roles.filter((role) => !need(role))).toEqual(['editor'])
  expect([need(), need('editor', 'treasurer')]).toEqual([false, true])
})

test('a session is strong by a factor or by a host’s link', () => {
  expect(isStrong({ by_host: false, second_factor: null })).toBe(false)
  expect(isStrong({ by_host: true, second_factor: null })).toBe(true)
  expect(isStrong({ by_host: false, second_factor: 'passkey' })).toBe(true)
})

test.each([
  ['https://care.example.org', { rpId: 'care.example.org', origin: 'https://care.example.org' }],
  ['https://care.example.org:8443', { rpId: 'care.example.org', origin: 'https://care.example.org:8443' }],
  ['http://localhost:3000', { rpId: 'localhost', origin: 'http://localhost:3000' }],
  ['http://rivers.localhost:3000', { rpId: 'rivers.localhost', origin: 'http://rivers.localhost:3000' }],
  ['http://care.example.org', null],
  ['http://notlocalhost', null],
  ['http://127.0.0.1:3000', null],
  ['https://192.0.2.1', null],
  ['https://[2001:db8::1]', null],
])('the place of %s is %j', (origin, place) => {
  expect(placeOf(origin)).toEqual(place)
})

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox on Windows'],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0', 'Edge on Windows'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1 Version/26.1 Safari/604.1',
    'Safari on an iPhone',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/26.1 Safari/605.1.15',
    'Safari on a Mac',
  ],
  ['Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36', 'Chrome on Android'],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/142.0 Safari/537.36', 'Chrome on Linux'],
  ['curl/8.0', null],
  [undefined, null],
])('%s is shown as %s', (userAgent, name) => {
  expect(browserName(userAgent)).toBe(name)
})

test('a recovery code is read as people write it', () => {
  for (const typed of ['7K2MQ-X4VD1', '7k2mq x4vdl', '7K2MQX4VDI']) expect(asRecoveryCode(typed)).toBe('7K2MQX4VD1')
  expect(asRecoveryCode('OoO-o0')).toBe('00000')
})

test('an app reads the group, the person and the key from the square', () => {
  const key = newKey()
  const uri = new URL(uriOf(key, { group: 'Fair Care: the forum', person: 'ada@example.org' }))

  expect(uri.protocol).toBe('otpauth:')
  expect(Object.fromEntries(uri.searchParams)).toEqual({
    issuer: 'Fair Care: the forum',
    secret: key,
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  })
  expect(inFours(key)).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
})
