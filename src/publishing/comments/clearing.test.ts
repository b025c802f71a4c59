import { expect, test } from 'vitest'
import { testInstallation } from '../../../test/installation.ts'
import { signedInAs } from '../../../test/browser.ts'
import { anOfficer, aPerson } from '../../people/factories.ts'
import { writeSetting } from '../../platform/settings.ts'
import { undo } from '../../platform/undo.ts'
import { aComment } from '../factories.ts'
import { erase, holds } from '../holdings.ts'
import { aDiscussion, lettersTo, linkIn, words } from './factories.ts'
import { clearComments, commentTimetable, tendComments } from './jobs.ts'
import { decide } from './moderation.ts'
import { receive } from './receivedComments.ts'
import { commentsSetting } from './settings.ts'

const installation = testInstallation()
const all = async (query: string, values: unknown[] = []) =>
  (await installation.owner.query<Record<string, unknown>>(query, values)).rows
const bodies = async () => (await all('select body from publishing.comment order by body')).map(({ body }) => body)

test('what nobody confirmed is deleted after seven days, and not before', async () => {
  const { context, visitor, post } = await aDiscussion(installation)
  await visitor.post(`/comments/on/${post.id}`, words)
  await visitor.post(`/comments/on/${post.id}`, { ...words, comment: 'Old' })
  await all(`update publishing.unconfirmed_comment set sent_at = now() - interval '7 days' where body = 'Old'`)

  await tendComments.run(context, {})

  expect(await all('select body from publishing.unconfirmed_comment')).toEqual([{ body: words.comment }])
})

test('kept pages are made again when a post stops taking comments, and not otherwise', async () => {
  const { context, group, post, read } = await aDiscussion(installation)
  const version = async () => {
    await installation.services.groups.load()
    return installation.services.groups.byId(group.id)!.contentVersion
  }
  await context.act((act) => writeSetting(act, commentsSetting, { ...commentsSetting.standard, closeAfterDays: 3 }))
  const before = await version()
  await tendComments.run(context, {})
  expect(await version()).toBe(before)
  await installation.owner.query(`update publishing.entry set published_at = now() - interval '3 days 30 minutes'`)

  await tendComments.run(context, {})

  expect(await version()).toBe(before + 1)
  expect(await read(post.path)).not.toContain('Write a comment')
})

test('spam and trash go after their time, with what undo kept of them; answers to them stay', async () => {
  const { context, post } = await aDiscussion(installation)
  const old = await aComment(context, { entryId: post.id, body: 'Old rubbish' })
  await aComment(context, { entryId: post.id, body: 'An answer', parentId: old.id })
  const young = await aComment(context, { entryId: post.id, body: 'Young rubbish' })
  const acts: string[] = []
  for (const id of [old.id, young.id])
    await context.act(async (act) => {
      await decide(act, { ids: [id], to: 'trash' })
      acts.push(act.id)
    })
  await all(`update publishing.comment set state_since = now() - interval '31 days' where body = 'Old rubbish'`)

  await clearComments.run(context, {})

  expect(await bodies()).toEqual(['An answer', 'Young rubbish'])
  expect(await all(`select count(*)::int as n from platform.undo where before ->> 'body' = 'Old rubbish'`)).toEqual([
    { n: 0 },
  ])
  await context.act((act) => undo(act, acts[1]!))
  expect(await all(`select status from publishing.comment where body = 'Young rubbish'`)).toEqual([
    { status: 'approved' },
  ])
})

test('the address of an approved comment is erased after six months; the comment stays', async () => {
  const { context, post, read } = await aDiscussion(installation)
  const approved = { entryId: post.id, status: 'approved' as const }
  for (const body of ['Long ago', 'Lately'])
    await context.act((act) => receive(act, { ...approved, author: 'Ruth', email: 'ruth@example.org', body }))
  await all(`update publishing.comment set state_since = now() - interval '181 days' where body = 'Long ago'`)

  await clearComments.run(context, {})

  expect(await all('select body, author_email from publishing.comment order by body')).toEqual([
    { body: 'Lately', author_email: 'ruth@example.org' },
    { body: 'Long ago', author_email: null },
  ])
  expect(await read(post.path)).toContain('Long ago')
})

