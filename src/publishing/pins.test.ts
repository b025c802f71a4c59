import { expect, test } from 'vitest'
import { type Browser, signedInAs, visitorOf } from '../../test/browser.ts'
import { aGroup } from '../../test/groups.ts'
import { testInstallation } from '../../test/installation.ts'
import { anOfficer } from '../people/factories.ts'
import { aPost } from './factories.ts'
import { anOldPost } from './public/factories.ts'
import * as pins from './pins.ts'

const installation = testInstallation()
const html = async (browser: Browser, path: string) => (await browser.get(path)).text()
const order = (page: string, titles: readonly string[]) =>
  titles.toSorted((a, b) => page.indexOf(`>${a}</a>`) - page.indexOf(`>${b}</a>`)).join(' ')

async function aWebsite() {
  const group = await aGroup(installation)
  const context = installation.context(group)
  const old = await anOldPost(context, { title: 'Oldest', on: '2019-01-01' })
  for (const day of ['02', '03', '04']) await anOldPost(context, { title: `News ${day}`, on: `2026-01-${day}` })
  const officer = await signedInAs(installation, group, await anOfficer(context))
  return { context, old, officer, visitor: visitorOf(installation, group) }
}

test('a pinned post stands first on the home page and in the list, once, and goes back by Undo', async () => {
  const { old, officer, visitor } = await aWebsite()
  expect(await html(visitor, '/')).not.toContain('Oldest')

  const pinned = await officer.post(`/office/posts/${old.id}/pin`)

  const list = await html(visitor, '/posts')
  expect(order(list, ['News 04', 'Oldest'])).toBe('Oldest News 04')
  expect(list.match(/>Oldest<\/a>/g)).toHaveLength(1)
  expect(list).toContain('4 posts')
  expect(await html(visitor, '/')).toContain('Oldest')
  const office = await (await officer.follow(pinned)).text()
  expect(office).toContain('Pinned')
  const act = /name="act" value="([0-9a-f-]{36})"/.exec(office)![1]!
  await officer.post('/office/undo', { act })
  expect(await html(visitor, '/')).not.toContain('Oldest')
})

test('taken down, it is back in its place; archives by date never change', async () => {
  const { old, officer, visitor } = await aWebsite()
  await officer.post(`/office/posts/${old.id}/pin`)
  expect(await html(visitor, '/2026/')).not.toContain('Oldest')

  await officer.post(`/office/posts/${old.id}/pin/removal`)

  expect(order(await html(visitor, '/posts'), ['News 04', 'Oldest'])).toBe('News 04 Oldest')
})

test('three posts stand at the top at most: a fourth is refused by the button and by the form', async () => {
  const { context, old, officer } = await aWebsite()
  for (const title of ['A', 'B', 'C']) {
    const { id } = await aPost(context, { title })
    await context.act((act) => pins.pin(act, id))
  }

  const byButton = await officer.post(`/office/posts/${old.id}/pin`)
  const byForm = await officer.post(`/office/posts/${old.id}`, {
    title: 'Oldest',
    text: 'Words kept.',
    basedOn: '1',
    pinned: 'yes',
  })

  expect([byButton.status, byForm.status]).toEqual([409, 422])
  const form = await byForm.text()
  expect(form).toContain('3 posts stand at the top already')
  expect(form).toContain('Words kept.')
})

test('two officers who want the last place do not both get it', async () => {
  const { context } = await aWebsite()
  const posts = await Promise.all(['A', 'B', 'C', 'D'].map((title) => aPost(context, { title })))
  for (const { id } of posts.slice(0, 2)) await context.act((act) => pins.pin(act, id))
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  let taken = () => {}
  const first = new Promise<void>((resolve) => (taken = resolve))

  const slow = context.act(async (act) => {
    await pins.pin(act, posts[2]!.id)
    taken()
    await held
  })
  await first
  const late = context.act((act) => pins.pin(act, posts[3]!.id))
  letGo()

  await slow
  await expect(late).rejects.toThrow('3 posts stand at the top already')
})
