import { expect, test } from 'vitest'
import { type Browser, signedInAs, visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import { anOfficer } from '../../people/factories.ts'
import { undo } from '../../platform/undo.ts'
import * as entries from '../entries.ts'
import { aPage, aPost } from '../factories.ts'
import { officeParts } from './parts.ts'
import { searchSeries } from './search.ts'
import * as series from './series.ts'

const installation = testInstallation()
const html = async (browser: Browser, path: string) => (await browser.get(path)).text()
const words = { name: 'Our plan', about: 'In three steps.', slug: '' }

/** A series of three posts, the last of them a draft. */
async function aSeries() {
  const group = await aGroup(installation)
  const context = installation.context(group)
  const posts = [
    await aPost(context, { title: 'Look' }),
    await aPost(context, { title: 'Ask' }),
    await aPost(context, { title: 'Act', published: false }),
  ]
  const id = await context.act(async (act) => {
    const made = await series.create(act, words)
    for (const post of posts) await series.addPart(act, made, post.id)
    return made
  })
  const officer = await signedInAs(installation, group, await anOfficer(context))
  const order = async () => (await context.read((tx) => officeParts(tx, id))).map(({ title }) => title).join(' ')
  return {
    context,
    group,
    id,
    posts,
    officer,
    order,
    visitor: visitorOf(installation, group),
    at: `/office/series/${id}`,
  }
}

test('readers of a part are told which it is and led to the others, drafts not counted', async () => {
  const { visitor, posts } = await aSeries()

  const [first, second] = [await html(visitor, posts[0]!.path), await html(visitor, posts[1]!.path)]

  expect(first).toContain('Part 1 of 2: <a href="/series/our-plan">Our plan</a>')
  expect(first).toContain(`Next: <a href="${posts[1]!.path}">Ask</a>`)
  expect(first).not.toContain('Before:')
  expect(second).toContain('Part 2 of 2')
  expect(second).toContain(`Before: <a href="${posts[0]!.path}">Look</a>`)
  expect(second).not.toContain('Act</a>')
})

test('a part that is published takes its place, and one that is withdrawn leaves it', async () => {
  const { context, visitor, posts } = await aSeries()

  await context.act((act) => entries.publish(act, { id: posts[2]!.id }))
  expect(await html(visitor, posts[1]!.path)).toContain('Part 2 of 3')
  await context.act((act) => entries.withdraw(act, posts[0]!.id))

  expect(await html(visitor, posts[1]!.path)).toContain('Part 1 of 2')
})

test('a series has a page, stands in the list, the sitemap and the search, as soon as a part is public', async () => {
  const { context, visitor } = await aSeries()
  await context.act((act) => series.create(act, { ...words, name: 'Nothing yet' }))

  const page = await html(visitor, '/series/our-plan')
  expect(page).toContain('In three steps.')
  expect(page.indexOf('>Look</a>')).toBeLessThan(page.indexOf('>Ask</a>'))
  const list = await html(visitor, '/series')
  expect(list).toContain('<a href="/series/our-plan">Our plan</a>')
  expect(list).not.toContain('Nothing yet')
  expect((await visitor.get('/series/nothing-yet')).status).toBe(404)
  expect(await html(visitor, '/sitemap.xml')).toContain('/series/our-plan</loc>')
  const actor = { kind: 'visitor', groupId: 1, personId: null, roles: new Set<never>() } as const
  const hits = await context.read((tx) => searchSeries(tx, { words: 'plan steps', actor, limit: 5 }))
  expect(hits.map(({ href }) => href)).toEqual(['/series/our-plan'])
})

test('officers make a series, add posts and order them by buttons, and take each step back', async () => {
  const { officer, visitor, at, order, posts } = await aSeries()

  const moved = await officer.post(`${at}/order`, { entry: posts[1]!.id, to: 'up' })
  expect(await order()).toBe('Ask Look Act')
  expect(await html(visitor, posts[1]!.path)).toContain('Part 1 of 2')
  const act = /name="act" value="([0-9a-f-]{36})"/.exec(await (await officer.follow(moved)).text())?.[1]
  await officer.post('/office/undo', { act: act! })
  expect(await order()).toBe('Look Ask Act')

  await officer.post(`${at}/order`, { entry: posts[0]!.id, to: 'up' })
  expect(await order()).toBe('Look Ask Act')
  await officer.post(`${at}/parts/${posts[0]!.id}/removal`)
  expect(await order()).toBe('Ask Act')
  await officer.post(`${at}/parts`, { entry: posts[0]!.id })
  expect(await order()).toBe('Ask Act Look')
})

test('a series that is deleted leaves its posts, and undo brings it back with its order', async () => {
  const { context, id, order, visitor, posts } = await aSeries()

  const removal = await context.act(async (act) => {
    await series.remove(act, id)
    return act.id
  })
  expect(await html(visitor, posts[0]!.path)).not.toContain('Part 1 of')
  await context.act((act) => undo(act, removal))

  expect(await order()).toBe('Look Ask Act')
})

test('a draft that is deleted comes back in its place', async () => {
  const { context, order, posts } = await aSeries()

  const removal = await context.act(async (act) => {
    await entries.remove(act, posts[2]!.id)
    return act.id
  })
  expect(await order()).toBe('Look Ask')
  await context.act((act) => undo(act, removal))

  expect(await order()).toBe('Look Ask Act')
})

test('what does not fit is refused beside its field, with everything typed', async () => {
  const { context, officer, at, posts } = await aSeries()
  const page = await aPage(context)

  const nameless = await officer.post('/office/series', { name: ' ', about: 'Some words', slug: '' })
  const taken = await officer.post('/office/series', { ...words, slug: 'our-plan' })
  const twice = await officer.post(`${at}/parts`, { entry: posts[0]!.id })
  const noPost = await officer.post(`${at}/parts`, { entry: page.id })
  const nothing = await officer.post(`${at}/parts`, { entry: '' })

  const shown = async (response: Response) => [response.status, await response.text()] as const
  expect(await shown(nameless)).toEqual([422, expect.stringMatching(/Give the series a name\.[^]*Some words/)])
  expect(await shown(taken)).toEqual([422, expect.stringContaining('Another series has this end of the address.')])
  expect(await shown(twice)).toEqual([422, expect.stringContaining('part of a series already')])
  expect(await shown(noPost)).toEqual([422, expect.stringContaining('There is no such post any more.')])
  expect(await shown(nothing)).toEqual([422, expect.stringContaining('Choose a post from the list.')])
})

test('an officer who may not publish is told so', async () => {
  const { context, group } = await aSeries()
  const treasurer = await signedInAs(installation, group, await anOfficer(context, { role: 'treasurer' }))

  expect((await treasurer.get('/office/series')).status).toBe(403)
  expect((await treasurer.post('/office/series', words)).status).toBe(403)
})
