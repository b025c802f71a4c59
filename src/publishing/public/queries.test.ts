import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { visitorOf } from '../../../test/browser.ts'
import { aGroup } from '../../../test/groups.ts'
import { testInstallation } from '../../../test/installation.ts'
import type { Group } from '../../platform/group.ts'
import type { GroupContext } from '../../platform/slice.ts'
import { aComment, anAuthor, aPage, aPost, aTerm } from '../factories.ts'
import { aPicture } from './factories.ts'

const installation = testInstallation()

const MOST = 6

/** How many queries an address costs, beside the beginning and the end of its transaction. */
async function cost(work: () => Promise<unknown>): Promise<number> {
  const spy = vi.spyOn(pg.Client.prototype, 'query')
  await work()
  const asked = spy.mock.calls.map(([first]: readonly unknown[]) =>
    typeof first === 'string' ? first : (first as { text: string }).text,
  )
  spy.mockRestore()
  return asked.filter((text) => !/^(begin|commit|rollback)\b/.test(text)).length
}

/** As after a change: nothing that pages share is at hand. */
function newsOf({ id }: Group) {
  const { groups } = installation.services
  groups.contentChanged(id, groups.byId(id)!.contentVersion + 1)
}

/** The same few addresses, over a website with so much of everything. */
async function aWebsite(size: number) {
  const group = await aGroup(installation)
  const context = installation.context(group)
  const author = await anAuthor(context, { name: 'Maud' })
  const parent = await aPage(context, { title: 'About' })
  const post = await aFullPost(context, { size, authorId: author.id })
  for (let number = 0; number < size; number += 1) {
    await aPost(context, { title: `Care ${number}`, authorId: author.id, termIds: post.termIds })
    await aPage(context, { title: `Page ${number}`, parentId: parent.id })
    await aComment(context, { entryId: post.id })
  }
  return { visitor: visitorOf(installation, group), post, group }
}

async function aFullPost(context: GroupContext, { size, authorId }: { size: number; authorId: string }) {
  const termIds: string[] = []
  const content = []
  for (let number = 0; number < size; number += 1) {
    const taxonomy = number % 2 ? 'tag' : 'category'
    termIds.push((await aTerm(context, { taxonomy, name: `Term ${number}` })).id)
    const { path } = await aPicture(context, { width: 40 + number, height: 30 })
    content.push({ type: 'figure', attrs: { src: path, alt: '' } })
  }
  const { id, path } = await aPost(context, { title: 'Full', authorId, termIds, body: { type: 'doc', content } })
  return { id, path, termIds }
}

test('no page costs more than six queries, and none more the more there is', async () => {
  const [small, large] = [await aWebsite(1), await aWebsite(12)]
  const addresses = (path: string) =>
    `${path} ${path}/feed/ /about /posts /2026/ /2026/11/ /author/maud/ /category/term-0/ /feed/ /feed.json /comments/feed/
    /sitemap.xml /search /search?q=care /search?q=cafe /search?q=xylophone /?s=x / /nothing /2026/11/nothing/`.split(
      /\s+/,
    )
  const of = async ({ visitor, post, group }: typeof small) => {
    const found: Record<string, number> = {}
    for (const [at, address] of addresses(post.path).entries()) {
      newsOf(group)
      found[addresses('post')[at]!] = await cost(() => visitor.get(address))
    }
    return found
  }

  const [few, many] = [await of(small), await of(large)]

  expect(many).toEqual(few)
  expect(Object.entries(many).filter(([, queries]) => queries > MOST)).toEqual([])
  expect(many['post']).toBeGreaterThan(2)
})

test('what pages share is found once, until something public changes', async () => {
  const group = await aGroup(installation)
  const visitor = visitorOf(installation, group)
  await aPost(installation.context(group), { title: 'First' })
  await visitor.get('/posts')

  const again = await cost(() => visitor.get('/posts?again'))
  await aPost(installation.context(group), { title: 'Second' })
  const changed = await (await visitor.get('/posts?changed')).text()

  expect(again).toBe(1)
  expect(changed).toContain('Second')
  expect(changed).toContain('<span>2</span>')
})
