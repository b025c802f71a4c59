import { expect, test } from 'vitest'
import { aGroup } from '../../test/groups.ts'
import { browserAt } from '../../test/browser.ts'
import { testInstallation } from '../../test/installation.ts'
import { describe, formatOf, logTo } from './log.ts'

const installation = testInstallation()

test('a fault of the database is described without the values it refused', async () => {
  const { act } = installation.context(await aGroup(installation))
  const person = { name: 'Ann Price', email: 'ann.price@example.org', kind: 'Ann Price' }

  const error = await act(({ tx, group, at }) =>
    tx
      .insertInto('people.person')
      .values({ ...person, group_id: group.id, created_at: at })
      .execute(),
  ).catch((thrown: unknown) => thrown)

  expect(String(error)).not.toBe('')
  expect(describe(error)).toMatch(/^\w+ 23514\n {4}at /)
  expect(describe(error)).not.toMatch(/Ann|Price|example\.org/)
})

test('no line of a message passes for a line of the stack', () => {
  const error = Object.assign(new Error('x\n    at Ann Price (ann@example.org:1:1)\n    at 12 High Street:1:1'), {
    code: 'ann@example.org',
  })
  error.name = 'Ann Price'

  expect(describe(error)).not.toMatch(/Ann|ann|High/)
  expect(describe(error)).toContain('log.test.ts')
  expect(describe('ann@example.org')).toBe('string')
})

test('a message changed after the throw still hides the first one', () => {
  const error = new Error('ann@example.org')
  void error.stack
  error.message = 'other'

  expect(describe(error)).not.toContain('ann@')
})

test('a fault on a page shows a reference, and the log has that reference, no address and no query', async () => {
  await aGroup(installation, { hosts: ['g.example.org'] })
  await installation.owner.query('alter table people.session rename to session_away')
  try {
    const browser = browserAt(installation, 'g.example.org')
    browser.cookies.set('session', 'x')
    const response = await browser.get('/sign-in?email=ann.price@example.org&name=Ann+Price')

    expect(response.status).toBe(500)
    const reference = /reference: (\w{8})\./.exec(await response.text())?.[1]
    expect(installation.logged).toHaveLength(1)
    expect(installation.logged[0]).toContain(reference)
    expect(installation.logged[0]).not.toMatch(/ann|Ann|email|sign-in\?/)
  } finally {
    await installation.owner.query('alter table people.session_away rename to session')
  }
})

test('where programs read, each line is one JSON object, whatever was thrown', () => {
  const lines: string[] = []
  const log = logTo(
    (line) => void lines.push(line),
    'json',
    () => new Date('2026-11-22T03:00:00Z'),
  )

  log.info('letter 7 may\nor may not')
  log.fault(
    '1a2b3c4d GET',
    Object.assign(new RangeError('ann@example.org\nlives at "12 High Street"'), { code: 23505 }),
  )
  log.fault('worker', 'ann@example.org')

  expect(lines.every((line) => line.endsWith('\n') && !line.slice(0, -1).includes('\n'))).toBe(true)
  const [info, fault, thrown] = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(info).toEqual({ at: '2026-11-22T03:00:00.000Z', level: 'info', message: 'letter 7 may\nor may not' })
  expect(fault).toMatchObject({ level: 'fault', reference: '1a2b3c4d GET', kind: 'RangeError 23505' })
  expect((fault!['stack'] as string[])[0]).toMatch(/^at .*log\.test\.ts/)
  expect(thrown).toMatchObject({ reference: 'worker', kind: 'string', stack: [] })
  expect(lines.join('')).not.toMatch(/ann@|High Street/)
})

test('people at a terminal read text, everybody else JSON, unless the host says otherwise', () => {
  expect([formatOf(undefined, true), formatOf(undefined, false)]).toEqual(['text', 'json'])
  expect([formatOf('json', true), formatOf('text', false)]).toEqual(['json', 'text'])
})
