import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { Config } from './config.ts'
import { networkOf, networkPart } from './origin.ts'

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:0001:2::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['::ffff:192.0.2.7', '::ffff:192.0.2.7'],
  ['local', 'local'],
])('the network %s counts as %s', (address, part) => {
  expect(networkPart(address)).toBe(part)
})

test('every limit counts a visitor’s IPv6 addresses as one network', async () => {
  const app = new Hono().get('/', (c) => c.text(networkOf(c, { trustProxy: true } as Config)))
  const from = async (address: string) => (await app.request('/', { headers: { 'x-forwarded-for': address } })).text()

  expect(await from('2001:db8:1:2::a')).toBe(await from('2001:db8:1:2::b'))
  expect(await from('2001:db8:1:3::a')).not.toBe(await from('2001:db8:1:2::a'))
})