test('a night with nothing to clear changes nothing', async () => {
  const { context, group, post } = await aDiscussion(installation)
  await aComment(context, { entryId: post.id, status: 'spam' })
  const before = await all('select content_version from platform.group where id = $1', [group.id])

  await clearComments.run(context, {})

  expect(await all('select content_version from platform.group where id = $1', [group.id])).toEqual(before)
})

test('a person sees what they left and can be forgotten, also what is not confirmed', async () => {
  const { context, visitor, post, read } = await aDiscussion(installation)
  const person = await aPerson(context, { name: 'Ruth Amory', email: 'RUTH@example.org' })
  await visitor.post(`/comments/on/${post.id}`, words)
  await visitor.post(linkIn((await lettersTo(installation, words.email))[0]!))
  await visitor.post(`/comments/on/${post.id}`, { ...words, comment: 'Not confirmed' })
  const [comment] = await all('select id from publishing.comment')
  await context.act((act) => decide(act, { ids: [String(comment!['id'])], to: 'approved' }))

  const held = await context.read((tx) => holds(tx, person.id))
  expect(held.map(({ what }) => what)).toEqual(['Comment', 'Comments not confirmed'])
  const dry = await context.act((act) => erase(act, person.id, { dryRun: true, secret: installation.services.secret }))
  expect(dry.flatMap(({ what, count }) => (count ? [what] : []))).toEqual([
    'Name, email and website on comments',
    'The words of those comments',
    'Comments not confirmed',
  ])
  expect(await read(post.path)).toContain('Ruth Amory')
  await context.act((act) => erase(act, person.id, { dryRun: false, secret: installation.services.secret }))

  expect(await read(post.path)).not.toContain('Ruth')
  expect(await read(post.path)).toContain(words.comment)
  const [{ left }] = (await all(`select (select count(*) from publishing.comment where author_email is not null)
    + (select count(*) from publishing.unconfirmed_comment where author_email is not null)
    + (select count(*) from platform.undo where before::text like '%ruth%')::int as left`)) as [{ left: number }]
  expect(left).toBe(0)
})

test('an officer finds and erases what a reader without an account left', async () => {
  const { context, group, post, read } = await aDiscussion(installation)
  const officer = await signedInAs(installation, group, await anOfficer(context, { role: 'secretary' }))
  await context.act((act) =>
    receive(act, {
      entryId: post.id,
      author: 'Ruth',
      email: 'ruth@example.org',
      body: 'Said once',
      status: 'approved',
    }),
  )

  const found = await (await officer.post('/office/comments/address', { email: 'Ruth@example.org' })).text()
  const refused = await officer.post('/office/comments/address', { email: 'ruth' })
  const erased = await officer.post('/office/comments/address/erasure', { email: 'ruth@example.org' })

  expect(found).toContain('1 comment, 0 not confirmed')
  expect(found).toContain('Said once')
  expect([refused.status, erased.status]).toEqual([422, 303])
  expect(await read(post.path)).toContain('Said once')
  expect(await read(post.path)).not.toContain('Ruth')
  expect(await all(`select payload from platform.journal where event = 'publishing.reader_erased'`)).toEqual([
    { payload: { comments: 1 } },
  ])
})

test('the clock visits only groups that have something due', async () => {
  const { context, group, visitor, post } = await aDiscussion(installation)
  await aDiscussion(installation)
  const visited = async (name: string) => {
    const { onlyWhere } = commentTimetable.find(({ job }) => job.name === name)!
    return (
      await installation.services.pool.query<{ id: number }>('select id from platform.groups_where($1) as id', [
        onlyWhere,
      ])
    ).rows.map(({ id }) => id)
  }
  const names = commentTimetable.map(({ job }) => job.name)
  for (const name of names) expect(await visited(name), name).toEqual([])

  await visitor.post(`/comments/on/${post.id}`, words)
  await all(`update publishing.unconfirmed_comment set sent_at = now() - interval '8 days'`)
  await aComment(context, { entryId: post.id, status: 'spam' })
  await context.act((act) => writeSetting(act, commentsSetting, { ...commentsSetting.standard, notice: 'never' }))

  for (const name of names) expect(await visited(name), name).toEqual([group.id])
})
