import { expect, test } from 'vitest'
import { testInstallation } from '../../test/installation.ts'
import type { CommandContext } from '../platform/slice.ts'
import { contextOf } from '../platform/installation.ts'
import { offices } from '../people/index.ts'
import { commands } from './commands.ts'

const installation = testInstallation()

/** Runs a command of the slice as the command line does; gives what it says. */
async function run(name: string, options: Record<string, unknown>): Promise<string[]> {
  const said: string[] = []
  const command = commands.find((one) => one.name === name)!
  await command.run({
    services: installation.services,
    owner: {},
    operands: [],
    options: options as CommandContext['options'],
    say: (line) => void said.push(line),
    progress: () => {},
    groupContext: () => Promise.reject(new Error('not needed')),
  })
  return said
}

test('a group is made with its hosts and its first officer, and told as JSON', async () => {
  const [line] = await run('group create', {
    name: 'Trial',
    host: ['localhost', 'trial.example.org'],
    officer: 'chair@example.org',
    json: true,
  })

  const group = installation.services.groups.bySlug('trial')!
  expect(JSON.parse(line!)).toEqual({
    id: group.id,
    slug: 'trial',
    name: 'Trial',
    hosts: ['localhost', 'trial.example.org'],
    officer: 'chair@example.org',
  })
  expect(group.mainHost).toBe('localhost')
  const held = await contextOf(installation.services, group).read((tx) => offices.heldOn(tx, '2999-01-01'))
  expect(held).toMatchObject([{ name: 'Chair', email: 'chair@example.org', role: 'chair' }])
})

test('the officer’s name comes from the option, or from the address', async () => {
  await run('group create', { name: 'One', officer: 'margaret.ellison@example.org' })
  await run('group create', { name: 'Two', officer: 'x@example.org', 'officer-name': 'Ann Price' })

  const { rows } = await installation.owner.query<{ name: string }>('select name from people.person order by name')
  expect(rows.map(({ name }) => name)).toEqual(['Ann Price', 'Margaret Ellison'])
})

test.each([
  [{ officer: 'a@example.org' }, 'Say what the group is called'],
  [{ name: 'Trial' }, 'Say who its first officer is'],
  [{ name: 'Trial', officer: 'nobody' }, 'email address in the right format'],
  [{ name: 'Trial', officer: 'a@example.org', host: ['not a host'] }, 'not a host'],
  [{ name: 'Trial', officer: 'a@example.org', slug: 'Ünfit' }, 'short name'],
])('%j is refused in one sentence', async (options, sentence) => {
  await expect(run('group create', options)).rejects.toThrow(sentence)
  expect(installation.services.groups.all).toHaveLength(0)
})

test('a short name or a host that is taken is refused, and nothing is left behind', async () => {
  await run('group create', { name: 'Trial', host: ['trial.example.org'], officer: 'a@example.org' })

  await expect(run('group create', { name: 'Trial', officer: 'b@example.org' })).rejects.toThrow('short name “trial”')
  await expect(
    run('group create', { name: 'Other', host: ['trial.example.org'], officer: 'b@example.org' }),
  ).rejects.toThrow('already answers')

  expect((await installation.owner.query('select from people.person')).rowCount).toBe(1)
})

test('the sample group is made by one command', async () => {
  const [line] = await run('demo', { json: true })

  expect(JSON.parse(line!)).toMatchObject({ slug: 'rivers', officer: 'nora.whitlock@example.org' })
  await expect(run('demo', {})).rejects.toThrow('--slug')
})
