import { expect, test } from 'vitest'
import { aGroup } from '../../test/groups.ts'
import { testInstallation } from '../../test/installation.ts'
import * as bases from './bases.ts'
import { aPerson } from './factories.ts'
import { erase, holds } from './holdings.ts'
import * as memberships from './memberships.ts'
import * as persons from './persons.ts'
import * as suppressions from './suppressions.ts'
import * as topics from './topics.ts'

const installation = testInstallation()

async function aRegister() {
  const group = await aGroup(installation, { slug: 'weir' })
  const context = installation.context(group)
  const ann = await aPerson(context, { name: 'Ann Price', email: 'ann@example.org' })
  const reachable = (purpose: bases.Basis['purpose']) =>
    context.read((tx) =>
      tx.selectFrom('people.reachable').select('email').where('purpose', '=', purpose).orderBy('email').execute(),
    )
  return {
    ...context,
    context,
    group,
    ann,
    reachable,
    emails: async (p: bases.Basis['purpose']) => (await reachable(p)).map(({ email }) => email),
  }
}

const yes = {
  purpose: 'newsletter',
  basis: 'consent',
  channel: 'my_page',
  words: 'Yes, send me the newsletter.',
} as const

test('only who said yes to the newsletter is reached by it, and only until they take it back', async () => {
  const { act, ann, emails, context } = await aRegister()
  await aPerson(context, { name: 'Ben Orme', email: 'ben@example.org' })
  const before = await emails('newsletter')

  await act((a) => bases.give(a, { personId: ann.id, ...yes }))
  const after = await emails('newsletter')
  await act((a) => bases.end(a, { personId: ann.id, purpose: 'newsletter', because: 'withdrawn' }))

  expect([before, after, await emails('newsletter')]).toEqual([[], ['ann@example.org'], []])
})

test('a yes to one purpose says nothing about another', async () => {
  const { act, ann, emails } = await aRegister()

  await act((a) => bases.give(a, { personId: ann.id, ...yes }))

  expect([await emails('campaigns'), await emails('notices')]).toEqual([[], []])
})

test('a no stands against everything but the person’s own yes', async () => {
  const { act, ann, emails } = await aRegister()
  await act((a) => bases.give(a, { personId: ann.id, purpose: 'notices', basis: 'membership', channel: 'join' }))
  await act((a) => bases.object(a, { personId: ann.id, purpose: 'notices', channel: 'email' }))

  const again = act((a) =>
    bases.give(a, { personId: ann.id, purpose: 'notices', basis: 'membership', channel: 'import' }),
  )

  await expect(again).rejects.toThrow('This person has said no to this.')
  expect(await emails('notices')).toEqual([])
  await act((a) =>
    bases.give(a, {
      personId: ann.id,
      purpose: 'notices',
      basis: 'consent',
      channel: 'my_page',
      words: 'Yes, notices.',
    }),
  )
  expect(await emails('notices')).toEqual(['ann@example.org'])
})

test('a yes without the words it was said to, or another proof, is no yes', async () => {
  const { act, ann, emails } = await aRegister()

  const bare = act((a) =>
    bases.give(a, { personId: ann.id, purpose: 'newsletter', basis: 'consent', channel: 'import' }),
  )

  await expect(bare).rejects.toThrow('A yes needs the words')
  expect(await emails('newsletter')).toEqual([])
})

test('the ledger keeps what ended, with the words as they were', async () => {
  const { act, read, ann } = await aRegister()
  await act((a) => bases.give(a, { personId: ann.id, ...yes }))
  await act((a) => bases.give(a, { personId: ann.id, ...yes, words: 'Yes, in other words.' }))

  const lines = await read((tx) => bases.ledger(tx, ann.id))

  expect(lines.map(({ wording, untilAt }) => [wording, untilAt !== null])).toEqual([
    ['Yes, send me the newsletter.', true],
    ['Yes, in other words.', false],
  ])
})

