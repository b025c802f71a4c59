import { expect, test } from 'vitest'
import { aGroup } from '../../test/groups.ts'
import { testInstallation } from '../../test/installation.ts'
import { browserAt } from '../../test/browser.ts'
import { Groups, slugOf } from './groups.ts'

const installation = testInstallation()

test('a group answers to its hosts and to <slug>.localhost, however they are typed', async () => {
  const { id } = await aGroup(installation, { slug: 'ours', hosts: ['Group.Example.ORG', 'www.example.org'] })

  const asked = [
    'group.example.org',
    'GROUP.example.org',
    'group.example.org:8080',
    'group.example.org.',
    'www.example.org',
    'ours.localhost:4100',
    'OURS.localhost',
  ]

  const { groups } = installation.services
  expect(asked.map((host) => groups.byHost(host)?.id)).toEqual(asked.map(() => id))
})

test('any local name is the first group’s', async () => {
  const first = await aGroup(installation)
  await aGroup(installation)

  for (const host of ['localhost', 'localhost:4100', '127.0.0.1:80', '[::1]:4100', '[::1]', '0.0.0.0']) {
    expect(installation.services.groups.byHost(host)?.id, host).toBe(first.id)
  }
})

test('a host of its own wins over the first group’s local names', async () => {
  await aGroup(installation)
  const second = await aGroup(installation, { hosts: ['localhost'] })

  expect(installation.services.groups.byHost('localhost:4100')?.id).toBe(second.id)
})

const STRANGE = [
  'elsewhere.example.org',
  'evil.localhost',
  'group.example.org.evil.org',
  'evilgroup.example.org',
  'group.example.org:99999999',
  'group.example.org:80:80',
  'user@group.example.org',
  'group.example.org, evil.org',
  '.localhost',
  '::1',
  '[::2]',
  '127.0.0.1.evil.org',
  '__proto__',
  'constructor.localhost',
  `${'a'.repeat(5000)}.org`,
]

test.each(STRANGE)('nobody answers to %.60s', async (host) => {
  await aGroup(installation, { hosts: ['group.example.org'] })

  expect(installation.services.groups.byHost(host)).toBeUndefined()
})

test('an unknown host gets a page that names nobody', async () => {
  await aGroup(installation, { name: 'Very Secret Society', hosts: ['group.example.org'] })

  const response = await browserAt(installation, 'elsewhere.example.org').get('/')

  expect(response.status).toBe(404)
  const text = await response.text()
  expect(text).not.toContain('Secret')
  expect(text).not.toContain('/theme/')
})

test.each(['', '-', '-a', 'a-', 'A', 'a b', 'a.b', 'ä', 'a'.repeat(41), '../x', 'a/b'])(
  'a short name cannot be “%s”',
  async (slug) => {
    await expect(installation.services.groups.create({ name: 'Name', slug, hosts: [] })).rejects.toThrow(
      'A short name has small letters',
    )
  },
)

test.each([
  'a b',
  'a..b',
  '-a.org',
  'a-.org',
  'http://a.org',
  'a.org/',
  'a.org:80',
  'a@b.org',
  `${'a'.repeat(64)}.org`,
  `${'a.'.repeat(127)}org`,
  '<b>',
  '*',
])('a host cannot be “%.40s”', async (host) => {
  await expect(installation.services.groups.create({ name: 'Name', hosts: [host] })).rejects.toThrow(
    'is not a host name',
  )
})

test('a name is one line of something', async () => {
  const { groups } = installation.services

  await expect(groups.create({ name: ' \n\t', hosts: [] })).rejects.toThrow('Give the group a name')
  await expect(groups.create({ name: 'x'.repeat(121), hosts: [] })).rejects.toThrow('under 120 letters')
  expect((await groups.create({ name: ' Fair\r\nBcc: Care\0 ', hosts: [] })).name).toBe('Fair Bcc: Care')
})

test('a name or host that is taken is refused in words, and nothing is left of the try', async () => {
  const { groups } = installation.services
  await groups.create({ name: 'One', slug: 'one', hosts: ['one.example.org'] })

  await expect(groups.create({ name: 'Two', slug: 'one', hosts: [] })).rejects.toThrow(
    'already a group with the short name “one”',
  )
  await expect(groups.create({ name: 'Two', slug: 'two', hosts: ['ONE.example.org'] })).rejects.toThrow(
    'Another group already answers',
  )
  expect(groups.bySlug('two')).toBeUndefined()
})

test('the same host twice is one host, and a name in another script becomes what browsers send', async () => {
  const { hosts, mainHost } = await installation.services.groups.create({
    name: 'One',
    hosts: ['grün.example.org', 'xn--grn-ioa.example.org'],
  })

  expect(hosts).toEqual(['xn--grn-ioa.example.org'])
  expect(mainHost).toBe('xn--grn-ioa.example.org')
})

test('an answer overtaken by a later one does not make a new group disappear', async () => {
  const { pool } = installation.services
  const answers: ((rows: readonly unknown[]) => void)[] = []
  const slow = { query: () => new Promise((resolve) => void answers.push((rows) => resolve({ rows }))) }
  const groups = new Groups(slow as unknown as typeof pool)
  const [early, late] = [groups.load(), groups.load()]

  answers[1]!([{ ...(await aGroup(installation)), id: 1 }])
  await late
  answers[0]!([])
  await early

  expect(groups.byId(1)).toBeDefined()
})

test('a short name is made from a long one', () => {
  expect(slugOf('  The Fair Càre Forum! ')).toBe('the-fair-care-forum')
  expect(slugOf('日本')).toBe('group')
  expect(slugOf('a'.repeat(39) + ' b')).toBe('a'.repeat(39))
})
