import { expect, test } from 'vitest'
import { aGroup } from '../../test/groups.ts'
import { browserAt } from '../../test/browser.ts'
import { testInstallation } from '../../test/installation.ts'
import { describe } from './log.ts'

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