test('who left, is restricted, or whose address fails is reached by nothing', async () => {
  const { act, ann, emails } = await aRegister()
  await act((a) => bases.give(a, { personId: ann.id, ...yes }))
  const set = (values: Record<string, unknown>) =>
    act((a) => a.tx.updateTable('people.person').set(values).where('id', '=', ann.id).execute())

  const seen = []
  for (const values of [
    { restricted_at: new Date() },
    { restricted_at: null, email_state: 'failing' },
    { email_state: 'confirmed' },
  ]) {
    await set(values)
    seen.push((await emails('newsletter')).length)
  }
  await act((a) => memberships.end(a, { personId: ann.id, because: 'left' }))

  expect([...seen, (await emails('newsletter')).length]).toEqual([0, 0, 1, 0])
})

test('a supporter is never publicly named, whatever was ticked', async () => {
  const { act, read, ann } = await aRegister()
  await act((a) =>
    bases.give(a, {
      personId: ann.id,
      purpose: 'public_list',
      basis: 'explicit_consent',
      channel: 'my_page',
      words: 'Yes.',
    }),
  )
  const named = () => read((tx) => tx.selectFrom('people.publicly_named').select('name').execute())
  const seen = []
  for (const kind of ['supporter', 'member', 'contact'] as const) {
    await act((a) => memberships.begin(a, { personId: ann.id, kind }))
    seen.push((await named()).length)
  }

  expect(seen).toEqual([0, 1, 0])
})

test('what somebody was is kept day by day, and begins anew when they change', async () => {
  const { act, read, ann } = await aRegister()

  await act((a) =>
    memberships.begin({ ...a, at: new Date('2027-03-01T12:00:00Z') }, { personId: ann.id, kind: 'member' }),
  )
  await act((a) =>
    memberships.end({ ...a, at: new Date('2028-03-01T12:00:00Z') }, { personId: ann.id, because: 'left' }),
  )

  const lines = await read((tx) => memberships.history(tx, ann.id))
  expect(lines.map(({ kind, to }) => [kind, to])).toEqual([
    ['contact', '2027-03-01'],
    ['member', '2028-03-01'],
  ])
})

test('an address belongs to one person, and a changed one is unconfirmed again', async () => {
  const { act, read, ann, context } = await aRegister()
  await aPerson(context, { name: 'Ben Orme', email: 'ben@example.org' })
  await act((a) => persons.confirmEmail(a, ann.id))

  const taken = act((a) => persons.change(a, ann.id, { email: 'BEN@example.org' }))
  await expect(taken).rejects.toThrow('Somebody else on the register has this email address.')
  await act((a) => persons.change(a, ann.id, { email: 'ann.price@example.org' }))

  const row = await read((tx) =>
    tx.selectFrom('people.person').select(['email', 'email_state']).where('id', '=', ann.id).executeTakeFirst(),
  )
  expect(row).toEqual({ email: 'ann.price@example.org', email_state: 'unconfirmed' })
})

test('after erasure nothing in any table of the slice names the person, and the address is known only as a hash', async () => {
  const { act, read, ann } = await aRegister()
  const secret = installation.services.secret
  await act(async (a) => {
    await persons.change(a, ann.id, { phone: '07700 900123', postcode: 'SY1 1AA' })
    await bases.give(a, { personId: ann.id, ...yes, evidence: 'Ann’s own form' })
    await topics.choose(a, ann.id, [await topics.addOrFind(a, 'offer', 'Baking')])
    await a.tx
      .insertInto('people.note')
      .values({ group_id: a.group.id, person_id: ann.id, words: 'Ann bakes.', written_at: a.at })
      .execute()
  })
  const dry = await act((a) => erase(a, ann.id, { dryRun: true, secret }))

  const done = await act((a) => erase(a, ann.id, { dryRun: false, secret }))

  expect(done).toEqual(dry)
  const tables = await installation.owner.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables where schemaname in ('people', 'platform')`,
  )
  for (const { name } of tables.rows) {
    const { rows } = await installation.owner.query<{ row: string }>(`select t::text as row from ${name} t`)
    expect(rows.map(({ row }) => row).join('\n'), name).not.toMatch(/Ann|ann@example|900123|SY1 1AA/)
  }
  expect([...(await read((tx) => suppressions.among(tx, ['ANN@example.org', 'x@example.org'], secret)))]).toEqual([
    'ANN@example.org',
  ])
  expect((await read((tx) => holds(tx, ann.id))).map(({ what }) => what)).toEqual([
    'Name',
    'What you are to the group',
    'Membership',
  ])
})
