import { expect, test } from 'vitest'
import { documents } from '../writing/index.ts'
import { undo } from '../platform/undo.ts'
import type { GroupContext } from '../platform/slice.ts'
import { aGroup } from '../../test/groups.ts'
import { testInstallation } from '../../test/installation.ts'
import { addresses, entries } from './index.ts'
import { aPage, aPost, aText } from './factories.ts'

const installation = testInstallation()

const office = async () => installation.context(await aGroup(installation))
const addressesOf = ({ read }: GroupContext) =>
  read((tx) => tx.selectFrom('publishing.address').select(['path', 'kind', 'target']).orderBy('path').execute())
const found = ({ read }: GroupContext, id: string) =>
  read(async (tx) => ({
    entry: (await entries.findEntry(tx, id))!,
    text: await tx
      .selectFrom('publishing.search_text')
      .select(['title', 'body'])
      .where('entry_id', '=', id)
      .executeTakeFirst(),
  }))
const year = new Date().getFullYear()
const month = String(new Date().getMonth() + 1).padStart(2, '0')

test('a new post gets its address from the month and its title', async () => {
  const context = await office()

  const post = await aPost(context, { title: 'Fair pay for carers: why now?' })

  expect(post.path).toBe(`/${year}/${month}/fair-pay-for-carers-why-now`)
  expect((await found(context, post.id)).text).toEqual({ title: 'Fair pay for carers: why now?', body: 'A few words.' })
})

test('saving a published post changes nothing for the public until it is published again', async () => {
  const context = await office()
  const post = await aPost(context, { title: 'First', excerpt: 'Old', body: aText('Old words.') })

  await context.act((act) =>
    entries.save(act, {
      id: post.id,
      basedOn: 1,
      title: 'Second',
      body: aText('New words.'),
      excerpt: 'New',
      standing: 'agreed',
    }),
  )

  const before = await found(context, post.id)
  expect([before.entry.excerpt, before.entry.published_version, before.text?.body]).toEqual(['Old', 1, 'Old words.'])
  await context.act((act) => entries.publish(act, { id: post.id, note: 'The figures are now those of 2026.' }))
  const after = await found(context, post.id)
  expect([after.entry.excerpt, after.entry.published_version, after.text?.body]).toEqual(['New', 2, 'New words.'])
  expect(after.entry.updated_at).not.toBeNull()
  const text = await context.read((tx) => documents.findVersion(tx, { documentId: after.entry.document_id }))
  expect(text?.title).toBe('Second')
})

test('a new ending leaves a redirect, and a second one no chain', async () => {
  const context = await office()
  const post = await aPost(context, { title: 'One' })
  for (const [basedOn, slug] of [
    [1, 'two'],
    [1, 'three'],
  ] as const) {
    await context.act((act) =>
      entries.save(act, { id: post.id, basedOn, title: 'One', body: aText('A few words.'), slug }),
    )
    await context.act((act) => entries.publish(act, { id: post.id }))
  }

  const at = (slug: string) => `/${year}/${month}/${slug}`
  expect(await addressesOf(context)).toEqual([
    { path: at('one'), kind: 'redirect', target: at('three') },
    { path: at('three'), kind: 'entry', target: null },
    { path: at('two'), kind: 'redirect', target: at('three') },
  ])
})

test('withdrawing a post answers 410, and undo brings it back whole', async () => {
  const context = await office()
  const post = await aPost(context, { title: 'Gone' })

  const actId = await context.act(async (act) => {
    await entries.withdraw(act, post.id)
    return act.id
  })

  expect((await addressesOf(context))[0]?.kind).toBe('gone')
  expect((await found(context, post.id)).text).toBeUndefined()
  await context.act((act) => undo(act, actId))
  expect((await addressesOf(context))[0]?.kind).toBe('entry')
  expect((await found(context, post.id)).text?.title).toBe('Gone')
})

test('a page below another moves along when the upper one gets a new ending', async () => {
  const context = await office()
  const about = await aPage(context, { title: 'About us' })
  const people = await aPage(context, { title: 'People', parentId: about.id })
  expect(people.path).toBe('/about-us/people')

  await context.act((act) =>
    entries.save(act, { id: about.id, basedOn: 1, title: 'About us', body: aText('A few words.'), slug: 'who-we-are' }),
  )
  await context.act((act) => entries.publish(act, { id: about.id }))

  expect((await context.read((tx) => addresses.find(tx, '/about-us/people/')))?.target).toBe('/who-we-are/people')
  expect((await context.read((tx) => addresses.find(tx, '/who-we-are/people')))?.entryId).toBe(people.id)
})
