import { expect, test } from 'vitest'
import { readCatalogue } from '../../src/platform/archive/index.ts'
import { OURS, SHARED } from '../catalogue.ts'
import { testInstallation } from '../installation.ts'

const installation = testInstallation()

/** What an archive leaves behind. Whoever adds a table here has thought of what a group loses. */
const LEFT_OUT = [
  'mailing.handed_letter',
  'mailing.letter_check',
  'mailing.mailbox',
  'mailing.mailbox_mail',
  'mailing.test_copy',
  'mailing.waiting_notice',
  'people.challenge',
  'people.import_row',
  'people.second_step',
  'people.session',
  'people.sign_in',
  'platform.export',
  'platform.rate',
]

test('an archive takes every table, but for those whose comments say why not', async () => {
  const { rows } = await installation.owner.query<{ name: string }>(
    `select nspname || '.' || relname as name from pg_class c join pg_namespace s on s.oid = relnamespace where relkind in ('r', 'p') and ${OURS} order by 1`,
  )
  const tables = await readCatalogue(installation.owner)

  const known = tables.map(({ name }) => name).toSorted()
  expect(known).toEqual(rows.map(({ name }) => name).filter((name) => name !== 'bookkeeping.migration'))
  expect(Object.keys(SHARED)).toContain('bookkeeping.migration')
  const left = tables.filter(({ travels }) => travels === 'never')
  expect(left.map(({ name }) => name).toSorted()).toEqual(LEFT_OUT)
  for (const { name, because } of left) expect(because.length, name).toBeGreaterThan(10)
})

test('what stays behind is not missed: no table that travels points to one that does not, or not everywhere', async () => {
  const tables = await readCatalogue(installation.owner)
  const travels = new Map(tables.map((table) => [table.name, table.travels]))

  for (const { name, needs } of tables.filter((table) => table.travels !== 'never'))
    for (const needed of needs) expect([travels.get(needed), needed, name]).toEqual(['always', needed, name])
})

test('tables come in an order in which each finds those it points to', async () => {
  const tables = await readCatalogue(installation.owner)
  const order = tables.map(({ name }) => name)

  expect(order.length).toBeGreaterThan(25)
  for (const { name, needs } of tables)
    for (const needed of needs) expect(order.indexOf(needed), `${name} → ${needed}`).toBeLessThan(order.indexOf(name))
})

test('a rule that is misspelt is a fault, never a table forgotten', async () => {
  const client = await installation.owner.connect()
  try {
    await client.query(`begin; comment on table platform.file is 'archive: leave out'`)
    await expect(readCatalogue(client)).rejects.toThrow('platform.file says is no rule')
  } finally {
    await client.query('rollback')
    client.release()
  }
})
